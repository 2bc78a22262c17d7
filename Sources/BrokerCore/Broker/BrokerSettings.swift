import KafkaWire

/// When a write counts as kept.
package enum Durability: String, Sendable, CaseIterable {
    /// When it is on disk: acknowledgements wait for an fdatasync, which all that came meanwhile share.
    case fsync
    /// When the operating system has it: it survives the broker's end, not the machine's.
    case os
}

/// What a broker is told when it starts.
package struct BrokerSettings: Sendable {
    package var nodeID: Int32 = 1
    /// How many brokers are shown to clients, numbered from `nodeID` on. All are this one.
    package var brokerCount: Int32 = 1
    package var durability = Durability.fsync
    package var authorization = AuthorizationSettings()
    package var login = LoginSettings()
    package var defaultPartitions: Int32 = 1
    /// Whether asking for a topic makes it.
    package var autoCreateTopics = false
    /// Topic configs that differ from Kafka's defaults on this broker, by topic config name.
    package var topicDefaults: [String: String] = [:]
    /// KIP-134's delay. Kafka's default is 3 s; a short one lets tests start fast and still lets members that
    /// start together join together.
    package var groupInitialRebalanceDelay: Duration = .milliseconds(50)
    /// How much of it the first member waits for a second one. A member that is alone, as most in tests are, has its records
    /// sooner; where a second one comes, all wait the whole delay for more.
    package var groupFirstMemberDelay: Duration = .milliseconds(10)
    package var groupSessionTimeouts: ClosedRange<Duration> = .seconds(6)...(.seconds(1800))
    /// Of groups whose partitions the broker assigns (KIP-848), unless a group has configs of its own.
    package var consumerGroupSessionTimeout: Duration = .seconds(45)
    package var consumerGroupHeartbeatInterval: Duration = .seconds(5)
    package var groupMaxSize = 10_000
    package var groupMaxCount = 100_000
    package var offsetMetadataMaxBytes = 4096
    package var producerExpiration: Duration = .seconds(86_400)
    package var transactionMaxTimeout: Duration = .seconds(900)
    package var transactionalIDExpiration: Duration = .seconds(7 * 86_400)
    package var transactionalIDMaxCount = 100_000
    package var retentionCheckInterval: Duration = .seconds(60)
    /// With `.os`, how often the logs are nevertheless brought to disk, so that a recovery stays short.
    package var backgroundSyncInterval: Duration = .seconds(10)
    package var fetchMaxBytes = 57_671_680
    package var maxRequestBytes = 104_857_600
    /// Most bytes that the records of a batch may take decompressed, where the broker has to look into them.
    package var maxDecompressedBatchBytes = 128 << 20
    /// How often at most a topic has a line in the log about records that do not fit their schemas.
    package var validationNoticeInterval: Duration = .seconds(60)
    package var maxPartitions = 200_000
    /// For DescribeConfigs alone.
    package var dataDirectory = ""

    package init() {}
}
