/// What Heddle owns on a cluster and what it last applied there: the content of `__heddle.state`, key by key.
package struct Ledger: Sendable, Equatable {
    package var topics: [String: LedgerTopic]
    package var access: [AccessRule: LedgerAccess]
    package var subjects: [String: LedgerSubject]

    package init(
        topics: [String: LedgerTopic] = [:], access: [AccessRule: LedgerAccess] = [:], subjects: [String: LedgerSubject] = [:]
    ) {
        self.topics = topics
        self.access = access
        self.subjects = subjects
    }
}

/// An entry is written before the act (`intended`) and again after it (`applied`), so that a run which is cut off between
/// the two is finished by the next one instead of being met as somebody else's resource.
package enum LedgerPhase: String, Sendable, Equatable, Codable { case intended, applied }

/// Who answers for an entry: kept in the mesh, so that it outlives the manifest.
package struct Stewardship: Sendable, Equatable {
    package var mesh: String
    package var owner: String?
    package var deletionProtection: Bool
    package init(mesh: String, owner: String? = nil, deletionProtection: Bool = false) {
        self.mesh = mesh
        self.owner = owner
        self.deletionProtection = deletionProtection
    }
}

package struct LedgerTopic: Sendable, Equatable {
    package var phase: LedgerPhase
    package var stewardship: Stewardship
    package var partitions: Int
    package var replication: Int?
    /// The config keys that Heddle set, with the values it set.
    package var config: [String: String]
    package init(
        phase: LedgerPhase, stewardship: Stewardship, partitions: Int, replication: Int? = nil, config: [String: String] = [:]
    ) {
        self.phase = phase
        self.stewardship = stewardship
        self.partitions = partitions
        self.replication = replication
        self.config = config
    }
}

package struct LedgerAccess: Sendable, Equatable {
    package var phase: LedgerPhase
    package var stewardship: Stewardship
    package init(phase: LedgerPhase, stewardship: Stewardship) {
        self.phase = phase
        self.stewardship = stewardship
    }
}
