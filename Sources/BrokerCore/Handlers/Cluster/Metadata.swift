import KafkaWire

/// Metadata 0-13: the brokers and the topics. Asking makes a topic only where the broker is told so. The address of a
/// lone broker is the one by which the asking connection came, unless it was told another. What may not be described is left out where
/// all topics are asked for, and refused where it is named.
extension Broker {
    func metadata(_ request: MetadataRequest, _ call: Call) {
        var topicAnswers: [MetadataResponse.MetadataResponseTopic]
        // Version 0 has no null: an empty list means all.
        if let asked = request.topics, !(call.version == 0 && asked.isEmpty) {
            topicAnswers = asked.map { describe($0, request, call) }
        } else {
            topicAnswers = topics.all
                .filter { isAllowed(call, .describe, on: .topic($0.name)) }
                .map { describe($0, request, call) }
        }
        let isClusterAsked = request.includeClusterAuthorizedOperations && (8...10).contains(call.version)
        replyWhenTopicsAreKept(call.id, MetadataResponse(
            brokers: nodes(for: call).map { .init(nodeId: $0.id, host: $0.host, port: $0.port) },
            clusterId: clusterID.description,
            controllerId: settings.nodeID,
            topics: topicAnswers,
            clusterAuthorizedOperations: isClusterAsked ? clusterOperations(call) : AllowedOperations.notAsked))
    }

    private func describe(
        _ asked: MetadataRequest.MetadataRequestTopic, _ request: MetadataRequest, _ call: Call
    ) -> MetadataResponse.MetadataResponseTopic {
        if let name = asked.name {
            guard isAllowed(call, .describe, on: .topic(name)) else {
                return .init(errorCode: .topicAuthorizationFailed, name: name)
            }
            if TopicName.complaint(about: name) != nil {
                return .init(errorCode: .invalidTopicException, name: name)
            }
            if let topic = topics[name] { return describe(topic, request, call) }
            guard request.allowAutoTopicCreation else { return .init(errorCode: .unknownTopicOrPartition, name: name) }
            switch makeAutomatically(name, call) {
            case .success(let topic): return describe(topic, request, call)
            case .failure(let refusal): return .init(errorCode: refusal.error, name: name)
            }
        }
        // Version 12 and later can say that the name is not known either.
        let noName = call.version >= 12 ? nil : ""
        guard let topic = topics[asked.topicId] else {
            return .init(errorCode: .unknownTopicId, name: noName, topicId: asked.topicId)
        }
        guard isAllowed(call, .describe, on: .topic(topic.name)) else {
            return .init(errorCode: .topicAuthorizationFailed, name: noName, topicId: asked.topicId)
        }
        return describe(topic, request, call)
    }

    private func describe(
        _ topic: Topic, _ request: MetadataRequest, _ call: Call
    ) -> MetadataResponse.MetadataResponseTopic {
        // One array for all of the topic's partitions, where there is one broker.
        let own = isAlone ? [settings.nodeID] : nil
        return .init(
            name: topic.name,
            topicId: topic.id,
            isInternal: topic.isInternal,
            partitions: topic.partitions.map { partition in
                let nodes = own ?? replicas(of: topic, partition.index)
                return .init(
                    errorCode: .none,
                    partitionIndex: partition.index, leaderId: nodes[0], leaderEpoch: Partition.leaderEpoch,
                    replicaNodes: nodes, isrNodes: nodes)
            },
            topicAuthorizedOperations: request.includeTopicAuthorizedOperations && call.version >= 8
                ? operations(AllowedOperations.topic, on: .topic(topic.name), call) : AllowedOperations.notAsked)
    }

    /// Who merely asks does not wait for the disk.
    private func replyWhenTopicsAreKept(_ id: RequestID, _ response: MetadataResponse) {
        if settings.autoCreateTopics, syncs.isMetadataUnsynced { replyWhenKept(id, response) } else { reply(id, response) }
    }
}
