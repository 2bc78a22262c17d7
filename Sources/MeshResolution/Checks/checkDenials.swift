import Diagnostics
import MeshModel

/// A denial is stronger than every grant, so one that meets what an application needs stops that application.
func checkDenials(_ rules: RuleBook, _ diagnostics: inout Findings) {
    guard !rules.denials.isEmpty else { return }
    let denials = Dictionary(grouping: rules.denials) { Key(cluster: $0.cluster, principal: $0.rule.principal) }
    // One message for each pair of places, on however many clusters they meet.
    var said: Set<[Origin]> = []
    for need in rules.needs {
        let candidates =
            (denials[Key(cluster: need.cluster, principal: need.rule.principal)] ?? [])
            + (denials[Key(cluster: need.cluster, principal: "User:*")] ?? [])
        for denial in candidates where denial.rule.stops(need.rule) && said.insert([need.origin, denial.origin]).inserted {
            let host = denial.rule.host == "*" ? "" : " from \(denial.rule.host)"
            diagnostics.append(
                Diagnostic(
                    .warning, code: "application/denied",
                    "\(need.origin.document) needs '\(need.rule.operation.rawValue)' on "
                        + "\(need.rule.resourceType.rawValue) '\(need.rule.name)', and \(denial.origin.document) denies it\(host)",
                    at: need.origin.range, secondary: denial.origin.range.map { [.init("denied here", at: $0)] } ?? []))
        }
    }
}

private struct Key: Hashable {
    var cluster: String
    var principal: String
}

extension AccessRule {
    /// Whether this denial meets a need of the same principal. Reading and writing need Describe as well.
    fileprivate func stops(_ need: AccessRule) -> Bool {
        guard resourceType == need.resourceType, [need.operation, .all, .describe].contains(operation) else { return false }
        return switch pattern {
        case .any: true
        case .literal(let name): name == need.name
        case .prefix(let prefix): need.name.hasPrefix(prefix)
        }
    }

    /// Of the resource that a need is about, which is always one.
    fileprivate var name: String {
        switch pattern {
        case .literal(let name), .prefix(let name): name
        case .any: "*"
        }
    }
}
