import Determinism
import Diagnostics
import MeshModel
import MeshResolution

/// All that an audit of access looks at: whose rules, over what, carrying which data.
///
///     manifests (and clusters) ─► AccessScene ─ auditAccess ─► AccessAudit
package struct AccessScene: Sendable {
    package var mesh: String
    package var environment: String?
    package var clusters: [AuditedCluster]
    package var settings: AuditSpec
    /// By Kafka's name: `User:checkout`.
    var principals: [String: PrincipalFacts]
    var flows: [DataFlow]
    /// What the authorizers' logs tell; nil: nobody gave any.
    package var usage: UsageEvidence?

    /// - Parameters:
    ///   - now: grants whose time is over by then are not wanted any more.
    ///   - observed: by cluster. One that is there is audited as it is, others as the manifests want them.
    ///   - only: the clusters to look at; nil: all.
    package init(
        _ loaded: LoadedMesh, _ desired: DesiredMesh, at now: Instant, observed: [String: ObservedCluster] = [:], only: Set<String>? = nil,
        usage: UsageEvidence? = nil
    ) {
        let domains = DomainTable(loaded)
        let settings = loaded.mesh.spec.audit
        mesh = desired.name
        environment = loaded.environment
        self.settings = settings
        self.usage = usage
        flows = dataFlows(of: loaded.applications)
        principals = principalFacts(loaded, domains)
        let topics = TopicDocuments(loaded, settings, domains)
        let groups = Set(loaded.applications.flatMap { $0.spec.consumes.map(\.group.value) })
        clusters = desired.clusters.values.filter { only?.contains($0.name) ?? true }.sorted { $0.name < $1.name }.map { cluster in
            auditedCluster(cluster, at: now, observed[cluster.name], topics, groups)
        }
    }

    init(
        mesh: String = "shop", clusters: [AuditedCluster], settings: AuditSpec = .init(), principals: [String: PrincipalFacts] = [:],
        flows: [DataFlow] = [], usage: UsageEvidence? = nil
    ) {
        self.mesh = mesh
        self.clusters = clusters
        self.settings = settings
        self.principals = principals
        self.flows = flows
        self.usage = usage
    }

    /// As manifests name it, where one declares it.
    func name(of principal: String) -> String { principals[principal]?.name ?? principal }

    /// Everybody who may be somebody on the cluster: declared, or named by a rule.
    func people(on cluster: AuditedCluster) -> [String] {
        var people = Set(principals.keys)
        for rule in cluster.rules where rule.rule.principal != AccessRule.everyone { people.insert(rule.rule.principal) }
        return people.union(cluster.superPrincipals).sorted()
    }
}

private func principalFacts(_ loaded: LoadedMesh, _ domains: DomainTable) -> [String: PrincipalFacts] {
    let applications = Dictionary(grouping: loaded.applications, by: \.spec.principal.value)
    let facts = loaded.principals.map { principal in
        let theirs = applications[principal.name] ?? []
        return (
            kafkaPrincipal(principal),
            PrincipalFacts(
                name: principal.name, domain: domains.domain(of: principal, applications: theirs), applications: theirs.map(\.name),
                origin: Origin(document: "Principal \(principal.name)", range: principal.metadata.name.range))
        )
    }
    return Dictionary(facts, uniquingKeysWith: { first, _ in first })
}

/// What the documents say of topics.
private struct TopicDocuments {
    private let topics: [String: Resource<TopicSpec>]
    private let classes: [String: [ContractSpec.Classification: [String]]]
    private let domains: DomainTable

    init(_ loaded: LoadedMesh, _ settings: AuditSpec, _ domains: DomainTable) {
        self.domains = domains
        topics = Dictionary(loaded.topics.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let watched = Set(settings.classifications)
        classes = Dictionary(
            loaded.contracts.map { contract in
                var found: [ContractSpec.Classification: [String]] = [:]
                for (path, classification) in contract.spec.classification.sorted(by: { $0.key < $1.key }) where watched.contains(classification.value) {
                    found[classification.value, default: []].append(path)
                }
                return (contract.name, found)
            }, uniquingKeysWith: { first, _ in first })
    }

    /// - Parameter recorded: who the cluster's ledger says owns it, which another mesh may have applied.
    func facts(_ name: String, _ desired: DesiredTopic?, recorded: String?) -> TopicFacts {
        let document = topics[name]
        let owner = desired?.owner ?? document?.metadata.owner?.value ?? recorded
        var found: [ContractSpec.Classification: [String]] = [:]
        for payload in [document?.spec.key, document?.spec.value] {
            if case .contract(let contract)? = payload?.value { found.merge(classes[contract] ?? [:]) { ($0 + $1) } }
        }
        return TopicFacts(
            name: name, owner: owner, domain: domains.domain(ofTopic: name, document?.metadata, owner: owner), isDeclared: desired != nil,
            isDerived: desired?.isDerived ?? false, origin: desired?.origin, classes: found)
    }
}

private func auditedCluster(
    _ desired: DesiredCluster, at now: Instant, _ observed: ObservedCluster?, _ documents: TopicDocuments, _ groups: Set<String>
) -> AuditedCluster {
    let wanted = desired.access(at: now)
    let declared = wanted.map { AuditedRule(rule: $0.key, origins: $0.value.origins) }
    var rules = declared
    var pending: [AuditedRule] = []
    if let observed {
        // What Heddle denies while a topic is on its way out is its own doing, and passes.
        let passing = Set(observed.ledger.topics.values.compactMap(\.quarantine).flatMap(\.denials)).subtracting(wanted.keys)
        rules = observed.access.subtracting(passing).map { AuditedRule(rule: $0, origins: desired.access[$0]?.origins ?? []) }
        pending = declared.filter { !observed.access.contains($0.rule) }.sorted { $0.rule < $1.rule }
    }
    let names = Set(desired.topics.keys).union(observed?.topics.keys.map { $0 } ?? [])
    let spec = desired.spec
    let defaults = AccessDefaults(desired, observed)
    return AuditedCluster(
        name: desired.name, rules: rules, topics: Dictionary(
            uniqueKeysWithValues: names.map { ($0, documents.facts($0, desired.topics[$0], recorded: observed?.ledger.topics[$0]?.stewardship.owner)) }),
        groups: groups, isOpen: defaults.allowsByDefault && defaults.firstRuleLocksOut,
        allowsByDefault: defaults.allowsByDefault && !defaults.firstRuleLocksOut, origin: Origin(document: "Cluster \(desired.name)", range: (spec.authorization?.range ?? desired.resource.metadata.name.range)), isLive: observed != nil, superPrincipals: Set(spec.superPrincipals.map { kafkaName(ofPrincipal: $0.value) }),
        superOrigins: Dictionary(
            spec.superPrincipals.map { (kafkaName(ofPrincipal: $0.value), Origin(document: "Cluster \(desired.name)", range: $0.range)) },
            uniquingKeysWith: { first, _ in first }),
        ownPrincipal: desired.ownPrincipal ?? ownPrincipal(spec), pending: pending)
}

/// As whom the manifests let Heddle log in.
private func ownPrincipal(_ spec: ClusterSpec) -> String? {
    guard case .password(_, let user, _)? = spec.security?.login else { return nil }
    return "User:\(user)"
}
