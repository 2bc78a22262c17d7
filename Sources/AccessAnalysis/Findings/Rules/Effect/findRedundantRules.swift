import MeshModel

/// Rules that could go without anybody noticing. They are not dangerous; whoever reads the rules believes them.
func findRedundantRules(_ scene: AccessScene) -> [AccessFinding] {
    scene.clusters.flatMap { cluster in
        let redundant = redundantRules(of: cluster)
        let rules = cluster.rules
        var findings: [AccessFinding] = []
        for (place, denial) in redundant.shadowed.sorted(by: { $0.key < $1.key }) {
            findings.append(shadowed(rules[place], by: rules[denial], on: cluster))
        }
        for (place, others) in redundant.duplicates.sorted(by: { $0.key < $1.key }) {
            findings.append(duplicate(rules[place], of: others.map { rules[$0] }, on: cluster))
        }
        for (place, denial) in redundant.overruled.sorted(by: { $0.key < $1.key }) {
            findings.append(overruled(rules[place], by: rules[denial], on: cluster))
        }
        for place in redundant.inert {
            findings.append(
                AccessFinding(
                    .inertDenial, .low, of: rules[place], on: cluster,
                    "nobody is granted what this denies: '\(rules[place].rule.principal)' \(rules[place].rule.operation.rawValue) on \(rules[place].rule.resourceWords)",
                    fix: .init("remove it, unless it is a guard against grants to come; then suppress this finding and say so")))
        }
        for place in redundant.ofSuperPrincipals {
            findings.append(
                AccessFinding(
                    .inapplicableOperation, .low, of: rules[place], on: cluster,
                    "no rule applies to '\(rules[place].rule.principal)', who is a super principal",
                    evidence: [.init("super principals", cluster.superPrincipals.sorted())],
                    fix: .init("remove the rule, or the super principal")))
        }
        return findings
    }
}

private func shadowed(_ rule: AuditedRule, by denial: AuditedRule, on cluster: AuditedCluster) -> AccessFinding {
    AccessFinding(
        .shadowed, .medium, of: rule, on: cluster,
        "'\(rule.rule.principal)' is granted \(rule.rule.operation.rawValue) on \(rule.rule.resourceWords), and all of it is denied",
        others: [denial], evidence: [.init("denied by", [denial.rule.addressName])],
        fix: .init(
            rule.isDerived
                ? "\(rule.origin?.document ?? "the application") needs this and does not get it: take the denial back, or the need"
                : "remove the grant, or narrow the denial"))
}

private func overruled(_ rule: AuditedRule, by denial: AuditedRule, on cluster: AuditedCluster) -> AccessFinding {
    let left = OperationSet(decidedBy: rule.rule).subtracting(OperationSet(decidedBy: denial.rule))
    return AccessFinding(
        .overruled, .medium, of: rule, on: cluster,
        "'\(rule.rule.principal)' is granted \(rule.rule.operation.rawValue) on \(rule.rule.resourceWords) and denied it: only \(left.names.joined(separator: ", ")) is left",
        others: [denial], evidence: [.init("denied by", [denial.rule.addressName]), .init("left", left.names)],
        fix: .init("grant what is meant to be left, and no more", yaml: "operations: [\(left.names.joined(separator: ", "))]"))
}

private func duplicate(_ rule: AuditedRule, of others: [AuditedRule], on cluster: AuditedCluster) -> AccessFinding {
    let verb = rule.rule.permission == .allow ? "granted" : "denied"
    return AccessFinding(
        .duplicate, .low, of: rule, on: cluster,
        "'\(rule.rule.principal)' is \(verb) \(rule.rule.operation.rawValue) on \(rule.rule.resourceWords) by other rules already",
        others: others, evidence: [.init("said by", others.map(\.rule.addressName))],
        fix: .init(
            rule.isDerived
                ? "it follows from \(rule.origin?.document ?? "an application") and stays; see whether the wider rule is needed beside it"
                : "remove it, or the wider rules if this is all that is needed"))
}
