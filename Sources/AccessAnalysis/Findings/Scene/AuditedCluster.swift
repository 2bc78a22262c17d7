import MeshModel

/// A rule that holds on a cluster, or will, with the documents that ask for it.
package struct AuditedRule: Sendable {
    package var rule: AccessRule
    /// Empty where no manifest declares it.
    package var origins: [Origin]

    var origin: Origin? { origins.first }
    /// Whether it follows from what an Application says that it does.
    var isDerived: Bool { origins.contains { $0.document.hasPrefix("Application ") } }
}

/// The rules of one cluster, and what is there for them to speak of.
package struct AuditedCluster: Sendable {
    package var name: String
    /// In order.
    package var rules: [AuditedRule]
    /// Every topic by name, the engine's own too where it was read.
    var topics: [String: TopicFacts]
    /// Groups that applications consume in.
    var groups: Set<String>
    /// A resource that no rule speaks of is open to everybody (`allow.everyone.if.no.acl.found`).
    var isOpen: Bool
    /// Whatever no rule denies is allowed to everybody, so that grants are for show. Told of once; the rules are looked at as if they
    /// counted, since elsewhere they will.
    var allowsByDefault: Bool
    /// Where it says what happens without a rule, or else its name.
    var origin: Origin?
    /// Whether it was read, instead of taken from the manifests.
    var isLive: Bool
    var superPrincipals: Set<String>
    /// Where they were declared.
    var superOrigins: [String: Origin]
    /// As whom Heddle connects; nil: not known.
    var ownPrincipal: String?
    /// What the manifests ask for and is not there yet.
    var pending: [AuditedRule]
    let index: AuditIndex

    init(
        name: String, rules: [AuditedRule], topics: [String: TopicFacts], groups: Set<String> = [], isOpen: Bool = false, allowsByDefault: Bool = false, origin: Origin? = nil,
        isLive: Bool = false,
        superPrincipals: Set<String> = [], superOrigins: [String: Origin] = [:], ownPrincipal: String? = nil, pending: [AuditedRule] = []
    ) {
        self.name = name
        self.rules = rules.sorted { $0.rule < $1.rule }
        self.topics = topics
        self.groups = groups
        self.isOpen = isOpen
        self.allowsByDefault = allowsByDefault
        self.origin = origin
        self.isLive = isLive
        self.superPrincipals = superPrincipals
        self.superOrigins = superOrigins
        self.ownPrincipal = ownPrincipal
        self.pending = pending
        index = AuditIndex(self.rules.map(\.rule))
        topicNames = topics.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// In the order of their bytes.
    let topicNames: [String]

    /// The topics that there are and a pattern names, in order.
    func topics(matching pattern: AccessRule.Pattern) -> [String] {
        switch pattern {
        case .literal(let name): topics[name] == nil ? [] : [name]
        case .any: topicNames
        case .prefix(let prefix):
            topicNames[topicNames.partitioningIndex { !$0.utf8.lexicographicallyPrecedes(prefix.utf8) }...].prefix { $0.utf8.starts(with: prefix.utf8) }
                .map { $0 }
        }
    }

    /// Nobody else may do what Heddle and super principals may; findings about them are about nothing.
    func isPrivileged(_ principal: String) -> Bool { principal == ownPrincipal || superPrincipals.contains(principal) }
}

extension [String] {
    /// The first place from which on the predicate holds, in a list in which it goes on to hold.
    fileprivate func partitioningIndex(where holds: (String) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
