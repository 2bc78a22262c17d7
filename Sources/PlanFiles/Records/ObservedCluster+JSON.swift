import LocatedJSON
import MeshModel

extension ObservedCluster {
    var members: [JSONPair] {
        let defaults = ConfigDefaults(of: topics.values)
        guard case .object(let members) = JSONValue.record(
            ("clusterId", clusterId.json), ("defaultPartitions", defaultPartitions.json),
            ("allowsWithoutRules", .flag(allowsWithoutRules)),
            ("brokers", brokers.isEmpty ? nil : .array(brokers.map { .record(("id", .number(Int64($0.id))), ("rack", $0.rack.json)) })),
            ("lacks", capabilities.missing.isEmpty ? nil : .map(capabilities.missing.byName) { .string($0) }),
            ("registryCompatibility", (registryCompatibility?.rawValue).json),
            ("configDefaults", defaults.values.isEmpty ? nil : .map(defaults.values) { $0.json ?? .null }),
            ("topics", .map(topics) { $0.json(beside: defaults) }),
            ("access", .set(access.map(\.json))), ("subjects", subjects.json { .map($0, \.json) }), ("ledger", ledger.json))
        else { return [] }
        return members
    }

    static let memberNames = ["clusterId", "defaultPartitions", "allowsWithoutRules", "brokers", "lacks", "registryCompatibility", "configDefaults", "topics", "access", "subjects", "ledger"]

    /// - Parameter record: one that knows `memberNames`.
    init(_ record: JSONRecord) throws(FileProblem) {
        let list = try record.required("access")
        let access = Set(try list.elements(AccessRule.init))
        guard access.count == list.array?.count else { throw FileProblem("a rule is here twice", at: list) }
        var defaults = ConfigDefaults()
        if let told = record.optional("configDefaults") {
            defaults.values = try told.map { node throws(FileProblem) in node.isNull ? nil : try node.text() }
        }
        var capabilities = Capabilities()
        for (name, reason) in try record.optional("lacks")?.map({ node throws(FileProblem) in try node.text() }) ?? [:] {
            guard let capability = Capability(rawValue: name) else { throw FileProblem("'\(excerpt(name))' is nothing that a cluster can lack", at: list) }
            capabilities.lacks(capability, because: reason)
        }
        self.init(
            clusterId: try record.optionalString("clusterId"),
            topics: try record.required("topics").map { node throws(FileProblem) in try ObservedTopic(node, beside: defaults) }, access: access,
            subjects: try record.optional("subjects")?.map(ObservedSubject.init),
            registryCompatibility: try record.optionalWord("registryCompatibility"), ledger: try Ledger(record.required("ledger")),
            defaultPartitions: try record.optionalNumber("defaultPartitions"), allowsWithoutRules: try record.flag("allowsWithoutRules"),
            brokers: try record.optional("brokers")?.elements(ObservedBroker.init) ?? [], capabilities: capabilities)
    }
}

extension ObservedBroker {
    init(_ node: JSONNode) throws(FileProblem) {
        let record = try JSONRecord(node, "id", "rack")
        self.init(id: Int32(clamping: try record.number("id", in: 0...Int(Int32.max))), rack: try record.optionalString("rack"))
    }
}

extension [Capability: String] {
    fileprivate var byName: [String: String] { [String: String](uniqueKeysWithValues: map { ($0.key.rawValue, $0.value) }) }
}
