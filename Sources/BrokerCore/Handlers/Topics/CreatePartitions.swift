import KafkaWire

/// CreatePartitions 0-3: topics grow, and never shrink.
extension Broker {
    func createPartitions(_ request: CreatePartitionsRequest, _ call: Call) {
        var seen: Set<String> = []
        var named: [String: Int] = [:]
        for topic in request.topics { named[topic.name, default: 0] += 1 }
        let results = request.topics.compactMap { asked -> CreatePartitionsResponse.CreatePartitionsTopicResult? in
            guard seen.insert(asked.name).inserted else { return nil }
            do throws(TopicRefusal) {
                guard named[asked.name] == 1 else { throw .init(.invalidRequest, "Duplicate topic name.") }
                try grow(asked, validateOnly: request.validateOnly, call)
                return .init(name: asked.name)
            } catch {
                return .init(name: asked.name, errorCode: error.error, errorMessage: error.message)
            }
        }
        replyWhenKept(call.id, CreatePartitionsResponse(results: results))
    }

    private func grow(
        _ asked: CreatePartitionsRequest.CreatePartitionsTopic, validateOnly: Bool, _ call: Call
    ) throws(TopicRefusal) {
        guard isAllowed(call, .alter, on: .topic(asked.name)) else {
            throw .init(.topicAuthorizationFailed, "Not authorized to alter this topic.")
        }
        guard let topic = topics[asked.name] else {
            throw .init(.unknownTopicOrPartition, ErrorCode.unknownTopicOrPartition.message)
        }
        guard !topic.isInternal else { throw .init(internal: topic) }
        let present = Int32(topic.partitions.count)
        guard asked.count > present else {
            throw .init(.invalidPartitions, asked.count == present
                ? "Topic already has \(present) partition(s)."
                : "The topic \(asked.name) currently has \(present) partition(s); \(asked.count) would not be an increase.")
        }
        try checkRoom(for: asked.count - present)
        if let assignments = asked.assignments {
            guard assignments.count == Int(asked.count - present) else {
                throw .init(
                    .invalidReplicaAssignment,
                    "\(asked.count - present) partition(s) are added, but \(assignments.count) assignment(s) were given.")
            }
            for (index, assignment) in assignments.enumerated() {
                try check(brokers: assignment.brokerIds, ofPartition: present + Int32(index))
            }
        }
        guard !validateOnly else { return }
        let grown = topic.placement.isEmpty ? [] : topic.placement + (asked.assignments?.map(\.brokerIds)
            ?? placement(of: topic.id, present..<asked.count, factor: Int(replicationFactor(of: topic))))
        let entry = MetadataEntry.partitionsGrown(id: topic.id, partitions: asked.count)
        guard keep(grown.isEmpty ? [entry] : [entry, .topicPlaced(id: topic.id, replicas: grown)]) else {
            throw .init(.kafkaStorageError, "The change cannot be kept.")
        }
        topics.grow(topic, to: asked.count)
        topic.placement = grown
        changes.add(.partitions(topic: topic.name))
    }
}
