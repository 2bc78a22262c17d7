import EngineInterface
import LocatedJSON
import MeshModel

extension LedgerUpdate {
    /// `{"topic": "orders", "entry": {…}}`; without an entry it is removed.
    var json: JSONValue {
        switch self {
        case .topic(let name, let entry): .record(("topic", .string(name)), ("entry", entry.json(\.json)))
        case .access(let rule, let entry): .record(("access", rule.json), ("entry", entry.json(\.json)))
        case .subject(let name, let entry): .record(("subject", .string(name)), ("entry", entry.json(\.json)))
        case .claim(let mesh, let claim): .record(("claim", .string(mesh)), ("entry", claim.json(\.json)))
        }
    }

    init(_ node: JSONNode) throws(FileProblem) {
        let record = try JSONRecord(node, "topic", "access", "subject", "claim", "entry")
        guard ["topic", "access", "subject", "claim"].count(where: record.has) == 1 else {
            throw FileProblem("a note is about one of 'topic', 'access', 'subject' and 'claim'", at: node)
        }
        if let name = try record.optionalString("topic") {
            self = .topic(name, try record.read("entry", LedgerTopic.init))
        } else if let rule = record.optional("access") {
            self = .access(try AccessRule(rule), try record.read("entry", LedgerAccess.init))
        } else if let name = try record.optionalString("subject") {
            self = .subject(name, try record.read("entry", LedgerSubject.init))
        } else {
            self = .claim(try record.string("claim"), try record.read("entry", LedgerClaim.init))
        }
    }
}
