import ContractModel
import EngineInterface
import LocatedJSON
import MeshModel

extension EngineOperation {
    private enum Verb: String {
        case createTopic = "create-topic"
        case setPartitions = "set-partitions"
        case alterConfig = "alter-config"
        case deleteTopic = "delete-topic"
        case setReplication = "set-replication"
        case grant, revoke
        case registerSchema = "register-schema"
        case setCompatibility = "set-compatibility"
        case deleteSubject = "delete-subject"
    }

    /// `{"do": "delete-topic", "topic": "orders.old"}`
    var json: JSONValue {
        func record(_ verb: Verb, _ members: (String, JSONValue?)...) -> JSONValue {
            .object([JSONPair("do", .string(verb.rawValue))] + members.compactMap { name, value in value.map { JSONPair(name, $0) } })
        }
        return switch self {
        case .createTopic(let name, let partitions, let replication, let config):
            record(
                .createTopic, ("topic", .string(name)), ("partitions", .number(partitions)), ("replication", replication.json),
                ("config", config.isEmpty ? nil : .map(config) { .string($0) }))
        case .setPartitions(let topic, let total): record(.setPartitions, ("topic", .string(topic)), ("total", .number(total)))
        case .alterConfig(let topic, let set, let unset):
            record(
                .alterConfig, ("topic", .string(topic)), ("set", set.isEmpty ? nil : .map(set) { .string($0) }),
                ("unset", unset.isEmpty ? nil : .strings(unset.sorted())))
        case .deleteTopic(let name): record(.deleteTopic, ("topic", .string(name)))
        case .setReplication(let topic, let assignment, let throttle):
            record(
                .setReplication, ("topic", .string(topic)), ("assignment", .array(assignment.map { .array($0.map { .number(Int64($0)) }) })),
                ("throttle", throttle.json))
        case .grant(let rule): record(.grant, ("rule", rule.json))
        case .revoke(let rule): record(.revoke, ("rule", rule.json))
        case .registerSchema(let schema):
            record(
                .registerSchema, ("subject", .string(schema.subject)), ("format", .string(schema.format.rawValue)), ("schema", .string(schema.schema)),
                ("references", schema.references.isEmpty ? nil : .array(schema.references.map(\.json))))
        case .setCompatibility(let subject, let mode):
            record(.setCompatibility, ("subject", .string(subject)), ("mode", (mode?.rawValue).json))
        case .deleteSubject(let subject): record(.deleteSubject, ("subject", .string(subject)))
        }
    }

    init(_ node: JSONNode) throws(FileProblem) {
        guard let verb = node["do"] else { throw FileProblem("'do' is missing", at: node) }
        switch try verb.word() as Verb {
        case .createTopic:
            let record = try JSONRecord(node, "do", "topic", "partitions", "replication", "config")
            self = .createTopic(
                name: try record.string("topic"), partitions: try record.number("partitions", in: 1...Int(Int32.max)),
                replication: try record.optionalNumber("replication", in: 1...Int(Int16.max)), config: try record.strings(by: "config"))
        case .setPartitions:
            let record = try JSONRecord(node, "do", "topic", "total")
            self = .setPartitions(topic: try record.string("topic"), total: try record.number("total", in: 1...Int(Int32.max)))
        case .alterConfig:
            let record = try JSONRecord(node, "do", "topic", "set", "unset")
            self = .alterConfig(
                topic: try record.string("topic"), set: try record.strings(by: "set"), unset: Set(try record.optionalStrings("unset") ?? []))
        case .deleteTopic: self = .deleteTopic(name: try JSONRecord(node, "do", "topic").string("topic"))
        case .setReplication:
            let record = try JSONRecord(node, "do", "topic", "assignment", "throttle")
            self = .setReplication(
                topic: try record.string("topic"), assignment: try record.required("assignment").elements(brokerIds),
                throttle: try record.optionalNumber("throttle"))
        case .grant: self = .grant(try AccessRule(JSONRecord(node, "do", "rule").required("rule")))
        case .revoke: self = .revoke(try AccessRule(JSONRecord(node, "do", "rule").required("rule")))
        case .registerSchema:
            let record = try JSONRecord(node, "do", "subject", "format", "schema", "references")
            self = .registerSchema(
                SubjectSchema(
                    subject: try record.string("subject"), format: try record.word("format"), schema: try record.string("schema"),
                    references: try record.optional("references")?.elements(SubjectReference.init) ?? []))
        case .setCompatibility:
            let record = try JSONRecord(node, "do", "subject", "mode")
            self = .setCompatibility(subject: try record.string("subject"), try record.optionalWord("mode"))
        case .deleteSubject: self = .deleteSubject(subject: try JSONRecord(node, "do", "subject").string("subject"))
        }
    }
}

extension SubjectReference {
    var json: JSONValue { .record(("name", .string(name)), ("subject", .string(subject))) }

    init(_ node: JSONNode) throws(FileProblem) {
        let record = try JSONRecord(node, "name", "subject")
        self.init(name: try record.string("name"), subject: try record.string("subject"))
    }
}

extension JSONRecord {
    /// Absent: none.
    fileprivate func strings(by key: String) throws(FileProblem) -> [String: String] {
        try optional(key)?.map { node throws(FileProblem) in try node.text() } ?? [:]
    }
}

/// The replicas of one partition.
func brokerIds(_ node: JSONNode) throws(FileProblem) -> [Int32] {
    try node.elements { node throws(FileProblem) in Int32(clamping: try node.whole(in: 0...Int(Int32.max))) }
}
