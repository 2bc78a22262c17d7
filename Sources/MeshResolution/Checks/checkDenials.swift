import Diagnostics
import MeshModel

/// A denial is stronger than every grant, so one that meets what an application needs stops that application.
func checkDenials(_ rules: RuleBook, _ diagnostics: inout Findings) {
    guard !rules.denials.isEmpty else { return }
    let index = DenialIndex(rules.denials)
    // One message for each pair of places, on however many clusters they meet. Every need may meet every denial: nobody reads
    // more of them than this.
    var said: Set<[Origin]> = []
    for need in rules.needs {
        for denial in index.stopping(need) where said.insert([need.origin, denial.origin]).inserted {
            guard said.count <= 50_000 else { return }
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

/// Denials by what they deny to whom.
private struct DenialIndex {
    private struct Target: Hashable {
        var cluster: String
        var principal: String
        var type: AccessRule.ResourceType
    }

    /// Places in `denials`.
    private struct Denied {
        var literals: [String: [Int]] = [:]
        var prefixes: [String: [Int]] = [:]
        var any: [Int] = []
        var prefixSet = PrefixSet([String]())
    }

    private let denials: [RuleBook.Need]
    private var denied: [Target: Denied] = [:]

    init(_ denials: [RuleBook.Need]) {
        self.denials = denials
        for (place, denial) in denials.enumerated() {
            let rule = denial.rule
            let target = Target(cluster: denial.cluster, principal: rule.principal, type: rule.resourceType)
            switch rule.pattern {
            case .literal(let name): denied[target, default: Denied()].literals[name, default: []].append(place)
            case .prefix(let prefix): denied[target, default: Denied()].prefixes[prefix, default: []].append(place)
            case .any: denied[target, default: Denied()].any.append(place)
            }
        }
        denied = denied.mapValues { denied in
            var denied = denied
            denied.prefixSet = PrefixSet(denied.prefixes.keys)
            return denied
        }
    }

    /// Those of the need's own principal first, then those of everyone; each in the order of declaration.
    func stopping(_ need: RuleBook.Need) -> [RuleBook.Need] {
        [need.rule.principal, "User:*"].flatMap { principal -> [RuleBook.Need] in
            let target = Target(cluster: need.cluster, principal: principal, type: need.rule.resourceType)
            guard let denied = denied[target] else { return [] }
            let name = need.rule.name
            var places = (denied.literals[name] ?? []) + denied.any
            for prefix in denied.prefixSet.found(in: name) { places += denied.prefixes[String(prefix)] ?? [] }
            return places.sorted().map { denials[$0] }.filter { $0.rule.forbids(need.rule.operation) }
        }
    }
}

extension AccessRule {
    /// Reading and writing need Describe as well.
    fileprivate func forbids(_ operation: Operation) -> Bool { [operation, .all, .describe].contains(self.operation) }

    /// Of the resource that a need is about, which is always one.
    fileprivate var name: String {
        switch pattern {
        case .literal(let name), .prefix(let name): name
        case .any: "*"
        }
    }
}
