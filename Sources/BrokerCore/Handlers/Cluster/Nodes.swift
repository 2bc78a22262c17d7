import KafkaWire

/// The brokers that this process shows, and who of them has what.
extension Broker {
    var nodeIDs: ClosedRange<Int32> { settings.nodeID...(settings.nodeID + max(settings.brokerCount, 1) - 1) }
    var spread: ReplicaSpread { ReplicaSpread(nodes: nodeIDs) }
    var isAlone: Bool { settings.brokerCount <= 1 }

    /// Where clients of this connection meet the brokers. A lone one is met where the connection came in.
    func nodes(for call: Call) -> [BrokerNode] {
        let known = isAlone ? [] : call.connection.nodes
        guard known.isEmpty else { return known }
        return [BrokerNode(id: settings.nodeID, host: call.connection.advertisedHost, port: call.connection.advertisedPort)]
    }

    /// Who coordinates a group or a transactional id.
    func coordinator(of key: String, for call: Call) -> BrokerNode {
        let nodes = nodes(for: call)
        let id = spread.coordinator(of: key)
        return nodes.first { $0.id == id } ?? nodes[0]
    }

    /// The replicas of a partition, the leader first.
    func replicas(of topic: Topic, _ partition: Int32) -> [Int32] {
        if isAlone { return [settings.nodeID] }
        let placed = topic.placement.indices.contains(Int(partition)) ? topic.placement[Int(partition)] : []
        // A cluster may have shown more brokers once.
        let known = placed.filter(nodeIDs.contains)
        return known.isEmpty ? [spread.leader(of: topic.id, partition)] : known
    }

    func replicationFactor(of topic: Topic) -> Int16 {
        Int16(clamping: topic.partitions.isEmpty ? 1 : replicas(of: topic, 0).count)
    }

    /// Where the partitions of a topic go for which nobody said it. Empty where there is nothing to choose.
    func placement(of topic: KafkaUUID, _ partitions: Range<Int32>, factor: Int) -> [[Int32]] {
        isAlone ? [] : spread.replicas(of: topic, partitions, factor: factor)
    }
}
