import KafkaWire

/// A request that can be answered with an error and nothing else: what a fault tells a client.
protocol RefusableRequest: KafkaRequest {
    func refused(with code: ErrorCode) -> Response
}

extension ProduceRequest: RefusableRequest {
    func refused(with code: ErrorCode) -> ProduceResponse {
        ProduceResponse(responses: topicData.map { topic in
            .init(
                name: topic.name, topicId: topic.topicId,
                partitionResponses: topic.partitionData.map { .init(index: $0.index, errorCode: code, baseOffset: -1) })
        })
    }
}

extension FetchRequest: RefusableRequest {
    func refused(with code: ErrorCode) -> FetchResponse {
        // In a session that says nothing new there is no partition to refuse.
        FetchResponse(errorCode: topics.isEmpty ? code : .none, responses: topics.map { topic in
            .init(
                topic: topic.topic, topicId: topic.topicId,
                partitions: topic.partitions.map { .init(partitionIndex: $0.partition, errorCode: code, highWatermark: -1) })
        })
    }
}

extension ListOffsetsRequest: RefusableRequest {
    func refused(with code: ErrorCode) -> ListOffsetsResponse {
        ListOffsetsResponse(topics: topics.map { topic in
            .init(name: topic.name, partitions: topic.partitions.map { .init(partitionIndex: $0.partitionIndex, errorCode: code) })
        })
    }
}

extension MetadataRequest: RefusableRequest {
    func refused(with code: ErrorCode) -> MetadataResponse {
        MetadataResponse(topics: (topics ?? []).map { .init(errorCode: code, name: $0.name ?? "", topicId: $0.topicId) })
    }
}

extension OffsetForLeaderEpochRequest: RefusableRequest {
    func refused(with code: ErrorCode) -> OffsetForLeaderEpochResponse {
        OffsetForLeaderEpochResponse(topics: topics.map { topic in
            .init(topic: topic.topic, partitions: topic.partitions.map { .init(errorCode: code, partition: $0.partition) })
        })
    }
}

extension DeleteRecordsRequest: RefusableRequest {
    func refused(with code: ErrorCode) -> DeleteRecordsResponse {
        DeleteRecordsResponse(topics: topics.map { topic in
            .init(
                name: topic.name,
                partitions: topic.partitions.map { .init(partitionIndex: $0.partitionIndex, lowWatermark: -1, errorCode: code) })
        })
    }
}

extension CreateTopicsRequest: RefusableRequest {
    func refused(with code: ErrorCode) -> CreateTopicsResponse {
        CreateTopicsResponse(topics: topics.map { .init(name: $0.name, errorCode: code) })
    }
}

extension DeleteTopicsRequest: RefusableRequest {
    func refused(with code: ErrorCode) -> DeleteTopicsResponse {
        DeleteTopicsResponse(
            responses: topics.map { .init(name: $0.name, topicId: $0.topicId, errorCode: code) }
                + topicNames.map { .init(name: $0, errorCode: code) })
    }
}

extension CreatePartitionsRequest: RefusableRequest {
    func refused(with code: ErrorCode) -> CreatePartitionsResponse {
        CreatePartitionsResponse(results: topics.map { .init(name: $0.name, errorCode: code) })
    }
}
