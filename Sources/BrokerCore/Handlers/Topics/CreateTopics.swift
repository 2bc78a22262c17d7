import Determinism
import KafkaWire

/// CreateTopics 2-7: each topic is made or refused for itself; all are kept with one write and one sync. -1 partitions or
/// replicas is the broker's default (KIP-464). Version 7 tells the topic's id and configs.
extension Broker {
    private typealias Asked = CreateTopicsRequest.CreatableTopic
    private typealias Result = CreateTopicsResponse.CreatableTopicResult

    func createTopics(_ request: CreateTopicsRequest, _ call: Call) {
        var named: [String: Int] = [:]
        for topic in request.topics { named[topic.name, default: 0] += 1 }
        var answered: Set<String> = []
        var made: [Topic] = []
        var results = request.topics.compactMap { asked -> Result? in
            guard named[asked.name] == 1 else {
                guard answered.insert(asked.name).inserted else { return nil }
                return refusal(asked.name, .init(.invalidRequest, "Duplicate topic name."))
            }
            do throws(TopicRefusal) {
                let topic = try create(asked, call)
                made.append(topic)
                return describe(topic, validateOnly: request.validateOnly, call)
            } catch {
                return refusal(asked.name, error)
            }
        }
        let entries = request.validateOnly ? [] : made.flatMap(MetadataEntry.entries(making:))
        if request.validateOnly {
            topics.remove(Set(made.map(\.id)))
        } else if keep(entries) {
            for topic in made { changes.add(.created(topic: topic.name)) }
        } else {
            topics.remove(Set(made.map(\.id)))
            let names = Set(made.map(\.name))
            results = results.map { result in
                names.contains(result.name)
                    ? refusal(result.name, .init(.kafkaStorageError, "The topic cannot be kept.")) : result
            }
        }
        replyWhenKept(call.id, CreateTopicsResponse(topics: results))
    }

    private func refusal(_ name: String, _ refusal: TopicRefusal) -> Result {
        .init(
            name: name, errorCode: refusal.error, errorMessage: refusal.message, numPartitions: -1,
            replicationFactor: -1, configs: [])
    }

    /// The topic is in the table at once, so that those after it in the request are held against it.
    private func create(_ asked: Asked, _ call: Call) throws(TopicRefusal) -> Topic {
        guard isAllowed(call, .create, on: .cluster) || isAllowed(call, .create, on: .topic(asked.name)) else {
            throw .init(.topicAuthorizationFailed, "Not authorized to create topics of this name.")
        }
        if let complaint = TopicName.complaint(about: asked.name) { throw .init(.invalidTopicException, complaint) }
        if topics[asked.name] != nil { throw .init(.topicAlreadyExists, "Topic '\(asked.name)' already exists.") }
        if let other = topics.collision(with: asked.name) {
            throw .init(.invalidTopicException, "Topic '\(asked.name)' collides with existing topic '\(other)'.")
        }
        let partitions = try partitionCount(of: asked)
        var overrides: [String: String] = [:]
        for config in asked.configs {
            do throws(ConfigComplaint) {
                try ConfigTable.topic.apply(.set, config.name, config.value, to: &overrides) { _ in nil }
            } catch {
                throw .init(.invalidConfig, error.message)
            }
        }

        let topic = Topic(
            name: asked.name, id: freshTopicID(), partitions: partitions, overrides: overrides,
            settings: settings(for: overrides))
        topic.placement = asked.assignments.isEmpty
            ? placement(of: topic.id, 0..<partitions, factor: Int(max(asked.replicationFactor, 1)))
            : isAlone ? [] : asked.assignments.sorted { $0.partitionIndex < $1.partitionIndex }.map(\.brokerIds)
        topics.insert(topic)
        return topic
    }

    private func describe(_ topic: Topic, validateOnly: Bool, _ call: Call) -> Result {
        // KIP-525: who may not see configs is told that, and the topic is made all the same.
        guard isAllowed(call, .describeConfigs, on: .topic(topic.name)) else {
            return .init(
                name: topic.name, topicId: validateOnly ? .zero : topic.id, errorMessage: nil,
                topicConfigErrorCode: .topicAuthorizationFailed, numPartitions: -1, replicationFactor: -1, configs: nil)
        }
        return .init(
            name: topic.name, topicId: validateOnly ? .zero : topic.id, numPartitions: Int32(topic.partitions.count),
            replicationFactor: replicationFactor(of: topic), configs: call.version >= 5 ? describedConfigs(topic.overrides) : [])
    }

