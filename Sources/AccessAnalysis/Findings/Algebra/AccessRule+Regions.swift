import MeshModel

// A rule speaks of a region: a principal or everybody, a host or any, a name or all that begin alike. Each side is one point or
// endless, so a region lies within finitely many others just when it lies within one of them: take a principal, a host and a name
// that none of the others singles out. That makes what follows exact, also for names that do not exist yet.

extension AccessRule.Pattern {
    /// Whether every name of the other is one of this.
    func covers(_ other: Self) -> Bool {
        switch (self, other) {
        case _ where width == 2: true
        case _ where other.width == 2: false
        case (.any, _): true
        case (_, .any): false
        // By bytes, as Kafka compares them.
        case (.literal(let name), .literal(let other)): name.utf8.elementsEqual(other.utf8)
        case (.literal, .prefix): false
        case (.prefix(let prefix), .literal(let name)), (.prefix(let prefix), .prefix(let name)): name.utf8.starts(with: prefix.utf8)
        }
    }

    func covers(name: String) -> Bool { covers(.literal(name)) }

    /// The names of both; nil where they share none.
    func intersection(_ other: Self) -> Self? {
        if covers(other) { return other }
        return other.covers(self) ? self : nil
    }
}

extension AccessRule {
    static let everyone = AccessAsker.everybody

    /// Whether this rule speaks of all principals, hosts and names of the region.
    func covers(_ region: AccessRegion) -> Bool {
        resourceType == region.type && (principal == Self.everyone || principal == region.principal) && (host == "*" || host == region.host)
            && pattern.covers(region.pattern)
    }

    var region: AccessRegion { AccessRegion(type: resourceType, principal: principal, host: host, pattern: pattern) }
}

/// Some principals at some hosts, and names of one type.
struct AccessRegion: Sendable, Hashable {
    var type: AccessRule.ResourceType
    /// `User:*`: everybody.
    var principal: String
    /// `*`: anywhere.
    var host: String
    var pattern: AccessRule.Pattern

    /// What both speak of; nil where that is nothing.
    func intersection(_ other: Self) -> Self? {
        guard type == other.type, let pattern = pattern.intersection(other.pattern),
            let principal = narrower(principal, other.principal, wide: AccessRule.everyone), let host = narrower(host, other.host, wide: "*")
        else { return nil }
        return Self(type: type, principal: principal, host: host, pattern: pattern)
    }
}

private func narrower(_ left: String, _ right: String, wide: String) -> String? {
    if left == wide { return right }
    return right == wide || left == right ? left : nil
}
