import KafkaWire

/// How a cluster that shows several brokers spreads partitions over them: round and round, beginning with another one for
/// each topic. All of them are this process, so that each serves everything, whoever is said to lead.
struct ReplicaSpread {
    var nodes: ClosedRange<Int32>

    /// The replicas of some of a topic's partitions, the leader first.
    func replicas(of topic: KafkaUUID, _ partitions: Range<Int32>, factor: Int) -> [[Int32]] {
        // One array for all partitions that stand alike.
        let rows = (0..<Int32(nodes.count)).map { first in
            (0..<Int32(factor)).map { nodes.lowerBound + (first + $0) % Int32(nodes.count) }
        }
        return partitions.map { rows[place(topic, $0)] }
    }

    func leader(of topic: KafkaUUID, _ partition: Int32) -> Int32 {
        nodes.lowerBound + Int32(place(topic, partition))
    }

    /// Who looks after a group or a transactional id.
    func coordinator(of key: String) -> Int32 {
        let hash = key.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
        return nodes.lowerBound + Int32(hash % UInt32(nodes.count))
    }

    private func place(_ topic: KafkaUUID, _ partition: Int32) -> Int {
        Int((topic.low &+ UInt64(UInt32(bitPattern: partition))) % UInt64(nodes.count))
    }
}
