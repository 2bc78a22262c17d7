import Diagnostics

/// A set of clusters: by name, or by label.
package enum ClusterSelection: Sendable {
    case names([Located<String>])
    case labels([String: Located<String>], at: SourceRange)
    /// Nothing was said, which means the mesh's one cluster, if there is just one. The range is the document's.
    case onlyCluster(at: SourceRange)
}

/// A config key's three states are: a value, `null` (`leftAlone`), and absent (not in the dictionary).
package enum ConfigSetting: Sendable, Hashable {
    case value(String)
    /// Written `null`: whatever is there stays.
    case leftAlone
}

package enum CleanupPolicy: String, Sendable, Hashable, CaseIterable { case delete, compact }

/// What a record's key or value is.
package enum PayloadType: Sendable, Hashable {
    /// A serialisation without a contract: `string`, `bytes`, `int`, `long`, `uuid`, …
    case plain(String)
    case contract(String)
}

package enum Validation: String, Sendable, Hashable, CaseIterable { case none, warn, enforce, enforcePayload = "enforce-payload" }

/// Under which name a registry keeps the schemas of a topic's key or value, in the words of Confluent's clients.
package enum SubjectNameStrategy: String, Sendable, Hashable, CaseIterable {
    /// `orders.created-value`: TopicNameStrategy.
    case topicName = "topic-name"
    /// `shop.OrderCreated`: RecordNameStrategy.
    case recordName = "record-name"
    /// `orders.created-shop.OrderCreated`: TopicRecordNameStrategy.
    case topicRecordName = "topic-record-name"

    /// nil where the strategy needs a record's name and there is none.
    package func subject(of side: RecordSide, topic: String, recordName: String?) -> String? {
        switch self {
        case .topicName: "\(topic)-\(side.rawValue)"
        case .recordName: recordName
        case .topicRecordName: recordName.map { "\(topic)-\($0)" }
        }
    }
}

/// The fields of a topic that have defaults: every one is absent until somebody says it.
package struct TopicSettings: Sendable {
    package var partitions: Located<Int>?
    package var replication: Located<Int>?
    /// -1: without bound.
    package var retentionTime: Located<Milliseconds>?
    /// Per partition, as engines count it; -1: without bound.
    package var retentionSize: Located<ByteCount>?
    package var cleanup: Located<Set<CleanupPolicy>>?
    package var validation: Located<Validation>?
    /// Raw engine configuration.
    package var config: [String: Located<ConfigSetting>]
    /// Config key → where the key is written.
    package var configKeys: [String: SourceRange]
    package var deletionProtection: Located<Bool>?

    package init(
        partitions: Located<Int>? = nil, replication: Located<Int>? = nil, retentionTime: Located<Milliseconds>? = nil,
        retentionSize: Located<ByteCount>? = nil, cleanup: Located<Set<CleanupPolicy>>? = nil,
        validation: Located<Validation>? = nil, config: [String: Located<ConfigSetting>] = [:], configKeys: [String: SourceRange] = [:],
        deletionProtection: Located<Bool>? = nil
    ) {
        self.partitions = partitions
        self.replication = replication
        self.retentionTime = retentionTime
        self.retentionSize = retentionSize
        self.cleanup = cleanup
        self.validation = validation
        self.config = config
        self.configKeys = configKeys
        self.deletionProtection = deletionProtection
    }
}

/// Kind `Topic`.
package struct TopicSpec: Sendable {
    package var clusters: ClusterSelection
    package var key: Located<PayloadType>?
    package var value: Located<PayloadType>?
    package var keySubject: Located<SubjectNameStrategy>?
    package var valueSubject: Located<SubjectNameStrategy>?
    package var settings: TopicSettings

    package init(
        clusters: ClusterSelection, key: Located<PayloadType>? = nil, value: Located<PayloadType>? = nil,
        keySubject: Located<SubjectNameStrategy>? = nil, valueSubject: Located<SubjectNameStrategy>? = nil,
        settings: TopicSettings = .init()
    ) {
        self.clusters = clusters
        self.key = key
        self.value = value
        self.keySubject = keySubject
        self.valueSubject = valueSubject
        self.settings = settings
    }
}
