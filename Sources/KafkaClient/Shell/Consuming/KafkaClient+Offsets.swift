import KafkaWire

extension KafkaClient {
    /// Where a group goes on, in those partitions in which it has committed.
    func committedOffsets(of group: String, in partitions: [TopicPartition]) async throws(KafkaClientError) -> [TopicPartition: Int64] {
        let byTopic = Dictionary(grouping: partitions, by: \.topic).sorted { $0.key < $1.key }
        let response: OffsetFetchResponse = try await send(
            to: .coordinator(group: group), refusal: { $0.groups.first?.errorCode ?? $0.errorCode }
        ) { version in
            version >= 8
                ? OffsetFetchRequest(groups: [
                    .init(groupId: group, topics: byTopic.map { .init(name: $0.key, partitionIndexes: $0.value.map(\.partition)) })
                ])
                : OffsetFetchRequest(groupId: group, topics: byTopic.map { .init(name: $0.key, partitionIndexes: $0.value.map(\.partition)) })
        }
        let code = response.groups.first?.errorCode ?? response.errorCode
        guard code == .none else { throw KafkaClientError(.refused(.offsetFetch, code, message: nil)) }
        var offsets: [TopicPartition: Int64] = [:]
        func take(_ topic: String, _ partition: Int32, _ code: ErrorCode, _ offset: Int64) throws(KafkaClientError) {
            guard code == .none else { throw KafkaClientError(.refused(.offsetFetch, code, message: "\(topic)-\(partition): \(code.message)")) }
            if offset >= 0 { offsets[TopicPartition(topic: topic, partition: partition)] = offset }
        }
        for topic in response.topics {
            for partition in topic.partitions { try take(topic.name, partition.partitionIndex, partition.errorCode, partition.committedOffset) }
        }
        for topic in response.groups.first?.topics ?? [] {
            for partition in topic.partitions { try take(topic.name, partition.partitionIndex, partition.errorCode, partition.committedOffset) }
        }
        return offsets
    }

    /// Where a partition begins, ends, or reaches a moment.
    func offset(of partition: TopicPartition, at start: StartPosition) async throws(KafkaClientError) -> Int64 {
        guard let asked = start.asked else {
            throw KafkaClientError(.noRoute("\(partition) has no committed offset to begin at"))
        }
        let request = ListOffsetsRequest(
            replicaId: -1, topics: [.init(name: partition.topic, partitions: [.init(partitionIndex: partition.partition, timestamp: asked)])])
        let response = try await send(request, to: .leader(partition)) { $0.topics.first?.partitions.first?.errorCode ?? .none }
        guard let answer = response.topics.first?.partitions.first else {
            throw KafkaClientError(.malformedResponse("ListOffsets says nothing of \(partition)"))
        }
        guard answer.errorCode == .none else {
            throw KafkaClientError(.refused(.listOffsets, answer.errorCode, message: "\(partition): \(answer.errorCode.message)"))
        }
        // No record is as young as the moment asked for.
        if answer.offset < 0 { return try await offset(of: partition, at: .latest) }
        return answer.offset
    }

    /// Commits as a member of the group; the first refusal of a partition stands for all.
    func commit(_ positions: [TopicPartition: Int64], as membership: GroupMembership) async throws(KafkaClientError) -> ErrorCode {
        let byTopic = Dictionary(grouping: positions, by: \.key.topic).sorted { $0.key < $1.key }
        let response: OffsetCommitResponse = try await send(
            to: .coordinator(group: membership.group), isRepeatable: true,
            refusal: { $0.topics.lazy.flatMap(\.partitions).first { $0.errorCode != .none }?.errorCode ?? .none }
        ) { _ in
            OffsetCommitRequest(
                groupId: membership.group, generationIdOrMemberEpoch: membership.generation, memberId: membership.memberId,
                groupInstanceId: membership.instanceId,
                topics: byTopic.map { topic, positions in
                    .init(
                        name: topic,
                        partitions: positions.sorted { $0.key.partition < $1.key.partition }.map {
                            .init(partitionIndex: $0.key.partition, committedOffset: $0.value)
                        })
                })
        }
        return response.topics.lazy.flatMap(\.partitions).first { $0.errorCode != .none }?.errorCode ?? .none
    }

    /// How many partitions each of the topics has; those that are not there are left out.
    func partitionCounts(of topics: [String]) async throws(KafkaClientError) -> [String: Int32] {
        guard !topics.isEmpty else { return [:] }
        let response = try await send(MetadataRequest(topics: topics.map { .init(name: $0) }, allowAutoTopicCreation: false))
        learn(response)
        var counts: [String: Int32] = [:]
        for topic in response.topics {
            guard let name = topic.name else { continue }
            switch topic.errorCode {
            case .none: counts[name] = Int32(topic.partitions.count)
            case .topicAuthorizationFailed, .invalidTopicException:
                throw KafkaClientError(.refused(.metadata, topic.errorCode, message: "topic '\(name)': \(topic.errorCode.message)"))
            default: break
            }
        }
        return counts
    }
}
