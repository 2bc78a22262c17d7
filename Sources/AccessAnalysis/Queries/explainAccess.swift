import MeshModel

/// Why somebody may do something, or may not.
package struct AccessExplanation: Sendable {
    /// What would make it allowed.
    package enum Remedy: Sendable, Hashable {
        /// It counts against whatever allows: it must go, or be narrowed.
        case lift(AccessRule)
        case grant(AccessRule)
    }

    /// Whether all that was asked about is allowed, from where it was asked.
    package var isAllowed: Bool
    /// What decided. For a prefix of which a part is refused: what refuses the first of it.
    package var decision: AccessDecision
    /// Of what was asked about.
    package var allowed: NameSet
    package var refused: NameSet
    /// All rules that have a say, by permission; the widest first.
    package var allowing: [AccessRule]
    package var denying: [AccessRule]
    /// Where no host was given: hosts that rules name, and from which the answer is another.
    package var otherHosts: [String]
    /// Empty where all is allowed.
    package var remedies: [Remedy]
}

/// - Parameter host: nil: from a host that no rule names.
package func explainAccess(
    of principal: String?, to operation: AccessRule.Operation, _ resource: AccessResource, in cluster: ClusterAccess, from host: String? = nil
) -> AccessExplanation {
    let access = cluster.access
    let asker = AccessAsker(principal, from: host)
    let asked = resource.names
    let allowed = access.names(asker, operation, resource.type).intersection(asked)
    let refused = asked.subtracting(allowed)
    let operations = operation == .all ? resource.type.askedOperations : [operation]
    var allowing: [AccessRule] = []
    var denying: [AccessRule] = []
    for rule in access.index.bearing(on: resource.pattern, of: resource.type).map({ access.index.rules[$0] })
    where asker.isMeant(by: rule) && operations.contains(where: rule.decides) {
        if rule.permission == .allow { allowing.append(rule) } else { denying.append(rule) }
    }
    var remedies: [AccessExplanation.Remedy] = []
    if !refused.isEmpty {
        let harmful = denying.filter { !$0.pattern.names.isDisjoint(with: refused) }
        remedies = harmful.map { .lift($0) }
        let withoutDenials = operations.reduce(asked) { rest, one in
            rest.intersection(access.allowedByDefault(resource.type).union(NameSet(allowing.filter { $0.decides(one) }.map(\.pattern))))
        }
        if !asked.isSubset(of: withoutDenials) {
            let grant = AccessRule(
                resourceType: resource.type, pattern: resource.pattern, principal: principal ?? AccessAsker.everybody, host: host ?? AccessAsker.everyHost,
                operation: operation)
            remedies.append(.grant(grant))
        }
    }
    var otherHosts: [String] = []
    if host == nil {
        let said = access.index.meaning(principal, resource.type).map(Int.init)
        otherHosts = access.hosts(of: said).filter { other in
            access.names(AccessAsker(principal, from: other), operation, resource.type).intersection(asked) != allowed
        }
    }
    return AccessExplanation(
        isAllowed: refused.isEmpty, decision: decision(asker, operations, resource, refused, allowing, in: access), allowed: allowed,
        refused: refused, allowing: allowing, denying: denying, otherHosts: otherHosts, remedies: remedies)
}

/// What decides about the one name; about the first name that is refused; or about all of them.
private func decision(
    _ asker: AccessAsker, _ operations: [AccessRule.Operation], _ resource: AccessResource, _ refused: NameSet, _ allowing: [AccessRule],
    in access: EffectiveAccess
) -> AccessDecision {
    func first(_ name: String) -> AccessDecision {
        let all = operations.map { access.decide(asker, $0, resource.type, name) }
        return all.first { !$0.isAllowed } ?? all.first ?? AccessDecision(.deniedByDefault)
    }
    if case .literal(let name) = resource.pattern { return first(name) }
    if let name = refused.examples(most: 1).first { return first(name) }
    if access.isSuper(asker.principal) { return AccessDecision(.superPrincipal) }
    // Often one rule is enough for all of them.
    if let rule = allowing.first(where: { rule in operations.allSatisfy(rule.decides) && resource.names.isSubset(of: rule.pattern.names) }) {
        return AccessDecision(.allowed(by: rule))
    }
    return resource.names.examples(most: 1).first.map(first) ?? AccessDecision(.deniedByDefault)
}
