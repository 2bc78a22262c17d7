/// Offsets that groups are to commit with transactions which have not ended: by group and producer.
struct PendingOffsets {
    private(set) var byGroup: [String: [Int64: CommittedOffsets]] = [:]

    subscript(group: String, producerID: Int64) -> CommittedOffsets? { byGroup[group]?[producerID] }

    mutating func add(_ offset: CommittedOffset, group: String, producerID: Int64, topic: String, partition: Int32) {
        byGroup[group, default: [:]][producerID, default: CommittedOffsets()][topic, partition] = offset
    }

    /// Whether the group's offset for a partition may change by a transaction under way.
    func isPending(_ group: String, _ topic: String, _ partition: Int32) -> Bool {
        byGroup[group]?.values.contains { $0[topic, partition] != nil } ?? false
    }

    mutating func take(_ group: String, _ producerID: Int64) -> CommittedOffsets? {
        let taken = byGroup[group]?.removeValue(forKey: producerID)
        if byGroup[group]?.isEmpty == true { byGroup[group] = nil }
        return taken
    }
}

extension CommittedOffsets {
    /// Takes over what a transaction committed. What the group committed meanwhile without it is newer and stays.
    mutating func merge(_ pending: CommittedOffsets) {
        for (topic, partitions) in pending.byTopic {
            for (partition, offset) in partitions {
                if let there = self[topic, partition], there.committedAt > offset.committedAt { continue }
                self[topic, partition] = offset
            }
        }
    }
}
