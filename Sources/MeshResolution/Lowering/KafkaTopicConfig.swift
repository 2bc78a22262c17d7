/// What Kafka takes for the configs of a topic (org.apache.kafka.common.config.TopicConfig and LogConfig, 4.x).
struct KafkaTopicConfig: Sendable {
    enum Form: Sendable {
        case integer(ClosedRange<Int64>)
        case fraction(ClosedRange<Double>)
        case boolean
        case choice([String])
        /// Comma-separated; each must be one of these, or anything where this is nil.
        case list([String]?)
    }

    var name: String
    var form: Form

    private init(_ name: String, _ form: Form) {
        self.name = name
        self.form = form
    }

    static let all: [String: KafkaTopicConfig] = Dictionary(
        uniqueKeysWithValues: [
            KafkaTopicConfig("cleanup.policy", .list(["compact", "delete"])),
            KafkaTopicConfig("compression.gzip.level", .integer(-1...9)),
            KafkaTopicConfig("compression.lz4.level", .integer(1...17)),
            KafkaTopicConfig("compression.type", .choice(["uncompressed", "zstd", "lz4", "snappy", "gzip", "producer"])),
            KafkaTopicConfig("compression.zstd.level", .integer(-131_072...22)),
            KafkaTopicConfig("delete.retention.ms", .integer(0...Int64.max)),
            KafkaTopicConfig("file.delete.delay.ms", .integer(0...Int64.max)),
            KafkaTopicConfig("flush.messages", .integer(1...Int64.max)),
            KafkaTopicConfig("flush.ms", .integer(0...Int64.max)),
            KafkaTopicConfig("follower.replication.throttled.replicas", .list(nil)),
            KafkaTopicConfig("index.interval.bytes", .integer(0...Int64(Int32.max))),
            KafkaTopicConfig("leader.replication.throttled.replicas", .list(nil)),
            KafkaTopicConfig("local.retention.bytes", .integer(-2...Int64.max)),
            KafkaTopicConfig("local.retention.ms", .integer(-2...Int64.max)),
            KafkaTopicConfig("max.compaction.lag.ms", .integer(1...Int64.max)),
            KafkaTopicConfig("max.message.bytes", .integer(0...Int64(Int32.max))),
            KafkaTopicConfig("message.timestamp.after.max.ms", .integer(0...Int64.max)),
            KafkaTopicConfig("message.timestamp.before.max.ms", .integer(0...Int64.max)),
            KafkaTopicConfig("message.timestamp.type", .choice(["CreateTime", "LogAppendTime"])),
            KafkaTopicConfig("min.cleanable.dirty.ratio", .fraction(0...1)),
            KafkaTopicConfig("min.compaction.lag.ms", .integer(0...Int64.max)),
            KafkaTopicConfig("min.insync.replicas", .integer(1...Int64(Int32.max))),
            KafkaTopicConfig("preallocate", .boolean),
            KafkaTopicConfig("remote.log.copy.disable", .boolean),
            KafkaTopicConfig("remote.log.delete.on.disable", .boolean),
            KafkaTopicConfig("remote.storage.enable", .boolean),
            KafkaTopicConfig("retention.bytes", .integer(-1...Int64.max)),
            KafkaTopicConfig("retention.ms", .integer(-1...Int64.max)),
            KafkaTopicConfig("segment.bytes", .integer(1_048_576...Int64(Int32.max))),
            KafkaTopicConfig("segment.index.bytes", .integer(4...Int64(Int32.max))),
            KafkaTopicConfig("segment.jitter.ms", .integer(0...Int64.max)),
            KafkaTopicConfig("segment.ms", .integer(1...Int64.max)),
            KafkaTopicConfig("unclean.leader.election.enable", .boolean),
        ].map { ($0.name, $0) })

    /// The value in the one spelling that stands for it, so that equal values are equal texts; or what is wrong with it,
    /// continuing "'retention.ms' ".
    func canonical(_ text: String) -> Result<String, ConfigProblem> {
        var trimmed = text[...]
        while trimmed.utf8.first == 0x20 { trimmed.removeFirst() }
        while trimmed.utf8.last == 0x20 { trimmed.removeLast() }
        switch form {
        case .integer(let range):
            guard let value = Int64(trimmed) else { return .failure(ConfigProblem("must be a whole number, not '\(text)'")) }
            guard range.contains(value) else {
                let bound =
                    range.upperBound == .max ? "at least \(range.lowerBound)" : "from \(range.lowerBound) to \(range.upperBound)"
                return .failure(ConfigProblem("must be \(bound), not \(value)"))
            }
            return .success(String(value))
        case .fraction(let range):
            guard let value = Double(trimmed), range.contains(value) else {
                return .failure(ConfigProblem("must be a number from \(range.lowerBound) to \(range.upperBound), not '\(text)'"))
            }
            return .success("\(value)")
        case .boolean:
            let word = trimmed.lowercased()
            return word == "true" || word == "false"
                ? .success(word) : .failure(ConfigProblem("must be true or false, not '\(text)'"))
        case .choice(let words):
            return words.contains(String(trimmed))
                ? .success(String(trimmed))
                : .failure(ConfigProblem("must be one of \(words.joined(separator: ", ")), not '\(text)'", words: words))
        case .list(let words):
            let items = trimmed.split(separator: ",").map { String($0.filter { !$0.isWhitespace }) }
            guard let words else { return .success(items.joined(separator: ",")) }
            if let stranger = items.first(where: { !words.contains($0) }) {
                return .failure(ConfigProblem("takes \(words.joined(separator: " and ")), not '\(stranger)'", words: words))
            }
            return items.isEmpty ? .failure(ConfigProblem("is empty")) : .success(Set(items).sorted().joined(separator: ","))
        }
    }
}

struct ConfigProblem: Error {
    var message: String
    var words: [String]

    init(_ message: String, words: [String] = []) {
        self.message = message
        self.words = words
    }
}
