import KafkaWire

/// DescribeTopicPartitions 0 (KIP-966): topics in the order of their names, so many partitions at a time; the cursor says
/// where the next request goes on.
extension Broker {
    private typealias Answer = DescribeTopicPartitionsResponse

    /// Kafka's `max.request.partition.size.limit`.
    static let describedPartitionsAtMost = 2000

    func describeTopicPartitions(_ request: DescribeTopicPartitionsRequest, _ call: Call) {
        let start = request.cursor
        if let start, start.partitionIndex < 0 {
            return reply(call.id, Answer(
                topics: [.init(errorCode: .invalidRequest, name: start.topicName)], nextCursor: nil))
        }
        let names = request.topics.isEmpty
            ? topics.all.map(\.name).filter { isAllowed(call, .describe, on: .topic($0)) }
            : Array(Set(request.topics.map(\.name)))
        var room = min(max(Int(request.responsePartitionLimit), 1), Self.describedPartitionsAtMost)
        var answer = Answer(topics: [], nextCursor: nil)
        for name in names.sorted() where start.map({ name >= $0.topicName }) ?? true {
            guard room > 0 else {
                answer.nextCursor = .init(topicName: name, partitionIndex: 0)
                break
            }
            guard let topic = visible(name, call, &answer) else { continue }
            let first = start.map { $0.topicName == name ? Int($0.partitionIndex) : 0 } ?? 0
            let told = topic.partitions.dropFirst(first).prefix(room)
            answer.topics.append(.init(
                name: name, topicId: topic.id, isInternal: topic.isInternal, partitions: told.map { describe($0, of: topic) },
                topicAuthorizedOperations: operations(AllowedOperations.topic, on: .topic(name), call)))
            room -= told.count
            if first + told.count < topic.partitions.count {
                answer.nextCursor = .init(topicName: name, partitionIndex: Int32(first + told.count))
                break
            }
        }
        reply(call.id, answer)
    }

    private func visible(_ name: String, _ call: Call, _ answer: inout DescribeTopicPartitionsResponse) -> Topic? {
        let error: ErrorCode
        if !isAllowed(call, .describe, on: .topic(name)) {
            error = .topicAuthorizationFailed
        } else if TopicName.complaint(about: name) != nil {
            error = .invalidTopicException
        } else if let topic = topics[name] {
            return topic
        } else {
            error = .unknownTopicOrPartition
        }
        answer.topics.append(.init(errorCode: error, name: name))
        return nil
    }

    private func describe(_ partition: Partition, of topic: Topic) -> DescribeTopicPartitionsResponse.Partition {
        let nodes = replicas(of: topic, partition.index)
        return .init(
            partitionIndex: partition.index, leaderId: nodes[0], leaderEpoch: Partition.leaderEpoch, replicaNodes: nodes,
            isrNodes: nodes, eligibleLeaderReplicas: [], lastKnownElr: [], offlineReplicas: [])
    }
}
