import MeshModel

/// What lets a principal do something.
enum Permit: Sendable, Hashable {
    /// A rule, by its place.
    case rule(Int)
    case superPrincipal
    /// No rule speaks of the resource, and the cluster lets everybody in then.
    case noRule
}

extension AuditedCluster {
    /// What lets the principal do this to the one resource, from some host; nil: nothing does. As Kafka's StandardAuthorizer decides.
    func permit(_ principal: String, _ operation: AccessRule.Operation, _ type: AccessRule.ResourceType, _ name: String) -> Permit? {
        permit(principal, OperationSet(operation), type, .literal(name))
    }

    /// The same of at least one name of the pattern.
    func permit(
        _ principal: String, _ operation: OperationSet, _ type: AccessRule.ResourceType, _ pattern: AccessRule.Pattern
    ) -> Permit? {
        if superPrincipals.contains(principal) { return .superPrincipal }
        for place in index.meeting(pattern, type, of: principal) where rules[place].rule.permission == .allow {
            let grant = rules[place].rule
            guard OperationSet(decidedBy: grant).isSuperset(of: operation), let shared = grant.pattern.intersection(pattern) else { continue }
            let region = AccessRegion(type: type, principal: principal, host: grant.host, pattern: shared)
            if !isDenied(region, operation) { return .rule(place) }
        }
        if isOpen, case .literal = pattern, index.covering(pattern, type).isEmpty { return .noRule }
        return nil
    }

    /// Whether one of the operations is denied in the whole region.
    func isDenied(_ region: AccessRegion, _ operation: OperationSet) -> Bool {
        denial(of: region, operation, where: { _ in true }) != nil
    }

    /// A denial that covers the whole region, by its place.
    func denial(of region: AccessRegion, _ operation: OperationSet, where isCounted: (Int) -> Bool) -> Int? {
        index.covering(region.pattern, region.type, of: region.principal).first { place in
            let rule = rules[place].rule
            return rule.permission == .deny && isCounted(place) && !OperationSet(decidedBy: rule).isDisjoint(with: operation) && rule.covers(region)
        }
    }
}
