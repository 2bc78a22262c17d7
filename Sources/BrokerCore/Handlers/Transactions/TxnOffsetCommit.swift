import Determinism
import KafkaWire

/// TxnOffsetCommit 0-5: offsets that the group commits when the transaction is committed, and not before. From version 3 on
/// (KIP-447) it is checked that whoever commits is a member of the group; from version 5 on (KIP-890) the group is put into the
/// transaction here.
extension Broker {
    func txnOffsetCommit(_ request: TxnOffsetCommitRequest, _ call: Call) {
        let refused = refusal(of: request, call)
        let answers = request.topics.map { topic in
            let mayRead = refused != nil || isAllowed(call, .read, on: .topic(topic.name))
            return TxnOffsetCommitResponse.Topic(name: topic.name, partitions: topic.partitions.map { partition in
                .init(
                    partitionIndex: partition.partitionIndex,
                    errorCode: refused ?? (mayRead ? commitLater(partition, of: topic.name, request) : .topicAuthorizationFailed))
            })
        }
        replyWhenKept(call.id, TxnOffsetCommitResponse(topics: answers))
    }

    private func refusal(of request: TxnOffsetCommitRequest, _ call: Call) -> ErrorCode? {
        guard isAllowed(call, .write, on: .transactionalID(request.transactionalId)) else {
            return .transactionalIdAuthorizationFailed
        }
        guard isAllowed(call, .read, on: .group(request.groupId)) else { return .groupAuthorizationFailed }
        guard !request.groupId.isEmpty else { return .invalidGroupId }
        if groups[request.groupId] == nil, groups.count >= settings.groupMaxCount { return .coordinatorNotAvailable }
        if let error = complaintAboutMember(request) { return error }
        let producer = ProducerIdentity(id: request.producerId, epoch: request.producerEpoch)
        if call.version >= 5 {
            let error = add(group: request.groupId, to: request.transactionalId, by: producer)
            return error == .none ? nil : error.fencing(knownIn: false)
        }
        guard let transaction = transactions[request.transactionalId], transaction.producerID == producer.id else {
            return .invalidProducerIdMapping
        }
        if transaction.epoch != producer.epoch { return .invalidProducerEpoch }
        guard transaction.state == .ongoing, transaction.groups.contains(request.groupId) else {
            return call.version >= 4 ? .transactionAbortable : .invalidTxnState
        }
        return nil
    }

    private func complaintAboutMember(_ request: TxnOffsetCommitRequest) -> ErrorCode? {
        guard groups[request.groupId] != nil else { return request.generationId >= 0 ? .illegalGeneration : nil }
        let now = now
        let error = groups.update(request.groupId) { group in
            group.checkTransactionalCommit(
                memberID: request.memberId, instanceID: request.groupInstanceId, generation: request.generationId, now: now)
        } ?? .none
        return error == .none ? nil : error
    }

    private func commitLater(
        _ asked: TxnOffsetCommitRequest.Partition, of topic: String, _ request: TxnOffsetCommitRequest
    ) -> ErrorCode {
        guard topics[topic]?.partition(asked.partitionIndex) != nil else { return .unknownTopicOrPartition }
        let metadata = asked.committedMetadata ?? ""
        guard metadata.utf8.count <= settings.offsetMetadataMaxBytes else { return .offsetMetadataTooLarge }
        let offset = CommittedOffset(
            offset: asked.committedOffset, leaderEpoch: asked.committedLeaderEpoch, metadata: metadata, committedAt: now)
        guard keep(.pending(
            group: request.groupId, producerID: request.producerId, topic: topic, partition: asked.partitionIndex, offset))
        else { return .coordinatorNotAvailable }
        pendingOffsets.add(
            offset, group: request.groupId, producerID: request.producerId, topic: topic, partition: asked.partitionIndex)
        return .none
    }
}

extension ConsumerGroup {
    /// Whether a commit with a transaction may be taken. A producer that does not say which member it works for is believed:
    /// clients before KIP-447 are fenced by their transactional id.
    mutating func checkTransactionalCommit(
        memberID: String, instanceID: String?, generation: Int32, now: Instant
    ) -> ErrorCode {
        if generation < 0, memberID.isEmpty, instanceID == nil { return .none }
        if let assigned {
            // TxnOffsetCommit has no word for epochs: its clients know generations.
            let error = assigned.check(memberID: memberID, epoch: generation)
            return error == .staleMemberEpoch ? .illegalGeneration : error
        }
        if generation < 0, isEmpty { return .none }
        let error = check(member: memberID, instanceID: instanceID, generation: generation)
        if error == .none { touch(memberID, now: now) }
        return error
    }
}
