import KafkaWire

/// Metadata 0-13: the brokers and the topics. Asking never makes a topic. The address of the one broker is the
/// one by which the asking connection came, unless it was told another.
extension Broker {
    func metadata(_ request: MetadataRequest, _ call: Call) {
        var topicAnswers: [MetadataResponse.MetadataResponseTopic]
        // Version 0 has no null: an empty list means all.
        if let asked = request.topics, !(call.version == 0 && asked.isEmpty) {
            topicAnswers = asked.map { describe($0, request, call) }
        } else {
            topicAnswers = topics.all
                .filter { authorizer.allows(call.principal, .describe, on: .topic($0.name)) }
                .map { describe($0, request, call) }
        }
        let isClusterAsked = request.includeClusterAuthorizedOperations && (8...10).contains(call.version)
        reply(call.id, MetadataResponse(
            brokers: [.init(
                nodeId: settings.nodeID, host: call.connection.advertisedHost,
                port: call.connection.advertisedPort)],
            clusterId: clusterID.description,
            controllerId: settings.nodeID,
            topics: topicAnswers,
            clusterAuthorizedOperations: isClusterAsked ? AllowedOperations.cluster : AllowedOperations.notAsked))
    }

    private func describe(
        _ asked: MetadataRequest.MetadataRequestTopic, _ request: MetadataRequest, _ call: Call
    ) -> MetadataResponse.MetadataResponseTopic {
        if let name = asked.name {
            if TopicName.complaint(about: name) != nil {
                return .init(errorCode: .invalidTopicException, name: name)
            }
            guard authorizer.allows(call.principal, .describe, on: .topic(name)) else {
                return .init(errorCode: .topicAuthorizationFailed, name: name)
            }
            guard let topic = topics[name] else { return .init(errorCode: .unknownTopicOrPartition, name: name) }
            return describe(topic, request, call)
        }
        // Version 12 and later can say that the name is not known either.
        guard let topic = topics[asked.topicId], authorizer.allows(call.principal, .describe, on: .topic(topic.name))
        else {
            return .init(errorCode: .unknownTopicId, name: call.version >= 12 ? nil : "", topicId: asked.topicId)
        }
        return describe(topic, request, call)
    }

    private func describe(
        _ topic: Topic, _ request: MetadataRequest, _ call: Call
    ) -> MetadataResponse.MetadataResponseTopic {
        .init(
            name: topic.name,
            topicId: topic.id,
            partitions: topic.partitions.map { partition in
                .init(
                    errorCode: .none,
                    partitionIndex: partition.index, leaderId: settings.nodeID, leaderEpoch: Partition.leaderEpoch,
                    replicaNodes: [settings.nodeID], isrNodes: [settings.nodeID])
            },
            topicAuthorizedOperations: request.includeTopicAuthorizedOperations && call.version >= 8
                ? AllowedOperations.topic : AllowedOperations.notAsked)
    }
}
