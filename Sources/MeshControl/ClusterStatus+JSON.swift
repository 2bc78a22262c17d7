import LocatedJSON
import MeshModel
import PlanFiles

extension ClusterStatus {
    package var json: JSONValue {
        .record(
            ("mesh", .string(mesh)), ("environment", environment.json), ("cluster", .string(cluster)), ("controller", .string(controller)),
            ("epoch", .number(epoch)), ("conditions", .array(conditions.map(\.json))), ("source", source.json), ("counts", counts.json),
            ("pending", pending.json(\.json)), ("suspensions", suspensions.isEmpty ? nil : .array(suspensions.map(\.json))),
            ("rounds", .number(rounds)), ("observedAt", observedAt.json { .time($0) }), ("writtenAt", .time(writtenAt)),
            ("validUntil", .time(validUntil)))
    }

    init(_ node: JSONNode) throws(FileProblem) {
        let record = try JSONRecord(open: node)
        self.init(
            mesh: try record.string("mesh"), environment: try record.optionalString("environment"), cluster: try record.string("cluster"),
            conditions: try record.required("conditions").elements(Condition.init), source: try Source(record.required("source")),
            counts: try Counts(record.required("counts")), pending: try record.read("pending", PendingPlan.init),
            suspensions: try record.optional("suspensions")?.elements(Suspension.init) ?? [], controller: try record.string("controller"),
            epoch: Int64(try record.number("epoch")), rounds: try record.number("rounds"), observedAt: try record.optionalTime("observedAt"),
            writtenAt: try record.time("writtenAt"), validUntil: try record.time("validUntil"))
    }
}

extension ClusterStatus.Source {
    package var json: JSONValue {
        .record(
            ("revision", revision.json), ("repository", repository.json), ("seen", seen.json), ("problem", problem.json),
            ("diagnostics", diagnostics.isEmpty ? nil : .strings(diagnostics)))
    }

    init(_ node: JSONNode) throws(FileProblem) {
        let record = try JSONRecord(open: node)
        self.init(
            revision: try record.optionalString("revision"), repository: try record.optionalString("repository"),
            seen: try record.optionalString("seen"), problem: try record.optionalString("problem"),
            diagnostics: try record.optionalStrings("diagnostics") ?? [])
    }
}

extension ClusterStatus.Counts {
    package var json: JSONValue {
        .record(
            ("resources", .number(resources)), ("synced", .number(synced)), ("ready", .number(ready)), ("drifted", .number(drifted)),
            ("blocked", .number(blocked)))
    }

    init(_ node: JSONNode) throws(FileProblem) {
        let record = try JSONRecord(open: node)
        self.init(
            resources: try record.number("resources"), synced: try record.number("synced"), ready: try record.number("ready"),
            drifted: try record.number("drifted"), blocked: try record.number("blocked"))
    }
}

extension PendingPlan {
    /// Clusters take records of a megabyte.
    static let mostListed = 300

    package var json: JSONValue {
        let left = unlisted + max(0, changes.count - Self.mostListed)
        return .record(
            ("id", .string(id)), ("since", .time(since)), ("changes", .array(changes.prefix(Self.mostListed).map(\.json))),
            ("unlisted", left == 0 ? nil : .number(left)))
    }

    init(_ node: JSONNode) throws(FileProblem) {
        let record = try JSONRecord(open: node)
        self.init(
            id: try record.string("id"), changes: try record.required("changes").elements(PendingChange.init),
            unlisted: try record.optionalNumber("unlisted") ?? 0, since: try record.time("since"))
    }
}

extension PendingPlan.PendingChange {
    package var json: JSONValue {
        .record(("address", .string(address.description)), ("action", .string(action)), ("risk", .string(risk)), ("reasons", .strings(reasons)))
    }

    init(_ node: JSONNode) throws(FileProblem) {
        let record = try JSONRecord(open: node)
        self.init(
            address: try ResourceAddress(record.required("address")), action: try record.string("action"), risk: try record.string("risk"),
            reasons: try record.strings("reasons"))
    }
}
