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
    package var settings: TopicSettings

    package init(
        clusters: ClusterSelection, key: Located<PayloadType>? = nil, value: Located<PayloadType>? = nil,
        settings: TopicSettings = .init()
    ) {
        self.clusters = clusters
        self.key = key
        self.value = value
        self.settings = settings
    }
}
