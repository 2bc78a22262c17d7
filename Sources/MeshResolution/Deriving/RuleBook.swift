import Diagnostics
import MeshModel

/// The access rules of every cluster, with the documents that want each.
struct RuleBook {
    /// A rule that an application cannot do without.
    struct Need {
        var cluster: String
        var rule: AccessRule
        var origin: Origin
    }

    /// How many may be added.
    let maximum: Int
    /// As often as they were added.
    private(set) var count = 0

    private var rules: [String: [AccessRule: DesiredAccess]] = [:]
    private(set) var needs: [Need] = []
    /// Denials, with the documents that state them.
    private(set) var denials: [Need] = []

    init(maximum: Int) { self.maximum = maximum }

    func desired(on cluster: String) -> [AccessRule: DesiredAccess] { rules[cluster] ?? [:] }

    func origins(of rule: AccessRule, on cluster: String) -> [Origin] { rules[cluster]?[rule]?.origins ?? [] }

    mutating func addNeed(_ rule: AccessRule, on cluster: String, owner: String?, adopts: Bool, origin: Origin) {
        needs.append(Need(cluster: cluster, rule: rule, origin: origin))
        add(rule, on: cluster, owner: owner, adopts: adopts, origin: origin)
    }

    mutating func add(
        _ rule: AccessRule, on cluster: String, owner: String?, adopts: Bool, isProtected: Bool = false, origin: Origin
    ) {
        if rule.permission == .deny { denials.append(Need(cluster: cluster, rule: rule, origin: origin)) }
        count += 1
        var access = rules[cluster]?[rule] ?? DesiredAccess(owner: owner, adopts: adopts, origins: [])
        if !access.origins.contains(origin) { access.origins.append(origin) }
        access.adopts = access.adopts || adopts
        access.deletionProtection = access.deletionProtection || isProtected
        rules[cluster, default: [:]][rule] = access
    }
}
