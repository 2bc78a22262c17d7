import LocatedJSON
import MeshModel

extension ObservedCluster {
    var members: [JSONPair] {
        let defaults = ConfigDefaults(of: topics.values)
        guard case .object(let members) = JSONValue.record(
            ("clusterId", clusterId.json), ("defaultPartitions", defaultPartitions.json),
            ("registryCompatibility", (registryCompatibility?.rawValue).json), 
            ("configDefaults", defaults.values.isEmpty ? nil : .map(defaults.values) { $0.json ?? .null }),
            ("topics", .map(topics) { $0.json(beside: defaults) }),
            ("access", .set(access.map(\.json))), ("subjects", subjects.json { .map($0, \.json) }), ("ledger", ledger.json))
        else { return [] }
        return members
    }

    static let memberNames = ["clusterId", "defaultPartitions", "registryCompatibility", "configDefaults", "topics", "access", "subjects", "ledger"]

    /// - Parameter record: one that knows `memberNames`.
    init(_ record: JSONRecord) throws(FileProblem) {
        let list = try record.required("access")
        let access = Set(try list.elements(AccessRule.init))
        guard access.count == list.array?.count else { throw FileProblem("a rule is here twice", at: list) }
        var defaults = ConfigDefaults()
        if let told = record.optional("configDefaults") {
            defaults.values = try told.map { node throws(FileProblem) in node.isNull ? nil : try node.text() }
        }
        self.init(
            clusterId: try record.optionalString("clusterId"), 
            topics: try record.required("topics").map { node throws(FileProblem) in try ObservedTopic(node, beside: defaults) }, access: access,
            subjects: try record.optional("subjects")?.map(ObservedSubject.init),
            registryCompatibility: try record.optionalWord("registryCompatibility"), ledger: try Ledger(record.required("ledger")),
            defaultPartitions: try record.optionalNumber("defaultPartitions"))
    }
}
