/// What Heddle owns on a cluster and what it last applied there: the content of `__heddle.state`, key by key.
package struct Ledger: Sendable, Equatable {
    package var topics: [String: LedgerTopic]
    package var access: [AccessRule: LedgerAccess]
    package var subjects: [String: LedgerSubject]
    /// By the mesh's name: which part of the cluster each mesh has claimed.
    package var claims: [String: LedgerClaim]

    package init(
        topics: [String: LedgerTopic] = [:], access: [AccessRule: LedgerAccess] = [:], subjects: [String: LedgerSubject] = [:],
        claims: [String: LedgerClaim] = [:]
    ) {
        self.topics = topics
        self.access = access
        self.subjects = subjects
        self.claims = claims
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
    /// Where the manifests stood when the resource was last changed. It follows changes and is none itself.
    package var source: SourceStamp?
    /// How the resource is taken out of use before it is deleted; nil where the mesh said nothing.
    package var deletion: DeletionPolicy?

    package init(
        mesh: String, owner: String? = nil, deletionProtection: Bool = false, source: SourceStamp? = nil,
        deletion: DeletionPolicy? = nil
    ) {
        self.mesh = mesh
        self.owner = owner
        self.deletionProtection = deletionProtection
        self.source = source
        self.deletion = deletion
    }
}

package struct LedgerTopic: Sendable, Equatable {
    package var phase: LedgerPhase
    package var stewardship: Stewardship
    package var partitions: Int
    package var replication: Int?
    /// The config keys that Heddle set, with the values it set.
    package var config: [String: String]
    /// Set while the topic is on its way to be deleted.
    package var quarantine: LedgerQuarantine?
    package init(
        phase: LedgerPhase, stewardship: Stewardship, partitions: Int, replication: Int? = nil, config: [String: String] = [:],
        quarantine: LedgerQuarantine? = nil
    ) {
        self.phase = phase
        self.stewardship = stewardship
        self.partitions = partitions
        self.replication = replication
        self.config = config
        self.quarantine = quarantine
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
