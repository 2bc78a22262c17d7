import KafkaWire

/// Requests to coordinators of groups and transactions.
extension FindCoordinatorRequest: RefusableRequest {
    func refused(with code: ErrorCode) -> FindCoordinatorResponse {
        FindCoordinatorResponse(errorCode: code, nodeId: -1, coordinators: coordinatorKeys.map { .init(key: $0, nodeId: -1, errorCode: code) })
    }
}

extension JoinGroupRequest: RefusableRequest {
    func refused(with code: ErrorCode) -> JoinGroupResponse { JoinGroupResponse(errorCode: code, memberId: memberId) }
}

extension SyncGroupRequest: RefusableRequest {
    func refused(with code: ErrorCode) -> SyncGroupResponse { SyncGroupResponse(errorCode: code) }
}

extension HeartbeatRequest: RefusableRequest {
    func refused(with code: ErrorCode) -> HeartbeatResponse { HeartbeatResponse(errorCode: code) }
}

extension LeaveGroupRequest: RefusableRequest {
    func refused(with code: ErrorCode) -> LeaveGroupResponse { LeaveGroupResponse(errorCode: code) }
}

extension ConsumerGroupHeartbeatRequest: RefusableRequest {
    func refused(with code: ErrorCode) -> ConsumerGroupHeartbeatResponse {
        ConsumerGroupHeartbeatResponse(errorCode: code, memberId: memberId, memberEpoch: memberEpoch)
    }
}

extension OffsetCommitRequest: RefusableRequest {
    func refused(with code: ErrorCode) -> OffsetCommitResponse {
        OffsetCommitResponse(topics: topics.map { topic in
            .init(name: topic.name, partitions: topic.partitions.map { .init(partitionIndex: $0.partitionIndex, errorCode: code) })
        })
    }
}

extension OffsetFetchRequest: RefusableRequest {
    func refused(with code: ErrorCode) -> OffsetFetchResponse {
        OffsetFetchResponse(
            topics: (topics ?? []).map { topic in
                .init(
                    name: topic.name,
                    partitions: topic.partitionIndexes.map { .init(partitionIndex: $0, committedOffset: -1, metadata: "", errorCode: code) })
            },
            errorCode: code, groups: groups.map { .init(groupId: $0.groupId, errorCode: code) })
    }
}

extension InitProducerIdRequest: RefusableRequest {
    func refused(with code: ErrorCode) -> InitProducerIdResponse {
        InitProducerIdResponse(errorCode: code, producerId: -1, producerEpoch: -1)
    }
}

extension AddPartitionsToTxnRequest: RefusableRequest {
    func refused(with code: ErrorCode) -> AddPartitionsToTxnResponse {
        AddPartitionsToTxnResponse(
            errorCode: transactions.isEmpty ? .none : code,
            resultsByTopic: topics.map { topic in
                .init(name: topic.name, resultsByPartition: topic.partitions.map { .init(partitionIndex: $0, partitionErrorCode: code) })
            })
    }
}

extension AddOffsetsToTxnRequest: RefusableRequest {
    func refused(with code: ErrorCode) -> AddOffsetsToTxnResponse { AddOffsetsToTxnResponse(errorCode: code) }
}

extension TxnOffsetCommitRequest: RefusableRequest {
    func refused(with code: ErrorCode) -> TxnOffsetCommitResponse {
        TxnOffsetCommitResponse(topics: topics.map { topic in
            .init(name: topic.name, partitions: topic.partitions.map { .init(partitionIndex: $0.partitionIndex, errorCode: code) })
        })
    }
}

extension EndTxnRequest: RefusableRequest {
    func refused(with code: ErrorCode) -> EndTxnResponse { EndTxnResponse(errorCode: code) }
}
