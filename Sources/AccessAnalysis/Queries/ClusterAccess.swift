import Determinism
import Diagnostics
import MeshModel

/// What is asked about: the access of one cluster, what is there to be reached, and who said so.
package struct ClusterAccess: Sendable {
    package let cluster: String
    package let access: EffectiveAccess
    /// The rules that manifests declare, with the documents that ask for each.
    package let declared: [AccessRule: DesiredAccess]
    /// Whether the rules are those that the cluster holds; else those that the manifests ask for.
    package let isLive: Bool
    /// Those that are there, or where nobody asked the cluster, those that are declared.
    package let topics: SortedNames
    /// That manifests or rules name: nobody lists those that nobody has spoken of.
    package let groups: SortedNames

    package init(
        cluster: String, rules: some Sequence<AccessRule>, declared: [AccessRule: DesiredAccess], isLive: Bool, topics: some Sequence<String>,
        defaults: AccessDefaults
    ) {
        self.cluster = cluster
        access = EffectiveAccess(rules: rules, defaults: defaults)
        self.declared = declared
        self.isLive = isLive
        self.topics = SortedNames(topics)
        groups = SortedNames(
            Set(access.rules[access.index.place(of: .group)].compactMap { rule in
                guard case .literal(let name) = rule.pattern, name != "*" else { return nil }
                return name
            }))
    }

    /// As the manifests ask for it at this moment.
    package init(_ desired: DesiredCluster, at now: Instant) {
        self.init(
            cluster: desired.name, rules: desired.access(at: now).keys, declared: desired.access, isLive: false, topics: desired.topics.keys,
            defaults: AccessDefaults(desired, nil))
    }

    /// As the cluster holds it.
    package init(_ desired: DesiredCluster, _ observed: ObservedCluster) {
        self.init(
            cluster: desired.name, rules: observed.access, declared: desired.access, isLive: true, topics: observed.topics.keys,
            defaults: AccessDefaults(desired, observed))
    }

    /// The documents that ask for a rule; empty for one that stands on the cluster and that nobody declares.
    package func origins(of rule: AccessRule) -> [Origin] { declared[rule]?.origins ?? [] }

    /// Names of this type that there are; of a kind that nobody lists, none.
    package func existing(_ type: AccessRule.ResourceType) -> SortedNames {
        switch type {
        case .topic: topics
        case .group: groups
        case .cluster: SortedNames([AccessRule.clusterName])
        case .transactionalId, .delegationToken, .user: SortedNames([])
        }
    }
}

/// What a question is about: one name, those with a prefix, or all of a type.
package struct AccessResource: Sendable, Hashable, CustomStringConvertible {
    package var type: AccessRule.ResourceType
    package var pattern: AccessRule.Pattern

    package init(_ type: AccessRule.ResourceType, _ pattern: AccessRule.Pattern) {
        self.type = type
        self.pattern = pattern
    }

    package var names: NameSet { pattern.names }

    package var description: String {
        switch pattern {
        case .any: "\(type.rawValue):*"
        case .prefix(let prefix): "\(type.rawValue):\(prefix)*"
        case .literal(let name): type == .cluster ? "cluster" : "\(type.rawValue):\(name)"
        }
    }

    /// Reads `orders.created`, `orders.*`, `topic:orders.*`, `group:checkout`, `cluster`, `transactional-id:x`; nil for what is
    /// none of them. A name without a type is a topic's.
    package init?(parsing text: String) {
        if text == "cluster" || text == "cluster:\(AccessRule.clusterName)" || text == "cluster:*" {
            self.init(.cluster, .literal(AccessRule.clusterName))
            return
        }
        var name = text
        var type = AccessRule.ResourceType.topic
        if let colon = text.firstIndex(of: ":") {
            // No topic's name has a colon.
            guard let named = AccessRule.ResourceType(rawValue: String(text[..<colon])), named != .cluster else { return nil }
            type = named
            name = String(text[text.index(after: colon)...])
        }
        guard !name.isEmpty else { return nil }
        guard name.hasSuffix("*") else {
            self.init(type, .literal(name))
            return
        }
        name.removeLast()
        self.init(type, name.isEmpty ? .any : .prefix(name))
    }
}
