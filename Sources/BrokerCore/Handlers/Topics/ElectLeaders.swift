import KafkaWire

/// ElectLeaders 0-2 (KIP-183, KIP-460): the first replica leads and is never away, so that no election is needed. Where
/// all partitions are asked for, those that need none are not told, as Kafka does it.
extension Broker {
    private typealias Result = ElectLeadersResponse.PartitionResult

    func electLeaders(_ request: ElectLeadersRequest, _ call: Call) {
        let refused: ErrorCode? =
            if !isAllowed(call, .alter, on: .cluster) { .clusterAuthorizationFailed }
            else if call.version >= 1, !(0...1).contains(request.electionType) { .invalidRequest }
            else { nil }
        let results = (request.topicPartitions ?? []).map { asked in
            ElectLeadersResponse.TopicResult(topic: asked.topic, partitionResult: asked.partitions.map { index in
                if let refused { return Result(partitionId: index, errorCode: refused, errorMessage: refused.message) }
                guard topics[asked.topic]?.partition(index) != nil else {
                    return Result(
                        partitionId: index, errorCode: .unknownTopicOrPartition,
                        errorMessage: "No such topic as \(asked.topic), or no such partition.")
                }
                return Result(
                    partitionId: index, errorCode: .electionNotNeeded,
                    errorMessage: "Leader election not needed for topic partition.")
            })
        }
        reply(call.id, ElectLeadersResponse(errorCode: refused ?? .none, replicaElectionResults: results))
    }
}
