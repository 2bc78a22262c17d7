import Diagnostics
import MeshModel

/// A topic's settings in Kafka's terms, each with where it was said.
struct LoweredSettings {
    var partitions: Located<Int>?
    var replication: Located<Int>?
    var config: [String: Located<ConfigSetting>] = [:]
    private var configKeys: [String: SourceRange]
    var validation: Located<Validation>?
    var deletionProtection: Located<Bool>?

    /// Typed fields become Kafka's config keys. Values are not checked here.
    init(_ settings: TopicSettings) {
        partitions = settings.partitions
        replication = settings.replication
        validation = settings.validation
        deletionProtection = settings.deletionProtection
        config = settings.config
        configKeys = settings.configKeys
        if let time = settings.retentionTime { config["retention.ms"] = time.map { .value("\($0.count)") } }
        if let size = settings.retentionSize { config["retention.bytes"] = size.map { .value("\($0.count)") } }
        if let cleanup = settings.cleanup {
            config["cleanup.policy"] = cleanup.map { .value($0.map(\.rawValue).sorted().joined(separator: ",")) }
        }
    }

    /// What these settings do not say, the others do. Key by key, so that a topic's one config key leaves the defaults' rest.
    func withDefaults(_ defaults: LoweredSettings) -> LoweredSettings {
        var settings = self
        settings.partitions = partitions ?? defaults.partitions
        settings.replication = replication ?? defaults.replication
        settings.validation = validation ?? defaults.validation
        settings.deletionProtection = deletionProtection ?? defaults.deletionProtection
        settings.config = config.merging(defaults.config) { own, _ in own }
        return settings
    }

    /// Brings values to their canonical spelling and says which keys and values Kafka would refuse.
    ///
    /// - Parameter mayHaveOwnKeys: the topic is only on clusters that others run, whose makers add keys of their own.
    mutating func checkConfig(mayHaveOwnKeys: Bool, _ diagnostics: inout Findings) {
        for (key, setting) in config.sorted(by: { $0.key < $1.key }) {
            guard let known = KafkaTopicConfig.all[key] else {
                diagnostics.append(unknownConfig(key, at: configKeys[key] ?? setting.range, mayHaveOwnKeys: mayHaveOwnKeys))
                continue
            }
            guard case .value(let text) = setting.value else { continue }
            switch known.canonical(text) {
            case .success(let canonical): config[key]?.value = .value(canonical)
            case .failure(let problem):
                diagnostics.append(
                    Diagnostic(
                        code: "topic/invalid-config", "'\(key)' \(problem.message)", at: setting.range,
                        suggestion: remedy(key, text, problem)))
            }
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

/// Kafka's configs are bare numbers; people write units.
private func remedy(_ key: String, _ text: String, _ problem: ConfigProblem) -> String? {
    if key.hasSuffix(".ms"), let time = Milliseconds(parsing: text) {
        return "write \(time.count): this config is in milliseconds"
    }
    if key.hasSuffix(".bytes"), let size = ByteCount(parsing: text) { return "write \(size.count): this config is in bytes" }
    return closestMatch(to: text, among: problem.words).map { "did you mean '\($0)'?" }
}