    private func partitionCount(of asked: Asked) throws(TopicRefusal) -> Int32 {
        let count: Int32
        if asked.assignments.isEmpty {
            guard asked.numPartitions == -1 || asked.numPartitions > 0 else {
                throw .init(
                    .invalidPartitions, "Number of partitions must be larger than 0, or -1 to use the default value.")
            }
            guard asked.replicationFactor == -1 || asked.replicationFactor > 0 else {
                throw .init(
                    .invalidReplicationFactor,
                    "Replication factor must be larger than 0, or -1 to use the default value.")
            }
            guard Int(asked.replicationFactor) <= nodeIDs.count else {
                let brokers = isAlone ? "one broker" : "\(nodeIDs.count) brokers"
                throw .init(
                    .invalidReplicationFactor,
                    "Unable to replicate the partition \(asked.replicationFactor) time(s): this cluster has \(brokers).")
            }
            count = asked.numPartitions == -1 ? settings.defaultPartitions : asked.numPartitions
        } else {
            guard asked.numPartitions == -1, asked.replicationFactor == -1 else {
                throw .init(.invalidRequest, "Both numPartitions or replicationFactor and assignments were set.")
            }
            let indexes = Set(asked.assignments.map(\.partitionIndex))
            guard indexes.count == asked.assignments.count, indexes.min() == 0, Int(indexes.max() ?? -1) == indexes.count - 1
            else {
                throw .init(.invalidReplicaAssignment, "Partitions should be a consecutive 0-based integer sequence.")
            }
            guard Set(asked.assignments.map(\.brokerIds.count)).count == 1 else {
                throw .init(.invalidReplicaAssignment, "All partitions must have the same number of replicas.")
            }
            for assignment in asked.assignments {
                try check(brokers: assignment.brokerIds, ofPartition: assignment.partitionIndex)
            }
            count = Int32(asked.assignments.count)
        }
        try checkRoom(for: count)
        return count
    }

    func check(brokers: [Int32], ofPartition index: Int32) throws(TopicRefusal) {
        let isRight = !brokers.isEmpty && Set(brokers).count == brokers.count && brokers.allSatisfy(nodeIDs.contains)
        guard !isRight else { return }
        throw .init(
            .invalidReplicaAssignment,
            isAlone
                ? "Partition \(index) must be assigned to broker \(settings.nodeID), the only one, and to it once."
                : "Partition \(index) must be assigned to brokers among \(nodeIDs.map(String.init).joined(separator: ", ")), each once.")
    }

    func checkRoom(for count: Int32) throws(TopicRefusal) {
        guard topics.partitionCount + Int(count) <= settings.maxPartitions else {
            throw .init(.policyViolation, "The broker holds at most \(settings.maxPartitions) partitions.")
        }
    }

    func freshTopicID() -> KafkaUUID {
        while true {
            let id = KafkaUUID(RandomID(using: &random))
            if topics[id] == nil { return id }
        }
    }

    private func describedConfigs(_ overrides: [String: String]) -> [CreateTopicsResponse.CreatableTopicConfigs] {
        typealias Described = CreateTopicsResponse.CreatableTopicConfigs
        func describe(_ key: ConfigKey, _ counting: ConfigValue?) -> Described {
            Described(
                name: key.name, value: counting?.value, readOnly: false,
                configSource: counting?.source.rawValue ?? ConfigSource.kafkaDefault.rawValue, isSensitive: false)
        }
        var described = inheritedDescription ?? ConfigTable.topic.keys.map { key in
            describe(key, configs.synonyms(of: key, topic: [:]).first)
        }
        inheritedDescription = described
        for (name, value) in overrides {
            guard let place = ConfigTable.topic.place(of: name) else { continue }
            described[place] = describe(ConfigTable.topic.keys[place], .init(name: name, value: value, source: .topic))
        }
        return described
    }
}

/// Why something cannot be done to a topic: the protocol's error and a sentence.
struct TopicRefusal: Error {
    var error: ErrorCode
    var message: String

    init(_ error: ErrorCode, _ message: String) {
        self.error = error
        self.message = message
    }

    /// Nobody may do this to a topic that is the broker's own, not even who may do everything.
    init(internal topic: Topic) {
        self.init(.invalidTopicException, "The topic \(topic.name) is the broker's own and stays as it is.")
    }
}
