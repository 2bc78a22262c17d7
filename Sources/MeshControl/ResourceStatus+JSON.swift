import LocatedJSON
import MeshModel
import PlanFiles

extension Condition {
    /// As Kubernetes spells conditions, in which tools look for them.
    package var json: JSONValue {
        .record(
            ("type", .string(kind.rawValue)), ("status", .string(state.rawValue)), ("reason", .string(reason)),
            ("message", message.isEmpty ? nil : .string(message)), ("since", .time(since)))
    }

    init(_ node: JSONNode) throws(FileProblem) {
        let record = try JSONRecord(open: node)
        self.init(
            try record.word("type"), try record.word("status"), reason: try record.string("reason"),
            message: try record.optionalString("message") ?? "", since: try record.time("since"))
    }
}

extension ResourceStatus {
    package var json: JSONValue { json(epoch: nil) }

    func json(epoch: Int64?) -> JSONValue {
        .record(
            ("address", .string(address.description)), ("epoch", epoch.json), ("generation", .number(generation)),
            ("observedGeneration", .number(observedGeneration)), ("revision", revision.json), ("conditions", .array(conditions.map(\.json))))
    }

    static func read(_ node: JSONNode) throws(FileProblem) -> (ResourceStatus, epoch: Int64) {
        let record = try JSONRecord(open: node)
        let status = ResourceStatus(
            address: try ResourceAddress(record.required("address")), generation: try record.number("generation"),
            observedGeneration: try record.number("observedGeneration"), revision: try record.optionalString("revision"),
            conditions: try record.required("conditions").elements(Condition.init))
        return (status, Int64(try record.number("epoch")))
    }
}
