import Determinism
import MeshControl
import MeshModel

/// The statuses of a cluster's resources, and which of them are still to be written.
struct StatusBook: Sendable {
    private(set) var statuses: [ResourceAddress: ResourceStatus] = [:]
    private(set) var items: [ResourceAddress: StatusItem] = [:]
    private var declarations: [ResourceAddress: Int] = [:]
    private var unwritten: Set<ResourceAddress> = []
    private var gone: Set<ResourceAddress> = []

    /// What the control log held when this controller began.
    mutating func recall(_ status: ResourceStatus) {
        // What was looked at since knows better.
        if items[status.address] == nil { statuses[status.address] = status }
    }

    mutating func recallGone(_ address: ResourceAddress) { if items[address] == nil { statuses[address] = nil } }

    /// - Parameter isChanged: whether it is known without `declaration` that something else is declared than its status speaks of.
    mutating func tell(
        _ item: StatusItem, at address: ResourceAddress, _ findings: StatusPicture.Findings, declaration: Int?, isChanged: Bool, revision: String?, now: Instant
    ) {
        let old = statuses[address]
        let conditions = [(Condition.Kind.synced, findings.synced), (.ready, findings.ready), (.drifted, findings.drifted), (.blocked, findings.blocked)].map { kind, finding in
            let before = old?[kind]
            return Condition(
                kind, finding.state, reason: finding.reason.word, message: finding.message,
                since: before.flatMap { $0.state == finding.state ? $0.since : nil } ?? now)
        }
        var generation = old?.generation ?? 1
        if old != nil, declarations[address].map({ $0 != declaration }) ?? (isChanged && old?.revision != revision) { generation += 1 }
        items[address] = item
        declarations[address] = declaration
        // A commit that says nothing else of it leaves its status as true as it was.
        if let old, old.conditions == conditions, old.generation == generation { return }
        statuses[address] = ResourceStatus(
            address: address, generation: generation, observedGeneration: generation, revision: revision, conditions: conditions)
        unwritten.insert(address)
        gone.remove(address)
    }

    mutating func remove(_ address: ResourceAddress) {
        items[address] = nil
        declarations[address] = nil
        unwritten.remove(address)
        if statuses.removeValue(forKey: address) != nil { gone.insert(address) }
    }

    /// Those of nothing that is declared or owned.
    mutating func removeAll(but addresses: Set<ResourceAddress>) { for address in statuses.keys where !addresses.contains(address) { remove(address) } }

    /// In the order of addresses; they count as written from now on.
    mutating func takeUnwritten(epoch: Int64) -> [ControlRecord] {
        guard !unwritten.isEmpty || !gone.isEmpty else { return [] }
        defer {
            unwritten = []
            gone = []
        }
        return unwritten.sorted().compactMap { statuses[$0].map { .resource($0, epoch: epoch) } } + gone.sorted().map { .resourceGone($0) }
    }

    /// Nobody knows what of it was written.
    mutating func forgetWritten() { unwritten.formUnion(statuses.keys) }

    var counts: ClusterStatus.Counts {
        var counts = ClusterStatus.Counts()
        for status in statuses.values {
            counts.resources += 1
            if status[.synced]?.state == .yes { counts.synced += 1 }
            if status[.ready]?.state == .yes { counts.ready += 1 }
            if status[.drifted]?.state == .yes { counts.drifted += 1 }
            if status[.blocked]?.state == .yes { counts.blocked += 1 }
        }
        return counts
    }
}
