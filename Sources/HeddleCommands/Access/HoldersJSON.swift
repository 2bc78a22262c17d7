import AccessAnalysis
import MeshModel

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
        _ scene: QueriedMesh, _ operation: AccessRule.Operation, _ resource: AccessResource,
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

    init(_ scene: QueriedMesh, _ named: NamedPrincipal, _ answers: [(cluster: ClusterAccess, answer: AbilityAnswer)]) {
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
