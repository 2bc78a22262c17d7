import MeshModel

/// The rules of a cluster by whom and what they speak of, so that a question meets few of them. Rules are known by their place in
/// the list that it was made from.
struct AuditIndex: Sendable {
    private struct Key: Hashable {
        var type: AccessRule.ResourceType
        var principal: String
    }

    private var byPrincipal: [Key: PatternIndex] = [:]
    private var byType: [AccessRule.ResourceType: PatternIndex] = [:]

    init(_ rules: [AccessRule]) {
        var places: [Key: [Int]] = [:]
        for (place, rule) in rules.enumerated() { places[Key(type: rule.resourceType, principal: rule.principal), default: []].append(place) }
        byPrincipal = places.mapValues { PatternIndex($0, of: rules) }
        byType = Dictionary(grouping: rules.indices) { rules[$0].resourceType }.mapValues { PatternIndex($0, of: rules) }
    }

    /// Those of the principal and of everybody whose names are all of these, and more.
    func covering(_ pattern: AccessRule.Pattern, _ type: AccessRule.ResourceType, of principal: String) -> [Int] {
        principals(principal).flatMap { byPrincipal[Key(type: type, principal: $0)]?.covering(pattern) ?? [] }
    }

    /// Those of the principal and of everybody that share a name with these.
    func meeting(_ pattern: AccessRule.Pattern, _ type: AccessRule.ResourceType, of principal: String) -> [Int] {
        principals(principal).flatMap { byPrincipal[Key(type: type, principal: $0)]?.meeting(pattern) ?? [] }
    }

    /// Those of anybody that share a name with these.
    func meeting(_ pattern: AccessRule.Pattern, _ type: AccessRule.ResourceType) -> [Int] { byType[type]?.meeting(pattern) ?? [] }

    /// Those of anybody whose names are all of these, and more.
    func covering(_ pattern: AccessRule.Pattern, _ type: AccessRule.ResourceType) -> [Int] { byType[type]?.covering(pattern) ?? [] }

    private func principals(_ principal: String) -> [String] {
        principal == AccessRule.everyone ? [principal] : [principal, AccessRule.everyone]
    }
}

/// Rules of one type by their patterns.
private struct PatternIndex: Sendable {
    private var literals: [String: [Int]] = [:]
    private var prefixes: [String: [Int]] = [:]
    private var any: [Int] = []
    /// Of the prefixes in bytes, each once, ascending.
    private var lengths: [Int] = []
    /// Literal names and prefixes in the order of their bytes.
    private var sorted: [(name: [UInt8], place: Int)] = []

    init(_ places: [Int], of rules: [AccessRule]) {
        for place in places {
            switch rules[place].pattern {
            case let pattern where pattern.width == 2: any.append(place)
            case .literal(let name):
                literals[name, default: []].append(place)
                sorted.append((Array(name.utf8), place))
            case .prefix(let prefix):
                prefixes[prefix, default: []].append(place)
                sorted.append((Array(prefix.utf8), place))
            case .any: any.append(place)
            }
        }
        lengths = Set(prefixes.keys.map(\.utf8.count)).sorted()
        sorted.sort { $0.name.lexicographicallyPrecedes($1.name) }
    }

    func covering(_ pattern: AccessRule.Pattern) -> [Int] {
        switch pattern {
        case _ where pattern.width == 2: any
        case .any: any
        case .prefix(let prefix): any + prefixed(prefix)
        case .literal(let name): any + prefixed(name) + (literals[name] ?? [])
        }
    }

    func meeting(_ pattern: AccessRule.Pattern) -> [Int] {
        switch pattern {
        case _ where pattern.width == 2: any + sorted.map(\.place)
        case .any: any + sorted.map(\.place)
        case .literal: covering(pattern)
        case .prefix(let prefix): any + prefixed(prefix, isShorter: true) + beginning(with: Array(prefix.utf8))
        }
    }

    /// Prefixes that the name begins with.
    private func prefixed(_ name: String, isShorter: Bool = false) -> [Int] {
        let bytes = name.utf8
        return lengths.prefix { isShorter ? $0 < bytes.count : $0 <= bytes.count }.flatMap { length -> [Int] in
            guard let prefix = String(bytes.prefix(length)) else { return [] }
            return prefixes[prefix] ?? []
        }
    }

    private func beginning(with prefix: [UInt8]) -> [Int] {
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle].name.lexicographicallyPrecedes(prefix) { low = middle + 1 } else { high = middle }
        }
        return sorted[low...].prefix { $0.name.starts(with: prefix) }.map(\.place)
    }
}
