import MeshModel

/// Rules that could all be taken out at once without anybody gaining or losing anything, by their places.
struct RedundantRules: Sendable {
    /// Grants of which everything is denied → one of the denials.
    var shadowed: [Int: Int] = [:]
    /// Rules of which the rest is said by others → those.
    var duplicates: [Int: [Int]] = [:]
    /// Denials of what nobody is granted.
    var inert: [Int] = []
    /// Of super principals, to whom no rule applies.
    var ofSuperPrincipals: [Int] = []
    /// Grants of which what they name is denied, while what they imply is left → the denial. Not redundant.
    var overruled: [Int: Int] = [:]
}

/// One rule after the other is held against those that are left, so that of two that say the same one stays.
func redundantRules(of cluster: AuditedCluster) -> RedundantRules {
    var found = RedundantRules()
    var isKept = [Bool](repeating: true, count: cluster.rules.count)
    let places = cluster.rules.indices.sorted { width(cluster.rules[$0].rule) < width(cluster.rules[$1].rule) }
    for place in places where cluster.superPrincipals.contains(cluster.rules[place].rule.principal) {
        // Where a rule of anybody's closes a resource to the rest, it does something nevertheless.
        guard !cluster.isOpen else { continue }
        found.ofSuperPrincipals.append(place)
        isKept[place] = false
    }
    for place in places where isKept[place] && cluster.rules[place].rule.permission == .deny {
        let rule = cluster.rules[place].rule
        if let others = cover(of: rule, at: place, by: .deny, in: cluster, isKept) {
            found.duplicates[place] = others
            isKept[place] = false
        }
    }
    for place in places where isKept[place] && cluster.rules[place].rule.permission == .allow {
        let rule = cluster.rules[place].rule
        let operations = OperationSet(decidedBy: rule)
        guard !operations.isEmpty else { continue }
        var denied = OperationSet()
        var denial: Int?
        for operation in operations.operations {
            if let by = cluster.denial(of: rule.region, OperationSet(operation), where: { isKept[$0] }) {
                denied.insert(OperationSet(operation))
                if denial == nil || operation == rule.operation { denial = by }
            }
        }
        if denied == operations, let denial {
            found.shadowed[place] = denial
            isKept[place] = false
        } else if let others = cover(of: rule, at: place, by: .allow, besides: denied, in: cluster, isKept) {
            found.duplicates[place] = others
            isKept[place] = false
        } else if let denial, denied.contains(OperationSet(rule.operation)), rule.operation != .all {
            found.overruled[place] = denial
        }
    }
    // With open resources a denial also closes what nothing else speaks of.
    guard !cluster.isOpen else { return found }
    for place in places where isKept[place] && cluster.rules[place].rule.permission == .deny {
        guard !stopsSomebody(cluster.rules[place].rule, at: place, in: cluster, isKept) else { continue }
        found.inert.append(place)
        isKept[place] = false
    }
    return found
}

/// Rules that say all that this one says, but for what is denied anyway; nil where something is left over.
private func cover(
    of rule: AccessRule, at place: Int, by permission: AccessRule.Permission, besides denied: OperationSet = [], in cluster: AuditedCluster,
    _ isKept: [Bool]
) -> [Int]? {
    let left = OperationSet(decidedBy: rule).subtracting(denied)
    guard !left.isEmpty else { return nil }
    let candidates = cluster.index.covering(rule.pattern, rule.resourceType, of: rule.principal).filter {
        $0 != place && isKept[$0] && cluster.rules[$0].rule.permission == permission && cluster.rules[$0].rule.covers(rule.region)
    }
    var open = left
    var used: [Int] = []
    for candidate in candidates {
        let said = OperationSet(decidedBy: cluster.rules[candidate].rule)
        guard !said.isDisjoint(with: open) else { continue }
        used.append(candidate)
        open.subtract(said)
        if open.isEmpty { return used }
    }
    return nil
}

/// Whether there is a grant that the denial takes something from, which no other denial takes as well.
private func stopsSomebody(_ denial: AccessRule, at place: Int, in cluster: AuditedCluster, _ isKept: [Bool]) -> Bool {
    let operations = OperationSet(decidedBy: denial)
    let met =
        denial.principal == AccessRule.everyone
        ? cluster.index.meeting(denial.pattern, denial.resourceType)
        : cluster.index.meeting(denial.pattern, denial.resourceType, of: denial.principal)
    return met.contains { other in
        let grant = cluster.rules[other].rule
        // A grant that is shadowed counts: without this denial it would be one again.
        guard grant.permission == .allow, !cluster.superPrincipals.contains(grant.principal),
            let region = grant.region.intersection(denial.region)
        else { return false }
        return OperationSet(decidedBy: grant).intersection(operations).operations.contains { operation in
            cluster.denial(of: region, OperationSet(operation), where: { $0 != place && isKept[$0] }) == nil
        }
    }
}

/// Narrow rules are looked at first, so that of two the wider one stays; then by what is written.
private func width(_ rule: AccessRule) -> (Int, String) {
    var width = 0
    switch rule.pattern {
    case .any: width += 4_000
    case .prefix(let prefix): width += 2_000 - min(1_000, prefix.utf8.count)
    case .literal: break
    }
    if rule.operation == .all { width += 8_000 }
    if rule.principal == AccessRule.everyone { width += 16_000 }
    if rule.host == "*" { width += 100 }
    // A grant that another implies goes before it.
    if ![AccessRule.Operation.describe, .describeConfigs].contains(rule.operation) { width += 50 }
    return (width, rule.addressName)
}
