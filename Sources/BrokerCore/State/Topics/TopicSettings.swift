import BrokerLog
import KafkaWire

/// What a topic's configs come to, parsed once so that no request has to.
struct TopicSettings {
    var log: LogConfiguration
    var maxMessageBytes: Int
    /// `message.timestamp.after.max.ms`: how far a batch's newest timestamp may lie ahead of the broker's clock.
    var timestampAfterMax: Int64
    /// `message.timestamp.before.max.ms`
    var timestampBeforeMax: Int64
    /// What `heddle.key.validation` and `heddle.value.validation` ask; nil where they ask nothing.
    var validation: TopicValidation?

    var isCompacted: Bool { log.compacts }

    /// All values were checked when they were set; one that is not a number all the same counts as the default.
    init(overrides: [String: String], broker: BrokerConfigs) {
        func text(_ name: String) -> String { broker.effective(name, topic: overrides) }
        func number(_ name: String) -> Int64 {
            Int64(text(name).trimmedASCII) ?? Int64(ConfigTable.topic[name]?.defaultValue ?? "") ?? 0
        }
        let policy = text("cleanup.policy").configWords
        let retentionAge = number("retention.ms")
        let retentionBytes = number("retention.bytes")
        log = LogConfiguration(
            segmentBytes: Int(number("segment.bytes")),
            segmentAge: .milliseconds(number("segment.ms")),
            retentionAge: retentionAge < 0 ? nil : .milliseconds(retentionAge),
            retentionBytes: retentionBytes < 0 ? nil : retentionBytes,
            indexIntervalBytes: Int(number("index.interval.bytes")),
            timestampType: text("message.timestamp.type") == "LogAppendTime" ? .logAppendTime : .createTime,
            // Compaction comes later: until then a topic that is only compacted keeps everything.
            deletesOldSegments: policy.contains("delete"),
            compacts: policy.contains("compact"))
        maxMessageBytes = Int(number("max.message.bytes"))
        timestampAfterMax = number("message.timestamp.after.max.ms")
        timestampBeforeMax = number("message.timestamp.before.max.ms")
        validation = TopicValidation(
            key: PartRule(mode: text("heddle.key.validation"), subjects: text("heddle.key.subjects")),
            value: PartRule(mode: text("heddle.value.validation"), subjects: text("heddle.value.subjects")))
    }
}
