import LocatedJSON
import MeshModel
import PlanFiles

// What people decided is read strictly: a condition that this Heddle does not know must not be passed over.

extension Approval {
    package var json: JSONValue {
        .record(("plan", .string(plan)), ("by", .string(by)), ("at", .time(at)), ("reason", reason.json))
    }

    init(_ node: JSONNode) throws(FileProblem) {
        let record = try JSONRecord(node, "version", "plan", "by", "at", "reason")
        self.init(
            plan: try record.string("plan"), by: try record.string("by"), at: try record.time("at"), reason: try record.optionalString("reason"))
    }
}

extension Suspension {
    package var json: JSONValue {
        .record(("address", address.json { .string($0.description) }), ("by", .string(by)), ("at", .time(at)), ("reason", reason.json))
    }

    init(_ node: JSONNode) throws(FileProblem) {
        let record = try JSONRecord(node, "version", "address", "by", "at", "reason")
        self.init(
            address: try record.read("address", ResourceAddress.init), by: try record.string("by"), at: try record.time("at"),
            reason: try record.optionalString("reason"))
    }
}

extension AuditHeadNote {
    var json: JSONValue {
        .record(("offset", .number(offset)), ("digest", .string(digest)), ("by", .string(by)), ("at", .time(at)))
    }

    init(_ node: JSONNode) throws(FileProblem) {
        let record = try JSONRecord(open: node)
        self.init(
            offset: Int64(try record.number("offset")), digest: try record.string("digest"), by: try record.string("by"), at: try record.time("at"))
    }
}
