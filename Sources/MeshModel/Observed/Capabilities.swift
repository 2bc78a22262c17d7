/// Something that clusters may or may not be able to do.
package enum Capability: String, Sendable, Hashable, CaseIterable {
    /// Topics are created.
    case topics
    case topicDeletion
    /// Single keys of a topic's config are set and unset.
    case topicConfigs
    /// The cluster tells which values were set on a topic itself, and which are defaults.
    case configSources
    /// Partitions are added.
    case partitions
    /// Rules are kept and held: there are the APIs, and an authorizer.
    case access
    case scram
    case quotas
    /// Replicas are moved, and their number changed.
    case reassignment
    /// Consumer groups are listed, described and reset.
    case groups
    /// How many bytes each partition takes is told.
    case logDirs
}

/// What a cluster can do: everything, but for what is named here with the reason.
///
///     if let why = observed.capabilities.shortfall(.access) { "cluster 'eu' \(why)" }
package struct Capabilities: Sendable, Equatable {
    /// Each reason goes on from the cluster's name: `has no authorizer`, `does not serve CreatePartitions`.
    package private(set) var missing: [Capability: String]

    package init(missing: [Capability: String] = [:]) { self.missing = missing }

    package static let all = Capabilities()

    package func contains(_ capability: Capability) -> Bool { missing[capability] == nil }

    /// nil: the cluster can.
    package func shortfall(_ capability: Capability) -> String? { missing[capability] }

    /// The first reason stays.
    package mutating func lacks(_ capability: Capability, because reason: String) {
        missing[capability] = missing[capability] ?? reason
    }
}
