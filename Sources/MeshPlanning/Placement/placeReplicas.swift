import MeshModel

/// Why no placement is to be had.
package enum PlacementProblem: Error, Sendable, Hashable, CustomStringConvertible {
    case tooFewBrokers(needed: Int, present: Int)
    /// A broker holds replicas and is not there: moving them now would give up what it has.
    case brokerAway(Int32)
    case notTold

    package var description: String {
        switch self {
        case .tooFewBrokers(let needed, let present): "replication \(needed) needs as many brokers, and the cluster has \(present)"
        case .brokerAway(let id): "broker \(id) holds replicas and is not there; replicas are moved once it is back"
        case .notTold: "the cluster does not tell where the replicas are"
        }
    }
}

/// How many replicas and preferred leaders each broker has already.
package struct BrokerLoads: Sendable, Equatable {
    package var replicas: [Int32: Int] = [:]
    package var leaders: [Int32: Int] = [:]

    package init() {}

    package mutating func add(_ assignment: some Sequence<[Int32]>) {
        for brokers in assignment {
            for broker in brokers { replicas[broker, default: 0] += 1 }
            if let leader = brokers.first { leaders[leader, default: 0] += 1 }
        }
    }
}

/// Where the replicas of a topic's partitions shall be so that each has `replication` of them.
///
/// No replica is moved: the missing ones are added, or the superfluous ones taken away, over as many racks as can be, evenly over
/// the brokers, first within the topic and then with the other topics' load in mind. Of a partition's replicas that one becomes
/// the preferred leader which keeps leaders even, and the present one wherever that costs nothing. A topic that has the number
/// already stays as it is. The same arguments give the same placement.
///
/// - Parameters:
///   - current: each partition's brokers, the preferred leader first.
///   - others: what the other topics put on the brokers.
/// - Returns: as `current`.
package func placeReplicas(
    _ current: [[Int32]], replication: Int, on brokers: [ObservedBroker], others: BrokerLoads = .init()
) throws(PlacementProblem) -> [[Int32]] {
    let present = Set(brokers.map(\.id))
    guard !current.isEmpty, !current.contains([]) else { throw .notTold }
    guard replication > 0, replication <= present.count else { throw .tooFewBrokers(needed: replication, present: present.count) }
    if let away = current.joined().filter({ !present.contains($0) }).min() { throw .brokerAway(away) }
    guard current.contains(where: { $0.count != replication }) else { return current }

    var placement = Placement(current, on: brokers, others: others)
    for partition in current.indices {
        while placement.replicas[partition].count > replication { placement.removeOne(from: partition) }
    }
    for partition in current.indices {
        while placement.replicas[partition].count < replication { placement.addOne(to: partition) }
    }
    placement.evenOutAdded()
    return balanceLeaders(placement.replicas, others: others.leaders)
}
