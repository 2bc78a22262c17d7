import KafkaWire

/// `auto.create.topics.enable`: asking for a topic makes it. Off unless the broker is told otherwise.
extension Broker {
    /// Makes a topic that a client asked for by name and that is not there.
    ///
    /// - Returns: the topic, or the error with which Metadata answers for it.
    func makeAutomatically(_ name: String, _ call: Call) -> Result<Topic, TopicRefusal> {
        Result { () throws(TopicRefusal) in
            guard settings.autoCreateTopics else { throw .init(.unknownTopicOrPartition, "") }
            guard isAllowed(call, .create, on: .cluster) || isAllowed(call, .create, on: .topic(name)) else {
                throw .init(.topicAuthorizationFailed, "")
            }
            if topics.collision(with: name) != nil { throw .init(.invalidTopicException, "") }
            try checkRoom(for: settings.defaultPartitions)
            let topic = Topic(
                name: name, id: freshTopicID(), partitions: settings.defaultPartitions, overrides: [:], settings: settings(for: [:]))
            topic.placement = placement(of: topic.id, 0..<settings.defaultPartitions, factor: 1)
            guard keep(MetadataEntry.entries(making: topic)) else { throw .init(.kafkaStorageError, "") }
            topics.insert(topic)
            changes.add(.created(topic: name))
            note(.info, "topic \(name) was made, as a client asked for it")
            return topic
        }
    }
}
