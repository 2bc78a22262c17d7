import MeshControl
import PlanFiles

extension MeshStatus {
    /// The shape is Specs/status/v1/status.schema.json; it changes only by adding.
    var json: JSONValue {
        .record(
            ("formatVersion", .string("1.0")), ("mesh", .string(mesh)), ("settled", .bool(isSettled)), ("clusters", .array(clusters.map(\.json))))
    }
}

extension MeshStatus.Cluster {
    /// `current`, `stale`, `unknown` or `unreachable`.
    var state: String {
        switch word {
        case .unreachable: "unreachable"
        case .none: "unknown"
        case .status(_, let isCurrent): isCurrent ? "current" : "stale"
        }
    }

    fileprivate var json: JSONValue {
        var reason: String?
        if case .unreachable(let failure) = word { reason = failure }
        return .record(
            ("name", .string(name)), ("state", .string(state)), ("error", reason.json), ("status", status.json(\.json)),
            ("approval", approval.json(\.json)), ("suspensions", .array(suspensions.map(\.json))), ("resources", .array(resources.map(\.json))),
            ("problems", problems.isEmpty ? nil : .array(problems.map(\.json))))
    }
}

extension ControlProblem {
    fileprivate var json: JSONValue { .record(("key", .string(key)), ("message", .string(message))) }
}
