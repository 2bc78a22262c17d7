import EngineInterface
import MeshModel

/// Everything about a cluster that the planning of one of its resources may have to look at.
struct ClusterScene {
    var mesh: String
    var cluster: String
    var source: SourceStamp?
    /// What the mesh says of deletion today.
    var deletion: DeletionPolicy?
    var scope: ManagedScope
    var options: PlanOptions
    /// The rules that are there.
    var access: Set<AccessRule>
    /// Why nobody can be denied anything there, going on from the cluster's name; nil: they can.
    var rulesShortfall: String?
    /// The first rule on a topic shuts everybody out whom it does not name: Kafka's `allow.everyone.if.no.acl.found`.
    var firstRuleLocksOut: Bool
    /// Every config key that the cluster knows of topics; nil where it did not tell.
    var configKeys: Set<String>?
    /// As whom Heddle connects; nil: not known.
    var ownPrincipal: String?
    var capabilities: Capabilities
    var brokers: [ObservedBroker]
    /// What all topics put on the brokers; nil where no topic's replicas are to be moved.
    var loads: BrokerLoads?
    /// Bytes a second and broker.
    var moveThrottle: Int

    init(_ desired: DesiredCluster, of mesh: DesiredMesh, observed: ObservedCluster, options: PlanOptions) {
        self.mesh = mesh.name
        cluster = desired.name
        source = mesh.source
        deletion = mesh.deletion
        scope = ManagedScope(mesh.scope)
        self.options = options
        access = observed.access
        rulesShortfall = observed.capabilities.shortfall(.access)
        firstRuleLocksOut = AccessDefaults(desired, observed).firstRuleLocksOut
        configKeys = knownConfigKeys(observed.topics)
        ownPrincipal = desired.ownPrincipal
        capabilities = observed.capabilities
        brokers = observed.brokers
        moveThrottle = desired.spec.moveThrottle.map { Int(clamping: $0.value.count) } ?? standardMoveThrottle
        let moves = desired.topics.values.contains { topic in
            observed.topics[topic.name].map { topic.replication != nil && $0.replication != topic.replication } ?? false
        }
        if moves {
            var loads = BrokerLoads()
            for topic in observed.topics.values { loads.add(topic.replicas) }
            self.loads = loads
        }
    }

    var targetsEverything: Bool { options.targets.isEmpty }

    func isTargeted(_ address: ResourceAddress) -> Bool { targetsEverything || options.targets.contains(address) }

    /// Who answers for what is applied now.
    func stewardship(owner: String?, isProtected: Bool, deletion: DeletionPolicy? = nil) -> Stewardship {
        Stewardship(mesh: mesh, owner: owner, deletionProtection: isProtected, source: source, deletion: deletion)
    }
}

/// The config keys of topics, where the cluster lists them all: that it does shows in entries that nobody has set.
private func knownConfigKeys(_ topics: [String: ObservedTopic]) -> Set<String>? {
    var keys: Set<String> = []
    var isWhole = false
    for topic in topics.values {
        guard let config = topic.config, config.contains(where: { !$0.value.isSetOnTopic }) else { continue }
        isWhole = true
        keys.formUnion(config.keys)
    }
    return isWhole ? keys : nil
}
