import MeshModel

/// What somebody may do to the resources of a type.
package struct AccessAbility: Sendable {
    package var type: AccessRule.ResourceType
    package var operation: AccessRule.Operation
    package var shares: [AccessShare]
    /// Of the names that there are, those that may be reached from somewhere.
    package var existing: [String]
}

package struct AbilityAnswer: Sendable {
    package var isSuper: Bool
    /// Whether any rule names the principal.
    package var isNamed: Bool
    /// By type, then by operation; only what is allowed somewhere.
    package var abilities: [AccessAbility]
    package var writesIdempotently: Bool
    /// The rules that name it, and those for everybody, by type and name.
    package var rules: [AccessRule]
}

/// All that a principal may do on a cluster; nil asks for whom no rule names.
package func findAbilities(of principal: String?, in cluster: ClusterAccess, from question: HostQuestion = .every) -> AbilityAnswer {
    let access = cluster.access
    var answer = AbilityAnswer(isSuper: access.isSuper(principal), isNamed: false, abilities: [], writesIdempotently: false, rules: [])
    for type in AccessRule.ResourceType.allCases {
        let rules = access.index.meaning(principal, type).map(Int.init)
        answer.rules += rules.map { access.index.rules[$0] }
        let existing = cluster.existing(type)
        for operation in type.askedOperations {
            let within = type == .cluster ? NameSet.literal(AccessRule.clusterName) : NameSet.all
            let shares = access.shares(principal, operation, type, from: question, by: rules, within: within)
            guard !shares.isEmpty else { continue }
            answer.abilities.append(AccessAbility(type: type, operation: operation, shares: shares, existing: existing.members(of: shares.anyHost)))
        }
    }
    answer.isNamed = answer.rules.contains { $0.principal == principal }
    let host: String? = if case .one(let host) = question { host } else { nil }
    answer.writesIdempotently = access.allowsIdempotentWrite(AccessAsker(principal, from: host))
    return answer
}
