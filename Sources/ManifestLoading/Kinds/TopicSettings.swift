import Diagnostics
import MeshModel

private let cleanupChoices = [
    Choice("delete", "Old records are deleted when `retention` says so."),
    Choice(
        "compact",
        "The last record of each key is kept. Write both, `[delete, compact]`, for a compacted topic whose old keys expire."),
]

/// What a topic and the mesh's defaults for topics both have.
let topicSettingFields = [
    FieldDescription(
        "partitions", .integer(1...100_000), fallback: "1", example: "6",
        "How many partitions the topic has. More can be added later, which moves keys; fewer cannot."),
    FieldDescription(
        "replication", .integer(1...Int64(Int16.max)), fallback: "the cluster's default", example: "3",
        "On how many brokers each partition is kept."),
    FieldDescription(
        "retention", .object(retentionDescription), fallback: "the cluster's default", example: "{ time: 7d, size: 10GiB }",
        "How long, and how much, is kept."),
    FieldDescription(
        "cleanup", .either([.choice(cleanupChoices), .list(of: .choice(cleanupChoices), atLeast: 1)]), fallback: "delete",
        example: "compact", "What happens to old records."),
    FieldDescription(
        "validation",
        .choice([
            Choice("none", "Nothing is checked."), Choice("warn", "What breaks the contract is let in and counted."),
            Choice("enforce", "A record must name its contract's schema."),
            Choice("enforce-payload", "A record must be readable by its contract."),
        ]), fallback: "none", example: "enforce", "What the brokers check of a record that comes in."),
    FieldDescription(
        "config", .map(of: .setting, keys: "config keys"), example: "{ min.insync.replicas: 2 }",
        "The engine's own topic configs, for what has no field here. `null` leaves a key alone, whatever it is."),
    FieldDescription(
        "deletionProtection", .boolean, fallback: "false", example: "true",
        "Whether Heddle must refuse to delete the topic. It is kept in the mesh: taking the manifest away does not take it away."),
]

private let retentionDescription = ObjectDescription(
    "a retention",
    [
        FieldDescription(
            "time", .duration(allowsUnlimited: true), example: "7d",
            "How long a record is kept at least; a plain number is milliseconds. `unlimited` (or -1): for ever."),
        FieldDescription(
            "size", .size(allowsUnlimited: true), example: "10GiB",
            "How much of each partition is kept at most; a plain number is bytes. `unlimited` (or -1): all of it."),
    ])

func decodeTopicSettings(_ value: ManifestValue, diagnostics: inout [Diagnostic]) -> TopicSettings {
    var config: [(String, Located<ConfigSetting>)] = []
    var configKeys: [(String, SourceRange)] = []
    for field in value["config"]?.fields ?? [] {
        guard case .setting(let setting) = field.value.content else { continue }
        if let rival = typedField(for: field.name, in: value) {
            diagnostics.append(
                Diagnostic(
                    code: "topic/config-conflict", "'\(field.name)' is already said by '\(rival.name)'", at: field.nameRange,
                    secondary: [.init("said here", at: rival.range)],
                    suggestion: "keep one of them; '\(rival.name)' is checked more closely"))
            continue
        }
        config.append((field.name, Located(setting, at: field.value.range)))
        configKeys.append((field.name, field.nameRange))
    }
    let retention = value["retention"]
    return TopicSettings(
        partitions: value.integer("partitions"), replication: value.integer("replication"),
        retentionTime: retention?.duration("time"),
        retentionSize: retention?.size("size"), cleanup: decodeCleanup(value), validation: value.choice("validation"),
        config: Dictionary(config, uniquingKeysWith: { _, last in last }),
        configKeys: Dictionary(configKeys, uniquingKeysWith: { _, last in last }),
        deletionProtection: value.boolean("deletionProtection"))
}

private func decodeCleanup(_ value: ManifestValue) -> Located<Set<CleanupPolicy>>? {
    guard let cleanup = value["cleanup"] else { return nil }
    let words = cleanup.list?.compactMap(\.text) ?? [cleanup.text].compactMap { $0 }
    let policies = Set(words.compactMap(CleanupPolicy.init(rawValue:)))
    return policies.isEmpty ? nil : Located(policies, at: cleanup.range)
}

/// The typed field that says the same as a config key, where both are there.
private func typedField(for key: String, in value: ManifestValue) -> (name: String, range: SourceRange)? {
    let (name, field): (String, ManifestField?) =
        switch key {
        case "retention.ms": ("retention.time", value["retention"]?.field("time"))
        case "retention.bytes": ("retention.size", value["retention"]?.field("size"))
        case "cleanup.policy": ("cleanup", value.field("cleanup"))
        default: ("", nil)
        }
    return field.map { (name, $0.nameRange) }
}
