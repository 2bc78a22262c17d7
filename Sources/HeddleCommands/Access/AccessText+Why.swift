import AccessAnalysis
import MeshModel

extension AccessText {
    func explanation(
        _ answer: AccessExplanation, of named: NamedPrincipal, _ operation: AccessRule.Operation, _ resource: AccessResource, in cluster: ClusterAccess
    ) -> String {
        let verdict = answer.isAllowed ? paint.green("allowed") : answer.allowed.isEmpty ? paint.red("denied") : paint.red("denied in part")
        var lines = [heading(cluster) + "\(named.shown) to \(deed(operation)) \(told(resource)): \(verdict)"]
        lines.append("  " + ground(answer.decision))
        if let rule = answer.decision.rule { lines += origins(rule, in: cluster, indent: "    ") }
        if !answer.isAllowed, !answer.allowed.isEmpty {
            lines.append("  allowed: \(answer.allowed.told(most: most))")
            lines.append("  refused: \(answer.refused.told(most: most))")
        }
        let others = (answer.denying + answer.allowing).filter { $0 != answer.decision.rule }
        if !others.isEmpty { lines += ["  also say:"] + rules(others, "", in: cluster) }
        if !answer.otherHosts.isEmpty { lines.append("  otherwise from: \(answer.otherHosts.joined(separator: ", ")); ask with --host") }
        if !answer.remedies.isEmpty {
            lines.append("  it would take:")
            for remedy in answer.remedies {
                switch remedy {
                case .lift(let rule):
                    lines.append("    no longer \(rule.addressName), or a narrower one")
                    lines += origins(rule, in: cluster, indent: "      ")
                case .grant(let rule): lines.append("    \(rule.addressName)")
                }
            }
        }
        return lines.joined(separator: "\n")
    }

    func simulation(
        _ before: AccessExplanation, _ after: AccessExplanation, of named: NamedPrincipal, _ operation: AccessRule.Operation,
        _ resource: AccessResource, in cluster: ClusterAccess
    ) -> String {
        func verdict(_ one: AccessExplanation) -> String {
            one.isAllowed ? paint.green("allowed") : one.allowed.isEmpty ? paint.red("denied") : paint.red("denied in part")
        }
        var lines = [heading(cluster) + "\(named.shown) to \(deed(operation)) \(told(resource))"]
        lines.append("  now:  \(verdict(before)), \(ground(before.decision))")
        lines.append("  then: \(verdict(after)), \(ground(after.decision))")
        if !after.isAllowed, !after.allowed.isEmpty { lines.append("        refused: \(after.refused.told(most: most))") }
        for case .lift(let rule) in after.remedies {
            lines.append("  in its way: \(rule.addressName)")
            lines += origins(rule, in: cluster, indent: "    ")
        }
        return lines.joined(separator: "\n")
    }

    private func ground(_ decision: AccessDecision) -> String {
        switch decision.ground {
        case .superPrincipal: "it is a super principal, whom no rule binds"
        case .denied(let rule): "\(rule.addressName) denies it, and a denial wins"
        case .allowed(let rule): "\(rule.addressName) allows it"
        case .allowedByDefault: "no rule decides, and the cluster allows what no rule denies"
        case .deniedByDefault: "no rule allows it, and the cluster denies what no rule allows"
        case .allowedWithoutRules: "no rule is on it, and the cluster lets everybody in there (allow.everyone.if.no.acl.found)"
        case .lockedOut(let rule): "\(rule.addressName) is on it, so that nobody else is let in without a rule (allow.everyone.if.no.acl.found)"
        }
    }
}
