import EngineInterface
import MeshModel
import MeshPlanning

/// What another hand changed, and what is to become of it.
struct Drift: Sendable, Hashable {
    var address: ResourceAddress
    var subject: String?
    var response: DriftPolicy.Response
    /// One sentence: two drifts with one sentence are the same.
    var message: String
}

/// A plan in which only that drift is left which is to be put right.
struct DriftReading: Sendable {
    var plan: ClusterPlan
    /// Without what is ignored; at most one of a response for each address and subject.
    var drifts: [Drift] = []
}

/// Asks the mesh's policy of every drift in the plan, and takes out of the plan what is to be left as found.
///
/// Fields of a topic that stay are planned again as if they were as declared, so that the rest of the change keeps its own risk and
/// notes. A change that cannot be taken apart so is left out whole.
func respondToDrift(in plan: ClusterPlan, observed: ObservedCluster, planner: ClusterPlanner) -> DriftReading {
    let policy = planner.mesh.drift
    var reading = DriftReading(plan: plan)
    var left: Set<DriftKey> = []
    var blinded = observed
    var again: Set<String> = []
    for change in plan.changes where change.isDrift {
        let fields = change.fields.filter(\.isDrift)
        guard !fields.isEmpty else {
            reading.add(change, policy.response(to: nil, of: change.address), change.reasons.last ?? "it was changed outside Heddle", &left)
            continue
        }
        let answers = fields.map { (field: $0, response: policy.response(to: $0.path, of: change.address)) }
        let staying = answers.filter { $0.response != .mend }.map(\.field)
        let canBeSplit = change.address.kind == .topic && staying.allSatisfy { $0.path.hasPrefix("config.") && $0.new != nil }
        guard canBeSplit || staying.isEmpty else {
            let response: DriftPolicy.Response = answers.contains { $0.response == .report } ? .report : .ignore
            reading.add(change, response, fields.map(\.driftText).joined(separator: "; "), &left)
            continue
        }
        for response in [DriftPolicy.Response.mend, .report] {
            let told = answers.filter { $0.response == response }.map(\.field.driftText)
            if !told.isEmpty {
                reading.drifts.append(Drift(address: change.address, subject: change.subject, response: response, message: told.joined(separator: "; ")))
            }
        }
        for field in staying {
            blinded.topics[change.address.name]?.config?[String(field.path.dropFirst("config.".count))] = .init(value: field.new, isSetOnTopic: true)
            again.insert(change.address.name)
        }
    }
    for notice in plan.notices where notice.isDrift {
        let isTopic = notice.address.kind == .topic
        let response = policy.response(to: isTopic ? "partitions" : "schema", of: notice.address)
        if response != .ignore { reading.drifts.append(Drift(address: notice.address, subject: notice.subject, response: response, message: notice.message)) }
        guard response != .mend else { continue }
        if isTopic, let wanted = planner.mesh.clusters[planner.cluster]?.topics[notice.address.name] {
            blinded.topics[notice.address.name]?.partitions = wanted.partitions
            again.insert(notice.address.name)
        } else {
            left.insert(DriftKey(address: notice.address, subject: notice.subject))
        }
    }
    reading.plan.changes.removeAll { $0.isDrift && left.contains(DriftKey(address: $0.address, subject: $0.subject)) }
    reading.plan.notices.removeAll { $0.isDrift && left.contains(DriftKey(address: $0.address, subject: $0.subject)) }
    if !again.isEmpty {
        let part = planner.planTopics(again, in: blinded)
        reading.plan.replace(with: part ?? ClusterPlan(cluster: plan.cluster)) { $0.kind == .topic && again.contains($0.name) }
        // What drift is left in there is told of already.
        reading.plan.restoreOrder()
    }
    return reading
}

private struct DriftKey: Hashable {
    var address: ResourceAddress
    var subject: String?
}

extension DriftReading {
    fileprivate mutating func add(_ change: Change, _ response: DriftPolicy.Response, _ message: String, _ left: inout Set<DriftKey>) {
        if response != .ignore { drifts.append(Drift(address: change.address, subject: change.subject, response: response, message: message)) }
        if response != .mend { left.insert(DriftKey(address: change.address, subject: change.subject)) }
    }
}

extension FieldChange {
    /// `config.retention.ms was 86400000 and is 3600000`.
    fileprivate var driftText: String {
        let was = lastApplied ?? new
        return "\(path)\(was.map { " was \($0)" } ?? "") and is \(old ?? "not set")"
    }
}
