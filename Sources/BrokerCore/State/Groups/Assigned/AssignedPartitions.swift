import KafkaWire

/// Partitions, by their topics' ids.
struct AssignedPartitions: Equatable {
    private(set) var byTopic: [KafkaUUID: Set<Int32>] = [:]

    var isEmpty: Bool { byTopic.isEmpty }
    var count: Int { byTopic.values.reduce(0) { $0 + $1.count } }

    init() {}

    init(_ lists: some Sequence<(topic: KafkaUUID, partitions: [Int32])>) {
        for (topic, partitions) in lists { for partition in partitions { insert(topic, partition) } }
    }

    func contains(_ topic: KafkaUUID, _ partition: Int32) -> Bool { byTopic[topic]?.contains(partition) ?? false }

    mutating func insert(_ topic: KafkaUUID, _ partition: Int32) { byTopic[topic, default: []].insert(partition) }

    mutating func remove(_ topic: KafkaUUID, _ partition: Int32) {
        byTopic[topic]?.remove(partition)
        if byTopic[topic]?.isEmpty == true { byTopic[topic] = nil }
    }

    func filter(_ holds: (KafkaUUID, Int32) -> Bool) -> AssignedPartitions {
        var left = AssignedPartitions()
        for (topic, partitions) in byTopic {
            let kept = partitions.filter { holds(topic, $0) }
            if !kept.isEmpty { left.byTopic[topic] = kept }
        }
        return left
    }

    func intersection(_ other: AssignedPartitions) -> AssignedPartitions { filter(other.contains) }
    func subtracting(_ other: AssignedPartitions) -> AssignedPartitions { filter { !other.contains($0, $1) } }

    func union(_ other: AssignedPartitions) -> AssignedPartitions {
        var all = self
        for (topic, partitions) in other.byTopic { all.byTopic[topic, default: []].formUnion(partitions) }
        return all
    }

    func isSubset(of other: AssignedPartitions) -> Bool {
        byTopic.allSatisfy { topic, partitions in partitions.isSubset(of: other.byTopic[topic] ?? []) }
    }

    func isDisjoint(with other: AssignedPartitions) -> Bool {
        byTopic.allSatisfy { topic, partitions in partitions.isDisjoint(with: other.byTopic[topic] ?? []) }
    }

    /// In an order of their own, so that the same partitions are told and kept in the same way.
    var sorted: [(topic: KafkaUUID, partitions: [Int32])] {
        byTopic.sorted { ($0.key.high, $0.key.low) < ($1.key.high, $1.key.low) }.map { ($0.key, $0.value.sorted()) }
    }
}
