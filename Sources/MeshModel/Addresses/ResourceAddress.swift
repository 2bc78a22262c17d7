/// The name of one thing in the mesh, as plans print it and as commands take it.
///
///     topic/eu/orders.created
///     access/eu/User:checkout/topic:orders.created/write
///     contract/order-created
package struct ResourceAddress: Sendable, Hashable, Comparable, CustomStringConvertible {
    package enum Kind: String, Sendable, Hashable, CaseIterable, Comparable {
        case mesh, cluster, contract, topic, principal, access

        package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    package var kind: Kind
    /// nil for what belongs to no one cluster: contracts, principals.
    package var cluster: String?
    /// The rest, already in its printed form.
    package var name: String

    package init(kind: Kind, cluster: String?, name: String) {
        self.kind = kind
        self.cluster = cluster
        self.name = name
    }

    package static func topic(_ name: String, on cluster: String) -> Self {
        Self(kind: .topic, cluster: cluster, name: name)
    }

    package static func access(_ rule: AccessRule, on cluster: String) -> Self {
        Self(kind: .access, cluster: cluster, name: rule.addressName)
    }

    package static func contract(_ name: String) -> Self {
        Self(kind: .contract, cluster: nil, name: name)
    }

    package var description: String {
        if let cluster { "\(kind.rawValue)/\(cluster)/\(name)" } else { "\(kind.rawValue)/\(name)" }
    }

    /// Reads the printed form; nil when it is not one. Topic names hold no slash, the rest may.
    package init?(parsing text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])), !parts[1].isEmpty else { return nil }
        switch kind {
        case .contract, .principal, .cluster:
            self.init(kind: kind, cluster: nil, name: String(parts[1]))
        case .topic, .access, .mesh:
            let rest = parts[1].split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
            guard rest.count == 2, !rest[0].isEmpty, !rest[1].isEmpty else { return nil }
            self.init(kind: kind, cluster: String(rest[0]), name: String(rest[1]))
        }
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.cluster ?? "", left.kind, left.name) < (right.cluster ?? "", right.kind, right.name)
    }
}
