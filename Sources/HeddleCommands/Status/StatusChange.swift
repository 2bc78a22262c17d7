import Determinism
import MeshControl
import MeshModel
import PlanFiles

/// One thing that has become otherwise between two looks.
struct StatusChange: Sendable, Equatable {
    enum Event: String, Sendable {
        /// `state` says what the cluster's word is now: `current`, `stale`, `unknown`, `unreachable`.
        case heard, condition, revision, problem, pending, approved, suspended, resumed, gone
    }

    var event: Event
    var cluster: String
    var address: ResourceAddress?
    var condition: Condition?
    /// Of the event: a state, a revision, a plan's id.
    var value: String?
    var message: String?

    func line(at time: Instant) -> String {
        let subject = printable(address?.description ?? "cluster \(cluster)")
        let detail: String =
            if let condition {
                "\(condition.kind.rawValue) \(condition.state.rawValue)  \(printable(condition.reason))"
            } else {
                [event.rawValue, value.map(printable)].compactMap { $0 }.joined(separator: " ")
            }
        return "\(utc(time))  \(subject)  \(detail)\(message.map { $0.isEmpty ? "" : ": \(printable($0))" } ?? "")"
    }

    /// The shape is Specs/status/v1/change.schema.json; it changes only by adding.
    func json(of mesh: String, at time: Instant) -> JSONValue {
        .record(
            ("formatVersion", .string("1.0")), ("at", .string(utc(time))), ("mesh", .string(mesh)), ("cluster", .string(cluster)), ("event", .string(event.rawValue)),
            ("address", address.json { .string($0.description) }), ("condition", condition.json { .string($0.kind.rawValue) }),
            ("status", condition.json { .string($0.state.rawValue) }), ("reason", condition.json { .string($0.reason) }), ("value", value.json),
            ("message", message.flatMap { $0.isEmpty ? nil : $0 }.json))
    }
}

extension MeshStatus {
    /// - Parameter earlier: nil at the first look: then what needs no looking at is passed over.
    func changes(since earlier: MeshStatus?) -> [StatusChange] {
        clusters.flatMap { cluster in cluster.changes(since: earlier?.clusters.first { $0.name == cluster.name }) }
    }
}

extension MeshStatus.Cluster {
    fileprivate func changes(since earlier: MeshStatus.Cluster?) -> [StatusChange] {
        var changes: [StatusChange] = []
        func note(_ event: StatusChange.Event, _ value: String? = nil, of address: ResourceAddress? = nil, _ condition: Condition? = nil, _ message: String? = nil) {
            changes.append(StatusChange(event: event, cluster: name, address: address, condition: condition, value: value, message: message))
        }
        if state != earlier?.state {
            if case .unreachable(let reason) = word { note(.heard, state, nil, reason) } else { note(.heard, state, nil, status.map { "controller \($0.controller)" }) }
        }
        if case .unreachable = word { return changes }
        // What could not be read in between is compared with what was known before.
        if let revision = status?.source.revision, revision != earlier?.status?.source.revision { note(.revision, revision) }
        if let problem = status?.source.problem, problem != earlier?.status?.source.problem { note(.problem, status?.source.seen, nil, problem) }
        noteConditions(status?.conditions ?? [], earlier?.status?.conditions ?? []) { note(.condition, nil, of: nil, $0, $0.message) }
        if let pending, pending.id != earlier?.pending?.id { note(.pending, pending.id, nil, pending.changes.map { "\($0.action) \($0.address)" }.joined(separator: ", ")) }
        if let approval, approval != earlier?.approval { note(.approved, approval.plan, nil, "by \(approval.by)") }
        for suspension in suspensions where earlier?.suspensions.contains(suspension) != true {
            note(.suspended, of: suspension.address, nil, "by \(suspension.by)\(suspension.reason.map { ", \($0)" } ?? "")")
        }
        for suspension in earlier?.suspensions ?? [] where !suspensions.contains(where: { $0.address == suspension.address }) {
            note(.resumed, of: suspension.address)
        }
        let before = Dictionary((earlier?.resources ?? []).map { ($0.address, $0) }) { $1 }
        let now = Set(resources.map(\.address))
        for resource in resources {
            noteConditions(resource.conditions, before[resource.address]?.conditions ?? []) { condition in
                note(.condition, of: resource.address, condition, condition.message)
            }
        }
        for address in before.keys.sorted() where !now.contains(address) { note(.gone, of: address) }
        return changes
    }

    /// Good news is news only where it was otherwise before.
    private func noteConditions(_ now: [Condition], _ before: [Condition], _ note: (Condition) -> Void) {
        for condition in now {
            let earlier = before.first { $0.kind == condition.kind }
            let isGood = (condition.kind == .synced || condition.kind == .ready) == (condition.state == .yes) && condition.state != .unknown
            guard let earlier else {
                if !isGood { note(condition) }
                continue
            }
            if (earlier.state, earlier.reason) != (condition.state, condition.reason) { note(condition) }
        }
    }
}
