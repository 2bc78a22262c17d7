import EngineInterface
import MeshModel

/// Says of each granted and revoked rule who gains or loses what in effect, with all the rules that stand before and after the
/// plan: a rule that others cover gives and takes nothing.
func judgeAccess(_ changes: inout [Change], before: Set<AccessRule>, topics: Set<String>, defaults: AccessDefaults) {
    var after = before
    for change in changes {
        for operation in change.operations {
            switch operation {
            case .grant(let rule): after.insert(rule)
            case .revoke(let rule): after.remove(rule)
            default: continue
            }
        }
    }
    guard after != before else { return }
    let effects = AccessEffects(before: RuleCover(before), after: RuleCover(after), untold: defaults.firstRuleLocksOut ? topicsWithoutRules(topics, before) : [], defaults: defaults)
    for index in changes.indices where changes[index].address.kind == .access {
        for operation in changes[index].operations {
            let verdict: (RiskClass, String)
            switch operation {
            case .grant(let rule): verdict = rule.permission == .allow ? effects.allowed(rule) : effects.denied(rule)
            case .revoke(let rule): verdict = rule.permission == .allow ? effects.noLongerAllowed(rule) : effects.noLongerDenied(rule)
            default: continue
            }
            changes[index].risk = verdict.0
            // The first is what the comparison of rows alone could say.
            changes[index].reasons.replaceSubrange(0..<min(1, changes[index].reasons.count), with: [verdict.1])
        }
    }
}

private func topicsWithoutRules(_ topics: Set<String>, _ rules: Set<AccessRule>) -> Set<String> {
    var literals: Set<String> = []
    var prefixes: Set<String> = []
    for rule in rules where rule.resourceType == .topic {
        switch rule.pattern {
        case .literal(let name): literals.insert(name)
        case .prefix(let prefix): prefixes.insert(prefix)
        case .any: return []
        }
    }
    let lengths = Set(prefixes.map(\.count))
    return topics.filter { name in !literals.contains(name) && !lengths.contains { prefixes.contains(String(name.prefix($0))) } }
}

private struct AccessEffects {
    var before: RuleCover
    var after: RuleCover
    /// Topics that are there and that no rule speaks of before the plan.
    var untold: Set<String>
    var defaults: AccessDefaults

    func allowed(_ rule: AccessRule) -> (RiskClass, String) {
        if let denial = after.covering(rule, saying: .deny) { return (.safe, "\(rule.principal) gains nothing: \(denial.addressName) denies it") }
        if let other = before.covering(rule, saying: .allow) {
            return (.safe, "\(rule.principal) gains nothing: \(other.addressName) allows it already")
        }
        if defaults.firstRuleLocksOut, let name = firstRuleOn(rule) {
            return (
                .disruptive,
                "\(rule.principal) may \(rule.deed), by the first rule on \(rule.resourceType.rawValue) '\(name)': there the cluster lets everybody in "
                    + "where no rule is found, and with this one all others are locked out"
            )
        }
        if defaults.allowsByDefault, !defaults.firstRuleLocksOut {
            return (.notable, "\(rule.principal) may \(rule.deed), also where the cluster's default is to deny")
        }
        return (.notable, "\(rule.principal) gains access: may \(rule.deed)")
    }

    func denied(_ rule: AccessRule) -> (RiskClass, String) {
        if let other = before.covering(rule, saying: .deny) {
            return (.safe, "\(rule.principal) loses nothing: \(other.addressName) denies it already")
        }
        if defaults.allowsByDefault || before.covering(rule, saying: .allow) != nil {
            return (.safe, "\(rule.principal) loses access: may no longer \(rule.deed)")
        }
        return (.safe, "\(rule.principal) is denied to \(rule.deed), whatever else allows it")
    }

    func noLongerAllowed(_ rule: AccessRule) -> (RiskClass, String) {
        if let other = after.covering(rule, saying: .allow) {
            return (.safe, "\(rule.principal) loses nothing: \(other.addressName) still allows it")
        }
        if after.covering(rule, saying: .deny) != nil { return (.safe, "\(rule.principal) loses nothing: it was denied anyway") }
        return (.safe, "\(rule.principal) loses access: may no longer \(rule.deed)")
    }

    func noLongerDenied(_ rule: AccessRule) -> (RiskClass, String) {
        if let other = after.covering(rule, saying: .deny) {
            return (.safe, "\(rule.principal) gains nothing: \(other.addressName) still denies it")
        }
        if let other = after.covering(rule, saying: .allow) {
            return (.notable, "\(rule.principal) gains access: may \(rule.deed), as \(other.addressName) allows")
        }
        if defaults.allowsByDefault { return (.notable, "\(rule.principal) gains access: may \(rule.deed), as nothing denies it any more") }
        return (.notable, "\(rule.principal) is no longer denied to \(rule.deed)")
    }

    /// The name of a topic that is there and that no rule spoke of until now.
    private func firstRuleOn(_ rule: AccessRule) -> String? {
        guard rule.resourceType == .topic else { return nil }
        if case .literal(let name) = rule.pattern { return untold.contains(name) ? name : nil }
        return untold.filter { rule.pattern.covers(.literal($0)) }.min()
    }
}

extension AccessRule {
    /// `write topic 'orders'`, `read every topic`.
    fileprivate var deed: String {
        let verb = operation == .all ? "do everything with" : operation.rawValue
        let origin = host == "*" ? "" : " from \(host)"
        return switch pattern {
        case .literal(let name): "\(verb) \(resourceType.rawValue) '\(name)'\(origin)"
        case .prefix(let prefix): "\(verb) every \(resourceType.rawValue) that begins with '\(prefix)'\(origin)"
        case .any: "\(verb) every \(resourceType.rawValue)\(origin)"
        }
    }
}
