import KafkaWire

/// OffsetFetch 1-9; several groups from version 8 on. What was never committed is told as offset -1, without
/// error, be it the partition, the topic or the group that is not known. Topics that may not be described are refused
/// where they are named, and left out where all are asked for.
extension Broker {
    private typealias Answer = OffsetFetchResponse

    func offsetFetch(_ request: OffsetFetchRequest, _ call: Call) {
        guard call.version >= 8 else {
            if !isAllowed(call, .describe, on: .group(request.groupId)) {
                return reply(call.id, Answer(errorCode: .groupAuthorizationFailed))
            }
            return reply(call.id, Answer(topics: committedTopics(
                request.topics, group: request.groupId, isStable: request.requireStable, call)))
        }
        reply(call.id, Answer(groups: request.groups.map { asked in
            guard isAllowed(call, .describe, on: .group(asked.groupId)) else {
                return .init(groupId: asked.groupId, topics: [], errorCode: .groupAuthorizationFailed)
            }
            // KIP-848: who says that it is a member must be one, in its epoch.
            if call.version >= 9, asked.memberEpoch >= 0, let assigned = groups[asked.groupId]?.assigned {
                let error = assigned.check(memberID: asked.memberId ?? "", epoch: asked.memberEpoch)
                if error != .none { return .init(groupId: asked.groupId, topics: [], errorCode: error) }
            }
            let topics = committedTopics(
                asked.topics?.map { .init(name: $0.name, partitionIndexes: $0.partitionIndexes) }, group: asked.groupId,
                isStable: request.requireStable, call)
            return .init(
                groupId: asked.groupId,
                topics: topics.map { topic in
                    .init(
                        name: topic.name,
                        partitions: topic.partitions.map {
                            .init(
                                partitionIndex: $0.partitionIndex, committedOffset: $0.committedOffset,
                                committedLeaderEpoch: $0.committedLeaderEpoch, metadata: $0.metadata, errorCode: $0.errorCode)
                        })
                })
        }))
    }

    /// - Parameters:
    ///   - asked: nil for all that the group committed.
    ///   - isStable: what a transaction under way may change is refused (KIP-447).
    private func committedTopics(
        _ asked: [OffsetFetchRequest.OffsetFetchRequestTopic]?, group: String, isStable: Bool, _ call: Call
    ) -> [Answer.OffsetFetchResponseTopic] {
        let offsets = groups[group]?.offsets ?? CommittedOffsets()
        let wanted = asked ?? offsets.byTopic.sorted { $0.key < $1.key }.compactMap { topic, partitions in
            guard isAllowed(call, .describe, on: .topic(topic)) else { return nil }
            return .init(name: topic, partitionIndexes: partitions.keys.sorted())
        }
        return wanted.map { topic in
            let isVisible = isAllowed(call, .describe, on: .topic(topic.name))
            return .init(
                name: topic.name,
                partitions: topic.partitionIndexes.map { index in
                    guard isVisible else {
                        return .init(
                            partitionIndex: index, committedOffset: -1, committedLeaderEpoch: -1, metadata: "",
                            errorCode: .topicAuthorizationFailed)
                    }
                    if isStable, pendingOffsets.isPending(group, topic.name, index) {
                        return .init(
                            partitionIndex: index, committedOffset: -1, committedLeaderEpoch: -1, metadata: "",
                            errorCode: .unstableOffsetCommit)
                    }
                    guard let committed = offsets[topic.name, index] else {
                        return .init(
                            partitionIndex: index, committedOffset: -1, committedLeaderEpoch: -1, metadata: "",
                            errorCode: .none)
                    }
                    return .init(
                        partitionIndex: index, committedOffset: committed.offset,
                        committedLeaderEpoch: committed.leaderEpoch, metadata: committed.metadata, errorCode: .none)
                })
        }
    }
}
