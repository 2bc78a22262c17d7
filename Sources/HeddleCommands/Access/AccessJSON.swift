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
    var origins: [OriginPlaceJSON]

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
        origins = cluster.origins(of: rule).map(OriginPlaceJSON.init)
        declared = !origins.isEmpty
    }
}

struct OriginPlaceJSON: Encodable {
    /// `Application checkout`.
    var document: String
    var file: String?
    var line: Int?
    var column: Int?

    init(_ origin: Origin) {
        document = origin.document
        file = origin.range?.file.path
        line = (origin.range?.start.line).map(Int.init)
        column = (origin.range?.start.column).map(Int.init)
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

    init(_ scene: AccessScene, _ options: AccessOptions) {
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

    init(_ scene: AccessScene, _ options: AccessOptions, _ answer: Answer) {
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

    init(_ cluster: ClusterAccess, _ scene: AccessScene) {
        let defaults = cluster.access.defaults
        withoutRules = !defaults.allowsByDefault ? "deny" : defaults.firstRuleLocksOut ? "allow-without-rules" : "allow"
        superPrincipals = defaults.superPrincipals.sorted()
        note = scene.notes[cluster.cluster]
    }
}

/// `heddle access who-can`. The shape is Specs/access/v1/who-can.schema.json; it changes only by adding.
struct WhoCanJSON: Encodable {
    var formatVersion = "1.0"
    var operation: String
    var resource: String
    var clusters: [Cluster]

    struct Cluster: Encodable {
        var cluster: String
        var defaults: AccessDefaultsJSON
        var holders: [Holder]
        /// Whom rules name, and who may not though everybody may.
        var excluded: [Holder]
    }

    struct Holder: Encodable {
        var principal: String
        /// `everybody`, `super-principal` or `principal`.
        var kind: String
        /// Of all that was asked about.
        var whole: Bool
        var byDefault: Bool
        var shares: [AccessShareJSON]
        var allowing: [AccessRuleJSON]
        var denying: [AccessRuleJSON]

        init(_ holder: AccessHolder, in cluster: ClusterAccess) {
            principal = holder.who.name
            kind = holder.who.kind
            whole = holder.isWhole
            byDefault = holder.isByDefault
            shares = holder.shares.map(AccessShareJSON.init)
            allowing = holder.allowing.map { AccessRuleJSON($0, in: cluster) }
            denying = holder.denying.map { AccessRuleJSON($0, in: cluster) }
        }
    }

    init(
        _ scene: AccessScene, _ operation: AccessRule.Operation, _ resource: AccessResource,
        _ answers: [(cluster: ClusterAccess, answer: HolderAnswer)]
    ) {
        self.operation = operation.rawValue
        self.resource = resource.description
        clusters = answers.map { cluster, answer in
            Cluster(
                cluster: cluster.cluster, defaults: AccessDefaultsJSON(cluster, scene), holders: answer.holders.map { Holder($0, in: cluster) },
                excluded: answer.excluded.map { Holder($0, in: cluster) })
        }
    }
}

extension AccessHolder.Who {
    var kind: String {
        switch self {
        case .everybody: "everybody"
        case .superPrincipal: "super-principal"
        case .principal: "principal"
        }
    }
}

/// `heddle access what-can`. The shape is Specs/access/v1/what-can.schema.json; it changes only by adding.
struct WhatCanJSON: Encodable {
    var formatVersion = "1.0"
    var principal: PrincipalJSON
    var clusters: [Cluster]

    struct Cluster: Encodable {
        var cluster: String
        var defaults: AccessDefaultsJSON
        var superPrincipal: Bool
        /// Whether any rule names it.
        var named: Bool
        var idempotentWrites: Bool
        var abilities: [Ability]
        var rules: [AccessRuleJSON]
    }

    struct Ability: Encodable {
        var type: String
        var operation: String
        var shares: [AccessShareJSON]
        /// Of the names that there are.
        var existing: [String]
    }

    init(_ scene: AccessScene, _ named: NamedPrincipal, _ answers: [(cluster: ClusterAccess, answer: AbilityAnswer)]) {
        principal = PrincipalJSON(named)
        clusters = answers.map { cluster, answer in
            Cluster(
                cluster: cluster.cluster, defaults: AccessDefaultsJSON(cluster, scene), superPrincipal: answer.isSuper, named: answer.isNamed,
                idempotentWrites: answer.writesIdempotently,
                abilities: answer.abilities.map {
                    Ability(type: $0.type.rawValue, operation: $0.operation.rawValue, shares: $0.shares.map(AccessShareJSON.init), existing: $0.existing)
                }, rules: answer.rules.map { AccessRuleJSON($0, in: cluster) })
        }
    }
}

struct PrincipalJSON: Encodable {
    /// As Kafka writes it; `User:*` for whom no rule names.
    var principal: String
    /// Where it was an Application's name.
    var application: String?

    init(_ named: NamedPrincipal) {
        principal = named.principal ?? AccessAsker.everybody
        application = named.application
    }
}
