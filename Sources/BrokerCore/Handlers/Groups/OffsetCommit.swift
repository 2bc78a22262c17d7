import Determinism
import KafkaWire

/// OffsetCommit 2-9: answered when what was committed is kept. Outside of any membership (generation -1) an
/// idle group takes commits from everybody.
extension Broker {
    func offsetCommit(_ request: OffsetCommitRequest, _ call: Call) {
        let refused = refusal(of: request, call)
        let answers = request.topics.map { topic in
            let mayRead = refused != nil || isAllowed(call, .read, on: .topic(topic.name))
            return OffsetCommitResponse.OffsetCommitResponseTopic(
                name: topic.name,
                partitions: topic.partitions.map { partition in
                    .init(
                        partitionIndex: partition.partitionIndex,
                        errorCode: refused ?? (mayRead
                            ? commit(partition, of: topic.name, group: request.groupId) : .topicAuthorizationFailed))
                })
        }
        replyWhenKept(call.id, OffsetCommitResponse(topics: answers))
    }

    private func refusal(of request: OffsetCommitRequest, _ call: Call) -> ErrorCode? {
        guard !request.groupId.isEmpty else { return .invalidGroupId }
        guard isAllowed(call, .read, on: .group(request.groupId)) else { return .groupAuthorizationFailed }
        let generation = request.generationIdOrMemberEpoch
        if groups[request.groupId] == nil {
            guard generation < 0 else { return call.version >= 9 ? .groupIdNotFound : .illegalGeneration }
            guard groups.count < settings.groupMaxCount else { return .coordinatorNotAvailable }
            groups.findOrMake(request.groupId)
        }
        if call.version < 9, let assigned = groups[request.groupId]?.assigned, assigned.members[request.memberId] != nil {
            return .unsupportedVersion
        }
        let now = now
        let error = groups.update(request.groupId) { group in
            group.checkCommit(
                memberID: request.memberId, instanceID: request.groupInstanceId, generation: generation, now: now)
        } ?? .none
        return error == .none ? nil : error
    }

    private func commit(
        _ asked: OffsetCommitRequest.OffsetCommitRequestPartition, of topicName: String, group: String
    ) -> ErrorCode {
        guard topics[topicName]?.partition(asked.partitionIndex) != nil else { return .unknownTopicOrPartition }
        let metadata = asked.committedMetadata ?? ""
        guard metadata.utf8.count <= settings.offsetMetadataMaxBytes else { return .offsetMetadataTooLarge }
        let committed = CommittedOffset(
            offset: asked.committedOffset, leaderEpoch: asked.committedLeaderEpoch, metadata: metadata, committedAt: now)
        guard keep(.committed(group: group, topic: topicName, partition: asked.partitionIndex, committed)) else {
            return .coordinatorNotAvailable
        }
        groups.update(group) { $0.offsets[topicName, asked.partitionIndex] = committed }
        return .none
    }
}
