import Determinism
import MeshControl
import MeshModel

/// The statuses of a cluster's resources, and which of them are still to be written.
struct StatusBook: Sendable {
    private(set) var statuses: [ResourceAddress: ResourceStatus] = [:]
    /// Kept in step with `statuses`, so that a quiet round need not go through them.
    private(set) var counts = ClusterStatus.Counts()
    private(set) var items: [ResourceAddress: StatusItem] = [:]
    private var declarations: [ResourceAddress: Int] = [:]
    private var unwritten: Set<ResourceAddress> = []
    private var gone: Set<ResourceAddress> = []
    /// Handed out to be written, and not yet seen in the log; nil: that it is gone.
    private var unconfirmed: [ResourceAddress: ResourceStatus?] = [:]

    /// What the control log held when this controller began.
    mutating func recall(_ status: ResourceStatus) {
        // What was looked at since knows better.
        if items[status.address] == nil { put(status, at: status.address) }
    }

    mutating func recallGone(_ address: ResourceAddress) { if items[address] == nil { put(nil, at: address) } }

    private mutating func put(_ status: ResourceStatus?, at address: ResourceAddress) {
        counts.count(statuses[address], -1)
        counts.count(status, 1)
        statuses[address] = status
    }

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
        put(
            ResourceStatus(address: address, generation: generation, observedGeneration: generation, revision: revision, conditions: conditions),
            at: address)
        unwritten.insert(address)
        gone.remove(address)
    }

    mutating func remove(_ address: ResourceAddress) {
        items[address] = nil
        declarations[address] = nil
        unwritten.remove(address)
        guard statuses[address] != nil else { return }
        put(nil, at: address)
        gone.insert(address)
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
        for address in unwritten { unconfirmed[address] = .some(statuses[address]) }
        for address in gone { unconfirmed[address] = .some(nil) }
        return unwritten.sorted().compactMap { statuses[$0].map { .resource($0, epoch: epoch) } } + gone.sorted().map { .resourceGone($0) }
    }

    /// Everything is to be written again.
    mutating func forgetWritten() { unwritten.formUnion(statuses.keys) }

    /// The log holds it.
    mutating func confirm(_ address: ResourceAddress, _ status: ResourceStatus?) {
        if let handedOut = unconfirmed[address], handedOut == status { unconfirmed[address] = nil }
    }

    /// Something that was handed out could not be written: whatever the log does not hold is written again.
    mutating func writeAgain() {
        for address in unconfirmed.keys { if statuses[address] == nil { gone.insert(address) } else { unwritten.insert(address) } }
        unconfirmed = [:]
    }
}

extension ClusterStatus.Counts {
    /// - Parameter sign: 1 puts it in, -1 takes it out.
    fileprivate mutating func count(_ status: ResourceStatus?, _ sign: Int) {
        guard let status else { return }
        resources += sign
        if status[.synced]?.state == .yes { synced += sign }
        if status[.ready]?.state == .yes { ready += sign }
        if status[.drifted]?.state == .yes { drifted += sign }
        if status[.blocked]?.state == .yes { blocked += sign }
    }
}
