import KafkaWire

/// OffsetForLeaderEpoch 2-4 (KIP-320): where an epoch's records end. There is one epoch, and it has not ended.
extension Broker {
    func offsetForLeaderEpoch(_ request: OffsetForLeaderEpochRequest, _ call: Call) {
        reply(call.id, OffsetForLeaderEpochResponse(topics: request.topics.map { asked in
            .init(
                topic: asked.topic,
                partitions: asked.partitions.map { partition in
                    var answer = OffsetForLeaderEpochResponse.EpochEndOffset(
                        errorCode: .none, partition: partition.partition, leaderEpoch: -1, endOffset: -1)
                    if !isAllowed(call, .describe, on: .topic(asked.topic)) {
                        answer.errorCode = .topicAuthorizationFailed
                    } else if let here = topics[asked.topic]?.partition(partition.partition) {
                        if let complaint = Partition.complaint(aboutEpoch: partition.currentLeaderEpoch) {
                            answer.errorCode = complaint
                        } else if partition.leaderEpoch == Partition.leaderEpoch {
                            answer.leaderEpoch = Partition.leaderEpoch
                            answer.endOffset = here.highWatermark(settings.durability)
                        }
                    } else {
                        answer.errorCode = .unknownTopicOrPartition
                    }
                    return answer
                })
        }))
    }
}
