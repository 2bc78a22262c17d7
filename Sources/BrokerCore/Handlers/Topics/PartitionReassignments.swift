import KafkaWire

/// AlterPartitionReassignments and ListPartitionReassignments 0 (KIP-455), of replicas that are labels: there is
/// one copy, which all brokers that the process shows serve, so that a move is done at once and none is ever under way.
extension Broker {
    func alterPartitionReassignments(_ request: AlterPartitionReassignmentsRequest, _ call: Call) {
        guard isAllowed(call, .alter, on: .cluster) else {
            return reply(call.id, AlterPartitionReassignmentsResponse(
                errorCode: .clusterAuthorizationFailed, errorMessage: ErrorCode.clusterAuthorizationFailed.message))
        }
        replyWhenKept(call.id, AlterPartitionReassignmentsResponse(errorMessage: nil, responses: request.topics.map { asked in
            .init(name: asked.name, partitions: asked.partitions.map { partition in
                do throws(TopicRefusal) {
                    try reassign(partition, of: asked.name)
                    return .init(partitionIndex: partition.partitionIndex, errorMessage: nil)
                } catch {
                    return .init(
                        partitionIndex: partition.partitionIndex, errorCode: error.error, errorMessage: error.message)
                }
            })
        }))
    }

    func listPartitionReassignments(_ request: ListPartitionReassignmentsRequest, _ call: Call) {
        let mayDescribe = isAllowed(call, .describe, on: .cluster)
        reply(call.id, ListPartitionReassignmentsResponse(
            errorCode: mayDescribe ? .none : .clusterAuthorizationFailed,
            errorMessage: mayDescribe ? nil : ErrorCode.clusterAuthorizationFailed.message))
    }

    private func reassign(
        _ asked: AlterPartitionReassignmentsRequest.ReassignablePartition, of topic: String
    ) throws(TopicRefusal) {
        guard let topic = topics[topic], topic.partition(asked.partitionIndex) != nil else {
            throw .init(.unknownTopicOrPartition, ErrorCode.unknownTopicOrPartition.message)
        }
        guard let replicas = asked.replicas else {
            throw .init(.noReassignmentInProgress, ErrorCode.noReassignmentInProgress.message)
        }
        try check(brokers: replicas, ofPartition: asked.partitionIndex)
        guard !isAlone, replicas != self.replicas(of: topic, asked.partitionIndex) else { return }
        var placement = topic.partitions.map { self.replicas(of: topic, $0.index) }
        placement[Int(asked.partitionIndex)] = replicas
        guard keep(.topicPlaced(id: topic.id, replicas: placement)) else {
            throw .init(.kafkaStorageError, "The move cannot be kept.")
        }
        topic.placement = placement
    }
}
