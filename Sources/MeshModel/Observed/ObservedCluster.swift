import ContractModel

/// What one cluster says of itself, read over its own protocol.
package struct ObservedCluster: Sendable, Equatable {
    package var clusterId: String?
    /// Every topic by name, the engine's internal ones included.
    package var topics: [String: ObservedTopic]
    package var access: Set<AccessRule>
    /// Those subjects of its schema registry that are declared or owned. nil: it has no registry, or nobody asked, because the
    /// manifests register nothing there and Heddle owns nothing there.
    package var subjects: [String: ObservedSubject]?
    /// What holds in the registry for subjects that have no mode of their own; nil when not told.
    package var registryCompatibility: CompatibilityMode?
    /// What Heddle recorded there, from `__heddle.state`.
    package var ledger: Ledger
    /// Where a created topic that says nothing stands: the engine's defaults. nil when not told.
    package var defaultPartitions: Int?
    package var defaultReplication: Int?
    /// Kafka's `allow.everyone.if.no.acl.found`: a resource that no rule speaks of is open to everybody. False when not told.
    package var allowsWithoutRules: Bool
    /// Those that are up, by ascending id; empty when not told.
    package var brokers: [ObservedBroker]
    /// What is not to be had there is told with the reason, so that a plan can refuse what needs it.
    package var capabilities: Capabilities

    package init(
        clusterId: String? = nil, topics: [String: ObservedTopic] = [:], access: Set<AccessRule> = [],
        subjects: [String: ObservedSubject]? = nil, registryCompatibility: CompatibilityMode? = nil, ledger: Ledger = .init(),
        defaultPartitions: Int? = nil, defaultReplication: Int? = nil, allowsWithoutRules: Bool = false, brokers: [ObservedBroker] = [],
        capabilities: Capabilities = .all
    ) {
        self.clusterId = clusterId
        self.topics = topics
        self.access = access
        self.subjects = subjects
        self.registryCompatibility = registryCompatibility
        self.ledger = ledger
        self.defaultPartitions = defaultPartitions
        self.defaultReplication = defaultReplication
        self.allowsWithoutRules = allowsWithoutRules
        self.brokers = brokers
        self.capabilities = capabilities
    }
}

package struct ObservedTopic: Sendable, Equatable {
    package struct ConfigEntry: Sendable, Equatable {
        package var value: String?
        /// True when it was set on this topic itself; false for a broker's or a built-in default.
        package var isSetOnTopic: Bool
        package init(value: String?, isSetOnTopic: Bool) {
            self.value = value
            self.isSetOnTopic = isSetOnTopic
        }
    }

    package var id: String?
    package var partitions: Int
    package var replication: Int
    package var isInternal: Bool
    /// nil when it was not asked for (topics that are neither declared nor owned).
    package var config: [String: ConfigEntry]?
    /// nil when nobody counted: only changes that may lose records need it.
    package var held: HeldRecords?
    /// nil when nobody asked.
    package var usage: TopicUsage?

    /// The brokers of each partition's replicas, the preferred leader first, by partition; where replicas are being moved, those
    /// that are to hold them. Empty when not told.
    package var replicas: [[Int32]]
    /// Replicas are being moved.
    package var isMoving: Bool

    package init(
        id: String? = nil, partitions: Int, replication: Int, isInternal: Bool = false, config: [String: ConfigEntry]? = nil,
        held: HeldRecords? = nil, usage: TopicUsage? = nil, replicas: [[Int32]] = [], isMoving: Bool = false
    ) {
        self.id = id
        self.partitions = partitions
        self.replication = replication
        self.isInternal = isInternal
        self.config = config
        self.held = held
        self.usage = usage
        self.replicas = replicas
        self.isMoving = isMoving
    }
}
