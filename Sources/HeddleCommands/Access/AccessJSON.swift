import AccessAnalysis
import Diagnostics
import MeshModel

/// A set of names as machines read it: the words that people read, and the same in parts.
struct NameSetJSON: Encodable {
    /// `orders.* except orders.secret`.
    var text: String
    var terms: [Term]

    struct Term: Encodable {
        /// `literal` or `prefix`.
        var kind: String
        var name: String
        var except: [Term]

        init(_ term: NameTerm) {
            kind = term.kind == .literal ? "literal" : "prefix"
            name = term.name
            except = term.exceptions.map(Term.init)
        }
    }

    init(_ names: NameSet) {
        text = names.description
        terms = names.terms.map(Term.init)
    }
}

struct AccessShareJSON: Encodable {
    var names: NameSetJSON
    var hosts: HostScopeJSON

    init(_ share: AccessShare) {
        names = NameSetJSON(share.names)
        hosts = HostScopeJSON(share.hosts)
    }
}

struct HostScopeJSON: Encodable {
    /// `every`, `only` or `except`.
    var scope: String
    var hosts: [String]

    init(_ scope: HostScope) {
        switch scope {
        case .everywhere: (self.scope, hosts) = ("every", [])
        case .only(let hosts): (self.scope, self.hosts) = ("only", hosts)
        case .except(let hosts): (self.scope, self.hosts) = ("except", hosts)
        }
    }
}

/// A rule, and who asks for it.
struct AccessRuleJSON: Encodable {
    /// As plans write it, with the cluster: `access/eu/User:checkout/topic:orders.created/write`.
    var address: String
    var principal: String
    var type: String
    /// `literal`, `prefix` or `any`.
    var pattern: String
    var name: String?
    var operation: String
    var permission: String
    var host: String
    /// Whether a manifest asks for it.
    var declared: Bool
    var origins: [PlaceJSON]

    init(_ rule: AccessRule, in cluster: ClusterAccess) {
        address = ResourceAddress.access(rule, on: cluster.cluster).description
        principal = rule.principal
        type = rule.resourceType.rawValue
        switch rule.pattern {
        case .literal(let name): (pattern, self.name) = ("literal", name)
        case .prefix(let name): (pattern, self.name) = ("prefix", name)
        case .any: pattern = "any"
        }
        operation = rule.operation.rawValue
        permission = rule.permission.rawValue
        host = rule.host
        origins = cluster.origins(of: rule).map(PlaceJSON.init)
        declared = !origins.isEmpty
    }
}

/// What all answers begin with.
struct AccessHeaderJSON: Encodable {
    var mesh: String
    var environment: String?
    /// `manifests` or `live`.
    var source: String
    /// As asked.
    var host: String?

    init(_ scene: QueriedMesh, _ options: AccessOptions) {
        mesh = scene.mesh
        environment = options.manifests.env
        source = scene.isLive ? "live" : "manifests"
        host = options.host
    }
}

/// An answer, with what was asked at the same level.
struct AccessAnswerJSON<Answer: Encodable>: Encodable {
    var header: AccessHeaderJSON
    var answer: Answer

    init(_ scene: QueriedMesh, _ options: AccessOptions, _ answer: Answer) {
        header = AccessHeaderJSON(scene, options)
        self.answer = answer
    }

    func encode(to encoder: any Encoder) throws {
        try header.encode(to: encoder)
        try answer.encode(to: encoder)
    }
}

/// What a cluster does where no rule speaks.
struct AccessDefaultsJSON: Encodable {
    /// `allow`, `deny`, or `allow-without-rules`: Kafka's allow.everyone.if.no.acl.found.
    var withoutRules: String
    var superPrincipals: [String]
    /// What one must know besides.
    var note: String?

    init(_ cluster: ClusterAccess, _ scene: QueriedMesh) {
        let defaults = cluster.access.defaults
        withoutRules = !defaults.allowsByDefault ? "deny" : defaults.firstRuleLocksOut ? "allow-without-rules" : "allow"
        superPrincipals = defaults.superPrincipals.sorted()
        note = scene.notes[cluster.cluster]
    }
}
