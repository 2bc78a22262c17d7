import EngineInterface
import MeshModel
import MeshPlanning

/// Why a saved plan no longer holds.
package struct Staleness: Sendable, Equatable, CustomStringConvertible {
    package enum Cause: Sendable, Equatable {
        /// Other clusters are declared than were planned for.
        case clusters
        case manifests
        case mesh
        /// As much is to be done, and more would be lost by it.
        case risk
        /// The time of a grant has run out while the plan waited.
        case time
    }

    package var cause: Cause
    /// Where.
    package var cluster: String
    package var differences: [StateDifference]
    /// For `risk`: what is at stake now.
    package var reasons: [String] = []

    package var headline: String {
        switch cause {
        case .clusters: "the manifests declare other clusters than it was made for"
        case .manifests: "the manifests have changed since it was made"
        case .mesh: "the mesh has changed since it was made"
        case .risk: "more is at stake now than when it was made"
        case .time: "the time of something that it grants is over"
        }
    }

    package var description: String {
        let shown = differences.prefix(5).map { "\($0.resource) \($0.kind.words)" } + reasons.prefix(5)
        let more = differences.count + reasons.count - shown.count
        let side = cause == .manifests ? "manifests for \(cluster)" : cluster
        return "\(side): " + shown.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    }
}

extension StateDifference.Kind {
    fileprivate var words: String {
        switch self {
        case .came: "is new"
        case .went: "is gone"
        case .changed: "is another now"
        }
    }
}

/// What has moved on since a plan was saved; empty: it still holds.
///
/// - Parameters:
///   - now: what a plan would rest on today.
///   - replanned: planned from today's state, with records counted. It is compared by its risks alone: where it does the same
///     thing and finds it more dangerous, records have come that the saved plan did not know of.
package func staleness(of saved: SavedPlan, now: [String: SavedPlan.Basis], replanned: Plan) -> [Staleness] {
    var found: [Staleness] = []
    for cluster in saved.plan.clusters.map(\.cluster) where now[cluster] == nil {
        found.append(Staleness(cause: .clusters, cluster: cluster, differences: [StateDifference(resource: "cluster/\(cluster)", kind: .went)]))
    }
    for cluster in now.keys.sorted() where saved.bases[cluster] == nil {
        found.append(Staleness(cause: .clusters, cluster: cluster, differences: [StateDifference(resource: "cluster/\(cluster)", kind: .came)]))
    }
    for (cluster, basis) in saved.bases.sorted(by: { $0.key < $1.key }) {
        guard let today = now[cluster] else { continue }
        let declared = today.manifests.differences(from: basis.manifests)
        if !declared.isEmpty { found.append(Staleness(cause: .manifests, cluster: cluster, differences: declared)) }
        let there = today.parent.differences(from: basis.parent)
        if !there.isEmpty { found.append(Staleness(cause: .mesh, cluster: cluster, differences: there)) }
    }
    guard found.isEmpty else { return found }
    return overdue(saved.plan, replanned) + risen(saved.plan, replanned)
}

/// Grants that would not be planned today, though manifests and mesh are what they were: time alone has passed.
private func overdue(_ saved: Plan, _ replanned: Plan) -> [Staleness] {
    saved.clusters.compactMap { cluster in
        let today = replanned.clusters.first { $0.cluster == cluster.cluster }?.changes ?? []
        let granted = Set(today.lazy.filter(\.isGrant).map(\.address))
        let over = cluster.changes.filter { $0.isGrant && !granted.contains($0.address) }
        guard !over.isEmpty else { return nil }
        return Staleness(
            cause: .time, cluster: cluster.cluster, differences: [], reasons: over.map { "\($0.address) would not be granted any more" })
    }
}

extension Change {
    /// Of an access rule. A step of a quarantine puts in rules too, and is no right that ends.
    fileprivate var isGrant: Bool { address.kind == .access && stage == .grant }
}

private func risen(_ saved: Plan, _ replanned: Plan) -> [Staleness] {
    struct Act: Hashable {
        var address: ResourceAddress
        var subject: String?
        var action: Change.Action
    }
    var today: [Act: Change] = [:]
    for change in replanned.changes { today[Act(address: change.address, subject: change.subject, action: change.action)] = change }
    return saved.clusters.compactMap { cluster in
        let reasons = cluster.changes.compactMap { change -> String? in
            guard let now = today[Act(address: change.address, subject: change.subject, action: change.action)], now.risk > change.risk else { return nil }
            return "\(change.address) is \(now.risk.rawValue) now: \(now.reasons.joined(separator: "; "))"
        }
        return reasons.isEmpty ? nil : Staleness(cause: .risk, cluster: cluster.cluster, differences: [], reasons: reasons)
    }
}
