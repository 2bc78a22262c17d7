import Determinism
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
    /// Those of each rule that many documents want, to tell new ones.
    private var manyOrigins: [String: [AccessRule: Set<Origin>]] = [:]
    private(set) var needs: [Need] = []
    /// Denials, with the documents that state them.
    private(set) var denials: [Need] = []

    init(maximum: Int) { self.maximum = maximum }

    func desired(on cluster: String) -> [AccessRule: DesiredAccess] { rules[cluster] ?? [:] }

    /// Of the documents that want a rule, the first, unless it is `document` itself. Documents are expanded one after another,
    /// so that one which is not the first to want a rule finds another there.
    func origin(of rule: AccessRule, on cluster: String, before document: String) -> Origin? {
        guard let first = rules[cluster]?[rule]?.origins.first, first.document != document else { return nil }
        return first
    }

    mutating func addNeed(_ rule: AccessRule, on cluster: String, owner: String?, adopts: Bool, origin: Origin) {
        needs.append(Need(cluster: cluster, rule: rule, origin: origin))
        add(rule, on: cluster, owner: owner, adopts: adopts, origin: origin)
    }

    mutating func add(
        _ rule: AccessRule, on cluster: String, owner: String?, adopts: Bool, isProtected: Bool = false, expires: Instant? = nil, origin: Origin
    ) {
        if rule.permission == .deny { denials.append(Need(cluster: cluster, rule: rule, origin: origin)) }
        count += 1
        let isNew = isNew(origin, of: rule, on: cluster)
        rules[cluster, default: [:]][rule, default: DesiredAccess(owner: owner, adopts: adopts, origins: [], expires: expires)]
            .take(isNew ? origin : nil, adopts: adopts, isProtected: isProtected, expires: expires)
    }

    private mutating func isNew(_ origin: Origin, of rule: AccessRule, on cluster: String) -> Bool {
        guard let known = rules[cluster]?[rule]?.origins else { return true }
        if known.count < 8 { return !known.contains(origin) }
        return manyOrigins[cluster, default: [:]][rule, default: Set(known)].insert(origin).inserted
    }
}

extension DesiredAccess {
    /// What several documents want stays until the last of them no longer does.
    fileprivate mutating func take(_ origin: Origin?, adopts adopting: Bool, isProtected: Bool, expires other: Instant?) {
        expires = expires.flatMap { own in other.map { max(own, $0) } }
        if let origin { origins.append(origin) }
        adopts = adopts || adopting
        deletionProtection = deletionProtection || isProtected
    }
}
