import Determinism
import EngineInterface
import MeshModel

/// What a cluster gives its controller: the leadership, readings of a part, and word of changes.
extension WorldState {
    mutating func lead(_ request: LeaseRequest) -> Result<Lease, LeaseProblem> {
        let until = time + .milliseconds(request.duration.count)
        if var held = leader, held.until > time || held.id == request.id {
            guard held.id == request.id else { return .failure(.held(by: held)) }
            held.until = until
            leader = held
            return .success(held)
        }
        nextEpoch += 1
        let lease = Lease(id: request.id, holder: request.holder, purpose: request.purpose, since: time, until: until, epoch: nextEpoch)
        leader = lease
        note("\(lease.holder) leads, epoch \(lease.epoch)")
        return .success(lease)
    }

    func observed(_ focus: ObservationFocus, in earlier: ObservedCluster) -> ObservedCluster {
        let present = observed()
        var seen = earlier
        for name in focus.topics { seen.topics[name] = present.topics[name] }
        if focus.access { seen.access = present.access }
        for name in focus.subjects { seen.subjects?[name] = present.subjects?[name] }
        seen.ledger = present.ledger
        return seen
    }

    func changes(after position: Int64?) -> ObservedChanges {
        guard tellsOfChanges else { return .untold(because: "it is no embedded cluster") }
        let end = Int64(changeLog.count)
        guard let position, position <= end else { return .begun(position: end) }
        var focus = ObservationFocus()
        for change in changeLog[Int(position)...] { focus.formUnion(change) }
        return .told(focus, position: end)
    }

    /// Whatever others do is told as well.
    package mutating func actByHand(_ body: (inout WorldState) -> Void) {
        let before = (topics, access, registry.subjects)
        body(&self)
        var focus = ObservationFocus(access: access != before.1)
        for name in Set(topics.keys).union(before.0.keys) where topics[name] != before.0[name] { focus.topics.insert(name) }
        let subjects = registry.subjects
        for name in Set(subjects.keys).union(before.2.keys) where subjects[name] != before.2[name] { focus.subjects.insert(name) }
        if !focus.isEmpty { changeLog.append(focus) }
    }
}

extension EngineOperation {
    var focus: ObservationFocus {
        switch self {
        case .createTopic(let name, _, _, _), .deleteTopic(let name), .setPartitions(let name, _), .alterConfig(let name, _, _), .setReplication(let name, _, _):
            ObservationFocus(topics: [name])
        case .grant, .revoke: ObservationFocus(access: true)
        case .registerSchema(let schema): ObservationFocus(subjects: [schema.subject])
        case .setCompatibility(let subject, _), .deleteSubject(let subject): ObservationFocus(subjects: [subject])
        }
    }
}
