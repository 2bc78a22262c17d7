import KafkaWire

/// OffsetDelete 0 (KIP-496): what a group committed for partitions is forgotten, unless members read the topic now.
extension Broker {
    private typealias Answered = OffsetDeleteResponse.OffsetDeleteResponseTopic

    func offsetDelete(_ request: OffsetDeleteRequest, _ call: Call) {
        if let refused = refusal(of: request, call) {
            return reply(call.id, OffsetDeleteResponse(errorCode: refused))
        }
        let subscribed = groups[request.groupId]?.subscription ?? .topics([])
        let answers = request.topics.map { asked -> Answered in
            let refused: ErrorCode? =
                if !isAllowed(call, .read, on: .topic(asked.name)) { .topicAuthorizationFailed }
                else if subscribed.holds(asked.name) { .groupSubscribedToTopic }
                else { nil }
            return Answered(name: asked.name, partitions: asked.partitions.map { partition in
                let index = partition.partitionIndex
                return .init(
                    partitionIndex: index,
                    errorCode: refused ?? forget(asked.name, index, ofGroup: request.groupId))
            })
        }
        if groups[request.groupId]?.isForgettable == true { forgetGroup(request.groupId) }
        replyWhenKept(call.id, OffsetDeleteResponse(topics: answers))
    }

    private func refusal(of request: OffsetDeleteRequest, _ call: Call) -> ErrorCode? {
        guard isAllowed(call, .delete, on: .group(request.groupId)) else { return .groupAuthorizationFailed }
        guard !request.groupId.isEmpty else { return .invalidGroupId }
        guard let group = groups[request.groupId] else { return .groupIdNotFound }
        // What members of another protocol than the consumers' read is not known.
        return group.isEmpty || group.protocolType == ConsumerGroup.consumerProtocol ? nil : .nonEmptyGroup
    }

    private func forget(_ topic: String, _ partition: Int32, ofGroup id: String) -> ErrorCode {
        guard topics[topic]?.partition(partition) != nil else { return .unknownTopicOrPartition }
        guard groups[id]?.offsets[topic, partition] != nil else { return .none }
        guard keep(.offsetRemoved(group: id, topic: topic, partition: partition)) else { return .coordinatorNotAvailable }
        groups.update(id) { $0.offsets[topic, partition] = nil }
        return .none
    }
}
