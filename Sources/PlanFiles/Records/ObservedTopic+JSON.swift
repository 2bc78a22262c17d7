import LocatedJSON
import MeshModel

/// The defaults that most topics of a cluster show: told once, instead of ten thousand times.
struct ConfigDefaults {
    /// nil: a value that the cluster does not tell.
    var values: [String: String?] = [:]

    static let none = ConfigDefaults()

    init() {}

    /// What more than half of the topics that tell their config have.
    init(of topics: some Collection<ObservedTopic>) {
        var counts: [String: [String?: Int]] = [:]
        let told = topics.compactMap(\.config)
        for config in told {
            for (key, entry) in config where !entry.isSetOnTopic { counts[key, default: [:]][entry.value, default: 0] += 1 }
        }
        for (key, values) in counts {
            guard let most = values.first(where: { $0.value * 2 > told.count }) else { continue }
            self.values[key] = .some(most.key)
        }
    }
}

extension ObservedTopic {
    var json: JSONValue { json(beside: .none) }

    /// A config key is under `set` where the topic itself has it. Any other is as the cluster's `configDefaults` say, but those under
    /// `default`, which have another default, and those under `without`, which the topic does not show at all. `null` is a value
    /// that the cluster does not tell.
    func json(beside defaults: ConfigDefaults) -> JSONValue {
        .record(
            ("id", id.json), ("partitions", .number(partitions)), ("replication", .number(replication)), ("internal", .flag(isInternal)),
            ("config", config.json { Self.json(of: $0, beside: defaults) }),
            ("held", held.json { .record(("total", .number($0.total)), ("expired", .number($0.expired))) }), ("usage", usage.json(\.json)),
            ("replicas", replicas.isEmpty ? nil : .array(replicas.map { .array($0.map { .number(Int64($0)) }) })), ("moving", .flag(isMoving)))
    }

    private static func json(of config: [String: ConfigEntry], beside defaults: ConfigDefaults) -> JSONValue {
        let set = config.filter(\.value.isSetOnTopic)
        let others = config.filter { key, entry in !entry.isSetOnTopic && defaults.values[key] != .some(entry.value) }
        let without = defaults.values.keys.filter { config[$0] == nil }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        func part(_ entries: [String: ConfigEntry]) -> JSONValue? { entries.isEmpty ? nil : .map(entries) { $0.value.json ?? .null } }
        return .record(("set", part(set)), ("default", part(others)), ("without", without.isEmpty ? nil : .strings(without)))
    }

    init(_ node: JSONNode, beside defaults: ConfigDefaults) throws(FileProblem) {
        let record = try JSONRecord(node, "id", "partitions", "replication", "internal", "config", "held", "usage", "replicas", "moving")
        self.init(
            id: try record.optionalString("id"), partitions: try record.number("partitions"), replication: try record.number("replication"),
            isInternal: try record.flag("internal"),
            config: try record.read("config") { node throws(FileProblem) in try Self.config(node, beside: defaults) },
            held: try record.read("held", HeldRecords.init), usage: try record.read("usage", TopicUsage.init),
            replicas: try record.optional("replicas")?.elements(brokerIds) ?? [], isMoving: try record.flag("moving"))
    }

    private static func config(_ node: JSONNode, beside defaults: ConfigDefaults) throws(FileProblem) -> [String: ConfigEntry] {
        let record = try JSONRecord(node, "set", "default", "without")
        var config = defaults.values.mapValues { ConfigEntry(value: $0, isSetOnTopic: false) }
        for key in try record.optionalStrings("without") ?? [] { config[key] = nil }
        var own: Set<String> = []
        for (part, isSet) in [("set", true), ("default", false)] {
            guard let node = record.optional(part) else { continue }
            for (key, entry) in try entries(node, isSet: isSet) {
                guard own.insert(key).inserted else { throw FileProblem("'\(excerpt(key))' is both set and a default", at: node) }
                config[key] = entry
            }
        }
        return config
    }

    private static func entries(_ node: JSONNode, isSet: Bool) throws(FileProblem) -> [String: ConfigEntry] {
        try node.map { value throws(FileProblem) in
            ConfigEntry(value: value.isNull ? nil : try value.text(), isSetOnTopic: isSet)
        }
    }
}

extension HeldRecords {
    init(_ node: JSONNode) throws(FileProblem) {
        let record = try JSONRecord(node, "total", "expired")
        self.init(total: Int64(try record.number("total")), expired: Int64(try record.number("expired")))
    }
}

extension TopicUsage {
    var json: JSONValue {
        .record(
            ("bytes", bytes.json),
            ("groups", .array(groups.map { .record(("group", .string($0.group)), ("members", .number($0.members)), ("lag", $0.lag.json)) })))
    }

    init(_ node: JSONNode) throws(FileProblem) {
        let record = try JSONRecord(node, "bytes", "groups")
        self.init(
            bytes: try record.optionalNumber("bytes").map { Int64($0) },
            groups: try record.required("groups").elements { node throws(FileProblem) in
                let record = try JSONRecord(node, "group", "members", "lag")
                return GroupUsage(
                    group: try record.string("group"), members: try record.number("members", in: 0...100_000_000),
                    lag: try record.optionalNumber("lag").map { Int64($0) })
            })
    }
}
