import Diagnostics
import MeshModel

/// A topic's settings in Kafka's terms, each with where it was said.
struct LoweredSettings {
    var partitions: Located<Int>?
    var replication: Located<Int>?
    var config: [String: Located<ConfigSetting>]
    private var configKeys: [String: SourceRange]
    var validation: Located<Validation>?
    var deletionProtection: Located<Bool>?

    /// Typed fields become Kafka's config keys. Values are not checked here.
    init(_ settings: TopicSettings) {
        partitions = settings.partitions
        replication = settings.replication
        validation = settings.validation
        deletionProtection = settings.deletionProtection
        configKeys = settings.configKeys
        // All at once, so that the table is made in its size.
        var pairs = settings.config.map { ($0, $1) }
        if let time = settings.retentionTime { pairs.append(("retention.ms", time.map { .value(String($0.count)) })) }
        if let size = settings.retentionSize { pairs.append(("retention.bytes", size.map { .value(String($0.count)) })) }
        if let cleanup = settings.cleanup {
            pairs.append(("cleanup.policy", cleanup.map { .value($0.map(\.rawValue).sorted().joined(separator: ",")) }))
        }
        config = Dictionary(pairs, uniquingKeysWith: { _, typed in typed })
    }

    /// What these settings do not say, the others do. Key by key, so that a topic's one config key leaves the defaults' rest.
    func withDefaults(_ defaults: LoweredSettings) -> LoweredSettings {
        var settings = self
        settings.partitions = partitions ?? defaults.partitions
        settings.replication = replication ?? defaults.replication
        settings.validation = validation ?? defaults.validation
        settings.deletionProtection = deletionProtection ?? defaults.deletionProtection
        for (key, setting) in defaults.config where config.index(forKey: key) == nil { settings.config[key] = setting }
        return settings
    }

    /// Brings values to their canonical spelling and says which keys and values Kafka would refuse.
    ///
    /// - Parameter mayHaveOwnKeys: the topic is only on clusters that others run, whose makers add keys of their own.
    mutating func checkConfig(mayHaveOwnKeys: Bool, _ diagnostics: inout Findings) {
        var problems: [(key: String, problem: ConfigProblem?)] = []
        for (key, setting) in config {
            guard let known = KafkaTopicConfig.all[key] else {
                problems.append((key, nil))
                continue
            }
            guard case .value(let text) = setting.value else { continue }
            switch known.canonical(text) {
            case .success(let canonical): if canonical != text { config[key]?.value = .value(canonical) }
            case .failure(let problem): problems.append((key, problem))
            }
        }
        for (key, problem) in problems.sorted(by: { $0.key < $1.key }) {
            guard let setting = config[key] else { continue }
            guard let problem, case .value(let text) = setting.value else {
                diagnostics.append(unknownConfig(key, at: configKeys[key] ?? setting.range, mayHaveOwnKeys: mayHaveOwnKeys))
                continue
            }
            diagnostics.append(
                Diagnostic(
                    code: "topic/invalid-config", "'\(key)' \(problem.message)", at: setting.range,
                    suggestion: remedy(key, text, problem)))
        }
    }
}

private func unknownConfig(_ key: String, at range: SourceRange?, mayHaveOwnKeys: Bool) -> Diagnostic {
    let close = closestMatch(to: key, among: KafkaTopicConfig.all.keys)
    if close == nil, mayHaveOwnKeys {
        return Diagnostic(
            .warning, code: "topic/unknown-config", "'\(key)' is no topic config of Kafka's: it is sent to the cluster as it is",
            at: range)
    }
    return Diagnostic(
        code: "topic/unknown-config", "there is no topic config '\(key)'", at: range,
        suggestion: close.map { "did you mean '\($0)'?" })
}

/// Why a manifest cannot say a config value that a topic has; nil: it can.
package func topicConfigProblem(_ key: String, _ value: String, mayHaveOwnKeys: Bool) -> String? {
    guard let known = KafkaTopicConfig.all[key] else {
        let diagnostic = unknownConfig(key, at: nil, mayHaveOwnKeys: mayHaveOwnKeys)
        return diagnostic.severity == .error ? diagnostic.message : nil
    }
    guard case .failure(let problem) = known.canonical(value) else { return nil }
    return "'\(key)' \(problem.message)"
}

/// Kafka's configs are bare numbers; people write units.
private func remedy(_ key: String, _ text: String, _ problem: ConfigProblem) -> String? {
    if key.hasSuffix(".ms"), let time = Milliseconds(parsing: text) {
        return "write \(time.count): this config is in milliseconds"
    }
    if key.hasSuffix(".bytes"), let size = ByteCount(parsing: text) { return "write \(size.count): this config is in bytes" }
    return closestMatch(to: text, among: problem.words).map { "did you mean '\($0)'?" }
}
