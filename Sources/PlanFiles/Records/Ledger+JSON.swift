import LocatedJSON
import MeshModel

extension Ledger {
    var json: JSONValue {
        .record(
            ("topics", topics.isEmpty ? nil : .map(topics, \.json)),
            ("access", access.isEmpty ? nil : .set(access.map { rule, entry in .record(("rule", rule.json), ("entry", entry.json)) })),
            ("subjects", subjects.isEmpty ? nil : .map(subjects, \.json)), ("claims", claims.isEmpty ? nil : .map(claims, \.json)))
    }

    init(_ node: JSONNode) throws(FileProblem) {
        let record = try JSONRecord(node, "topics", "access", "subjects", "claims")
        self.init()
        topics = try record.optional("topics")?.map(LedgerTopic.init) ?? [:]
        subjects = try record.optional("subjects")?.map(LedgerSubject.init) ?? [:]
        claims = try record.optional("claims")?.map(LedgerClaim.init) ?? [:]
        guard let list = record.optional("access") else { return }
        let entries = try list.elements { node throws(FileProblem) in
            let record = try JSONRecord(node, "rule", "entry")
            return (node, try AccessRule(record.required("rule")), try LedgerAccess(record.required("entry")))
        }
        for (node, rule, entry) in entries where access.updateValue(entry, forKey: rule) != nil {
            throw FileProblem("this rule is here twice", at: node)
        }
    }
}

extension LedgerTopic {
    var json: JSONValue {
        .record(
            ("phase", phase == .applied ? nil : .string(phase.rawValue)), ("stewardship", stewardship.json), ("partitions", .number(partitions)),
            ("replication", replication.json), ("config", config.isEmpty ? nil : .map(config) { .string($0) }),
            ("quarantine", quarantine.json(\.json)))
    }

    init(_ node: JSONNode) throws(FileProblem) {
        let record = try JSONRecord(node, "phase", "stewardship", "partitions", "replication", "config", "quarantine")
        self.init(
            phase: try record.optionalWord("phase") ?? .applied, stewardship: try Stewardship(record.required("stewardship")),
            partitions: try record.number("partitions"), replication: try record.optionalNumber("replication"),
            config: try record.optional("config")?.map { node throws(FileProblem) in try node.text() } ?? [:],
            quarantine: try record.read("quarantine", LedgerQuarantine.init))
    }
}

extension LedgerAccess {
    var json: JSONValue {
        .record(("phase", phase == .applied ? nil : .string(phase.rawValue)), ("stewardship", stewardship.json))
    }

    init(_ node: JSONNode) throws(FileProblem) {
        let record = try JSONRecord(node, "phase", "stewardship")
        self.init(phase: try record.optionalWord("phase") ?? .applied, stewardship: try Stewardship(record.required("stewardship")))
    }
}

extension LedgerSubject {
    var json: JSONValue {
        .record(
            ("phase", phase == .applied ? nil : .string(phase.rawValue)), ("stewardship", stewardship.json), ("contract", .string(contract)),
            ("format", .string(format.rawValue)), ("model", .string(model)), ("text", .string(text)),
            ("compatibility", (compatibility?.rawValue).json))
    }

    init(_ node: JSONNode) throws(FileProblem) {
        let record = try JSONRecord(node, "phase", "stewardship", "contract", "format", "model", "text", "compatibility")
        self.init(
            phase: try record.optionalWord("phase") ?? .applied, stewardship: try Stewardship(record.required("stewardship")),
            contract: try record.string("contract"), format: try record.word("format"), model: try record.string("model"),
            text: try record.string("text"), compatibility: try record.optionalWord("compatibility"))
    }
}

extension LedgerClaim {
    var json: JSONValue {
        .record(("repository", repository.json), ("prefixes", .strings(prefixes)), ("kinds", kinds.map { .strings($0) }))
    }

    init(_ node: JSONNode) throws(FileProblem) {
        let record = try JSONRecord(node, "repository", "prefixes", "kinds")
        self.init(
            repository: try record.optionalString("repository"), prefixes: try record.strings("prefixes"),
            kinds: try record.optionalStrings("kinds"))
    }
}
