import KafkaWire

/// DeleteTopics 1-6: by name, from version 6 on by id too. What groups committed for a topic goes with it.
extension Broker {
    private typealias Result = DeleteTopicsResponse.DeletableTopicResult

    func deleteTopics(_ request: DeleteTopicsRequest, _ call: Call) {
        var doomed: [Topic] = []
        var ids: Set<KafkaUUID> = []
        var results: [Result] = []
        func consider(_ topic: Topic?, name: String?, id: KafkaUUID) {
            if let asked = topic?.name ?? name, !isAllowed(call, .delete, on: .topic(asked)) {
                // The name of a topic that was asked for by its id is told only to whom may know it.
                let isNameKnown = name != nil || isAllowed(call, .describe, on: .topic(asked))
                return results.append(.init(
                    name: isNameKnown ? asked : nil, topicId: id, errorCode: .topicAuthorizationFailed,
                    errorMessage: "Not authorized to delete this topic."))
            }
            guard let topic else {
                let error: ErrorCode = name == nil ? .unknownTopicId : .unknownTopicOrPartition
                return results.append(.init(name: name, topicId: id, errorCode: error, errorMessage: error.message))
            }
            guard !topic.isInternal else {
                let refusal = TopicRefusal(internal: topic)
                return results.append(.init(
                    name: topic.name, topicId: topic.id, errorCode: refusal.error, errorMessage: refusal.message))
            }
            guard ids.insert(topic.id).inserted else {
                return results.append(.init(
                    name: topic.name, topicId: topic.id, errorCode: .invalidRequest,
                    errorMessage: "The topic is named more than once."))
            }
            doomed.append(topic)
            results.append(.init(name: topic.name, topicId: topic.id))
        }

        if call.version >= 6 {
            for asked in request.topics {
                if let name = asked.name, asked.topicId != .zero {
                    results.append(.init(
                        name: name, topicId: asked.topicId, errorCode: .invalidRequest,
                        errorMessage: "You may not specify both topic name and topic id."))
                } else if let name = asked.name {
                    consider(topics[name], name: name, id: .zero)
                } else {
                    consider(topics[asked.topicId], name: nil, id: asked.topicId)
                }
            }
        } else {
            for name in request.topicNames { consider(topics[name], name: name, id: .zero) }
        }
        guard keep(doomed.map { .topicDeleted(id: $0.id) }) else {
            return reply(call.id, DeleteTopicsResponse(responses: results.map {
                $0.errorCode == .none
                    ? .init(
                        name: $0.name, topicId: $0.topicId, errorCode: .kafkaStorageError,
                        errorMessage: "The deletion cannot be kept.")
                    : $0
            }))
        }
        topics.remove(Set(doomed.map(\.id)))
        for topic in doomed {
            drop(topic)
            changes.add(.deleted(topic: topic.name))
        }
        removeCommittedOffsets(ofTopics: doomed.map(\.name))
        replyWhenKept(call.id, DeleteTopicsResponse(responses: results))
    }
}
