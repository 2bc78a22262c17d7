import KafkaWire

/// What the client knows of the cluster: who is where, who leads what. Learned from responses; may be out of date, which
/// the brokers then say.
struct ClusterMap: Sendable, Equatable {
    private(set) var clusterId: String?
    private(set) var brokers: [Int32: BrokerAddress] = [:]
    private(set) var controller: Int32?
    private(set) var topicIds: [String: KafkaUUID] = [:]
    /// The broker that answered last when any would do.
    var lastReached: BrokerAddress?
    private var leaders: [TopicPartition: Int32] = [:]
    private var coordinators: [String: Int32] = [:]

    private(set) var partitionCounts: [String: Int32] = [:]

    /// What must be asked before a destination's broker is known.
    enum Unknown: Sendable, Equatable {
        case controller
        case leader(TopicPartition)
        case broker(Int32)
        case coordinator(group: String)
    }

    enum Route: Sendable, Equatable {
        /// Any broker that can be reached.
        case anywhere
        case at(BrokerAddress)
        case unknown(Unknown)
    }

    func route(to destination: Destination) -> Route {
        switch destination {
        case .any: .anywhere
        case .controller: route(to: controller, else: .controller)
        case .leader(let partition): route(to: leaders[partition], else: .leader(partition))
        case .broker(let id): route(to: id, else: .broker(id))
        case .coordinator(let group): route(to: coordinators[group], else: .coordinator(group: group))
        }
    }

    /// nil: not known.
    func leader(of partition: TopicPartition) -> Int32? { leaders[partition] }

    private func route(to broker: Int32?, else unknown: Unknown) -> Route {
        guard let broker, let address = brokers[broker] else { return .unknown(unknown) }
        return .at(address)
    }

    /// Where to try when any broker will do, in order: the last that answered, those that the user named, those that the
    /// cluster advertises.
    func candidates(bootstrap: [BrokerAddress]) -> [BrokerAddress] {
        var seen: Set<BrokerAddress> = []
        let advertised = brokers.sorted { $0.key < $1.key }.map(\.value)
        return ((lastReached.map { [$0] } ?? []) + bootstrap + advertised).filter { seen.insert($0).inserted }
    }

    /// Takes in a Metadata response, be it of all topics or of some.
    mutating func learn(_ response: MetadataResponse) {
        clusterId = response.clusterId ?? clusterId
        controller = response.controllerId >= 0 ? response.controllerId : nil
        brokers = [:]
        for broker in response.brokers {
            brokers[broker.nodeId] = BrokerAddress(host: broker.host, port: Int(broker.port))
        }
        for topic in response.topics {
            guard let name = topic.name else { continue }
            topicIds[name] = topic.topicId == .zero ? nil : topic.topicId
            partitionCounts[name] = topic.partitions.isEmpty ? nil : Int32(topic.partitions.count)
            for partition in topic.partitions {
                let key = TopicPartition(topic: name, partition: partition.partitionIndex)
                leaders[key] = partition.leaderId >= 0 ? partition.leaderId : nil
            }
        }
    }

    mutating func learnCoordinator(of group: String, id: Int32, at address: BrokerAddress) {
        coordinators[group] = id
        brokers[id] = address
    }

    /// What turned out to be out of date.
    mutating func forget(_ destination: Destination) {
        switch destination {
        case .any, .broker: break
        case .controller: controller = nil
        case .leader(let partition):
            leaders[partition] = nil
            topicIds[partition.topic] = nil
        case .coordinator(let group): coordinators[group] = nil
        }
    }
}
