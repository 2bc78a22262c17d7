import AccessAnalysis
import MeshModel

/// One decision as machines read it.
struct ExplanationJSON: Encodable {
    var allowed: Bool
    /// `super-principal`, `denied`, `allowed`, `allowed-by-default`, `denied-by-default`, `allowed-without-rules`, `locked-out`.
    var ground: String
    /// The one that decided; none where no rule did.
    var rule: AccessRuleJSON?
    /// Of what was asked about.
    var allowedNames: NameSetJSON
    var refusedNames: NameSetJSON
    var allowing: [AccessRuleJSON]
    var denying: [AccessRuleJSON]
    /// From which the answer is another.
    var otherHosts: [String]
    var remedies: [Remedy]

    struct Remedy: Encodable {
        /// `lift` or `grant`.
        var action: String
        var rule: AccessRuleJSON
    }

    init(_ answer: AccessExplanation, in cluster: ClusterAccess) {
        allowed = answer.isAllowed
        ground =
            switch answer.decision.ground {
            case .superPrincipal: "super-principal"
            case .denied: "denied"
            case .allowed: "allowed"
            case .allowedByDefault: "allowed-by-default"
            case .deniedByDefault: "denied-by-default"
            case .allowedWithoutRules: "allowed-without-rules"
            case .lockedOut: "locked-out"
            }
        rule = answer.decision.rule.map { AccessRuleJSON($0, in: cluster) }
        allowedNames = NameSetJSON(answer.allowed)
        refusedNames = NameSetJSON(answer.refused)
        allowing = answer.allowing.map { AccessRuleJSON($0, in: cluster) }
        denying = answer.denying.map { AccessRuleJSON($0, in: cluster) }
        otherHosts = answer.otherHosts
        remedies = answer.remedies.map { remedy in
            switch remedy {
            case .lift(let rule): Remedy(action: "lift", rule: AccessRuleJSON(rule, in: cluster))
            case .grant(let rule): Remedy(action: "grant", rule: AccessRuleJSON(rule, in: cluster))
            }
        }
    }
}

/// `heddle access why`. The shape is Specs/access/v1/why.schema.json; it changes only by adding.
struct WhyJSON: Encodable {
    var formatVersion = "1.0"
    var principal: PrincipalJSON
    var operation: String
    var resource: String
    /// On every cluster.
    var allowed: Bool
    var clusters: [Cluster]

    struct Cluster: Encodable {
        var cluster: String
        var defaults: AccessDefaultsJSON
        var decision: ExplanationJSON
    }

    init(
        _ scene: QueriedMesh, _ named: NamedPrincipal, _ operation: AccessRule.Operation, _ resource: AccessResource,
        _ answers: [(cluster: ClusterAccess, answer: AccessExplanation)]
    ) {
        principal = PrincipalJSON(named)
        self.operation = operation.rawValue
        self.resource = resource.description
        allowed = answers.allSatisfy(\.answer.isAllowed)
        clusters = answers.map {
            Cluster(cluster: $0.cluster.cluster, defaults: AccessDefaultsJSON($0.cluster, scene), decision: ExplanationJSON($0.answer, in: $0.cluster))
        }
    }
}

/// `heddle access simulate`. The shape is Specs/access/v1/simulate.schema.json; it changes only by adding.
struct SimulateJSON: Encodable {
    var formatVersion = "1.0"
    var principal: PrincipalJSON
    var operation: String
    var resource: String
    /// As `--add` and `--remove` said.
    var added: [String]
    var removed: [String]
    /// With the change, on every cluster.
    var allowed: Bool
    var clusters: [Cluster]

    struct Cluster: Encodable {
        var cluster: String
        var before: ExplanationJSON
        var after: ExplanationJSON
    }

    init(
        _ scene: QueriedMesh, _ named: NamedPrincipal, _ operation: AccessRule.Operation, _ resource: AccessResource,
        added: [AccessRule], removed: [AccessRule], _ answers: [(cluster: ClusterAccess, before: AccessExplanation, after: AccessExplanation)]
    ) {
        principal = PrincipalJSON(named)
        self.operation = operation.rawValue
        self.resource = resource.description
        self.added = added.map(\.addressName)
        self.removed = removed.map(\.addressName)
        allowed = answers.allSatisfy(\.after.isAllowed)
        clusters = answers.map {
            Cluster(cluster: $0.cluster.cluster, before: ExplanationJSON($0.before, in: $0.cluster), after: ExplanationJSON($0.after, in: $0.cluster))
        }
    }
}
