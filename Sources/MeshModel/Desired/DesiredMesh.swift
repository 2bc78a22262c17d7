import Determinism
import Diagnostics

/// Everything that the manifests ask for, linked and defaulted, cluster by cluster: the planner's first input.
package struct DesiredMesh: Sendable {
    package var name: String
    package var scope: MeshSpec.Scope
    /// By name.
    package var clusters: [String: DesiredCluster]
    /// By name. Their schemas were parsed and found well-formed.
    package var contracts: [String: LinkedContract]
    /// How topics are taken out of use before they are deleted; nil where the mesh says nothing.
    package var deletion: DeletionPolicy?
    /// What becomes of what another hand changed.
    package var drift: DriftPolicy
    /// Where the manifests come from; whoever loads them tells.
    package var source: SourceStamp?

    package init(
        name: String, scope: MeshSpec.Scope = .init(), clusters: [String: DesiredCluster] = [:],
        contracts: [String: LinkedContract] = [:], deletion: DeletionPolicy? = nil, drift: DriftPolicy = .init(),
        source: SourceStamp? = nil
    ) {
        self.drift = drift
        self.name = name
        self.scope = scope
        self.clusters = clusters
        self.contracts = contracts
        self.deletion = deletion
        self.source = source
    }
}

package struct DesiredCluster: Sendable {
    package var name: String
    package var resource: Resource<ClusterSpec>
    /// By name.
    package var topics: [String: DesiredTopic]
    package var access: [AccessRule: DesiredAccess]
    /// What is to stand in the cluster's schema registry, by subject.
    package var subjects: [String: DesiredSubject]
    /// As whom Heddle itself connects, as Kafka writes it (`User:heddle`); nil where the manifests do not tell.
    package var ownPrincipal: String?

    package init(
        name: String, resource: Resource<ClusterSpec>, topics: [String: DesiredTopic] = [:],
        access: [AccessRule: DesiredAccess] = [:], subjects: [String: DesiredSubject] = [:], ownPrincipal: String? = nil
    ) {
        self.ownPrincipal = ownPrincipal
        self.name = name
        self.resource = resource
        self.topics = topics
        self.access = access
        self.subjects = subjects
    }

    package var spec: ClusterSpec { resource.spec }
}

/// Why a resource is wanted: the manifest, and for what is derived the field it follows from.
package struct Origin: Sendable, Hashable {
    /// `Topic orders.created`, `Application checkout`.
    package var document: String
    package var range: SourceRange?
    package init(document: String, range: SourceRange? = nil) {
        self.document = document
        self.range = range
    }
}

package struct DesiredTopic: Sendable {
    package var name: String
    package var owner: String?
    package var partitions: Int
    /// nil: the cluster's own default.
    package var replication: Int?
    /// Kafka's config keys and values in Kafka's spelling; typed fields (`retention.time`) already lowered to keys.
    package var config: [String: ConfigSetting]
    package var deletionProtection: Bool
    package var adopts: Bool
    package var origin: Origin
    /// Whether it follows from an Application, instead of having a document of its own.
    package var isDerived: Bool
    /// Field or config key → where it was said, for notes in plans. Keys: `partitions`, `replication`, config keys.
    package var fieldRanges: [String: SourceRange]

    package init(
        name: String, owner: String? = nil, partitions: Int, replication: Int? = nil, config: [String: ConfigSetting] = [:],
        deletionProtection: Bool = false, adopts: Bool = false, origin: Origin, isDerived: Bool = false,
        fieldRanges: [String: SourceRange] = [:]
    ) {
        self.name = name
        self.owner = owner
        self.partitions = partitions
        self.replication = replication
        self.config = config
        self.deletionProtection = deletionProtection
        self.adopts = adopts
        self.origin = origin
        self.isDerived = isDerived
        self.fieldRanges = fieldRanges
    }
}

package struct DesiredAccess: Sendable {
    package var owner: String?
    package var adopts: Bool
    /// It is not revoked when its manifest goes.
    package var deletionProtection: Bool
    /// Every document that asks for this rule, in order of declaration; never empty.
    package var origins: [Origin]
    /// From then on nobody asks for it any more; nil: for ever.
    package var expires: Instant?

    package init(
        owner: String? = nil, adopts: Bool = false, deletionProtection: Bool = false, origins: [Origin], expires: Instant? = nil
    ) {
        self.expires = expires
        self.owner = owner
        self.adopts = adopts
        self.deletionProtection = deletionProtection
        self.origins = origins
    }
}
