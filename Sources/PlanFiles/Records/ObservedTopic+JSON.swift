import LocatedJSON
import MeshModel

extension ObservedTopic {
    /// A config key is under `set` where the topic itself has it, under `default` where a broker's or a built-in default shows;
    /// `null` is a value that the cluster does not tell.
    var json: JSONValue {
        .record(
            ("id", id.json), ("partitions", .number(partitions)), ("replication", .number(replication)), ("internal", .flag(isInternal)),
            ("config", config.json(Self.json(of:))),
            ("held", held.json { .record(("total", .number($0.total)), ("expired", .number($0.expired))) }), ("usage", usage.json(\.json)))
    }

    private static func json(of config: [String: ConfigEntry]) -> JSONValue {
        func part(_ isSet: Bool) -> JSONValue? {
            let entries = config.filter { $0.value.isSetOnTopic == isSet }
            return entries.isEmpty ? nil : .map(entries) { $0.value.json ?? .null }
        }
        return .record(("set", part(true)), ("default", part(false)))
    }

    init(_ node: JSONNode) throws(FileProblem) {
        let record = try JSONRecord(node, "id", "partitions", "replication", "internal", "config", "held", "usage")
        self.init(
            id: try record.optionalString("id"), partitions: try record.number("partitions"), replication: try record.number("replication"),
            isInternal: try record.flag("internal"), config: try record.read("config", Self.config),
            held: try record.read("held", HeldRecords.init), usage: try record.read("usage", TopicUsage.init))
    }

    private static func config(_ node: JSONNode) throws(FileProblem) -> [String: ConfigEntry] {
        let record = try JSONRecord(node, "set", "default")
        var config: [String: ConfigEntry] = [:]
        if let set = record.optional("set") { config = try entries(set, isSet: true) }
        guard let defaults = record.optional("default") else { return config }
        for (key, entry) in try entries(defaults, isSet: false) {
            guard config.updateValue(entry, forKey: key) == nil else {
                throw FileProblem("'\(excerpt(key))' is both set and a default", at: node)
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
