import MeshModel

/// The rules of a cluster, found by what they are about and by whom they mean. Made once: sorting is all it costs.
struct RuleIndex: Sendable {
    /// By type, then by the bytes of the pattern, wide patterns first.
    let rules: [AccessRule]
    /// Of each rule, where its names begin and end.
    let stretches: [NameStretch]
    /// Of each rule, in few bytes, what must be looked at for each question.
    let facts: [RuleFacts]
    /// By number.
    let principalNames: [String]
    let hostNames: [String]
    private let principalNumbers: [String: Int32]
    private let hostNumbers: [String: Int32]
    private let places: [AccessRule.ResourceType: Range<Int>]
    /// Ascending.
    private let ofPrincipal: [String: [Int32]]
    /// The lengths that prefixes of a type have, in bytes, ascending: only these of a name need looking up.
    private let prefixLengths: [AccessRule.ResourceType: [Int]]

    init(_ unsorted: some Sequence<AccessRule>) {
        let order = Dictionary(uniqueKeysWithValues: AccessRule.ResourceType.allCases.enumerated().map { ($1, $0) })
        let sorted = unsorted.map { (type: order[$0.resourceType] ?? 0, stretch: NameStretch($0.pattern), rule: $0) }.sorted { left, right in
            if left.type != right.type { return left.type < right.type }
            let byName = left.stretch.start.order(to: right.stretch.start)
            if byName != 0 { return byName < 0 }
            let (leftWidth, rightWidth) = (left.rule.pattern.width, right.rule.pattern.width)
            return leftWidth == rightWidth ? left.rule.precedes(right.rule) : leftWidth > rightWidth
        }
        rules = sorted.map(\.rule)
        stretches = sorted.map(\.stretch)
        var places: [AccessRule.ResourceType: Range<Int>] = [:]
        var ofPrincipal: [String: [Int32]] = [:]
        var lengths: [AccessRule.ResourceType: Set<Int>] = [:]
        var principals = Numbering()
        var hosts = Numbering()
        _ = hosts.number(of: AccessAsker.everyHost)
        facts = rules.map {
            RuleFacts(
                principal: principals.number(of: $0.principal), host: hosts.number(of: $0.host), operation: $0.operation, isDenial: $0.permission == .deny)
        }
        (principalNames, principalNumbers) = (principals.texts, principals.numbers)
        (hostNames, hostNumbers) = (hosts.texts, hosts.numbers)
        for (index, rule) in rules.enumerated() {
            places[rule.resourceType] = (places[rule.resourceType]?.lowerBound ?? index)..<(index + 1)
            ofPrincipal[rule.principal, default: []].append(Int32(index))
            if rule.pattern.width == 1 { lengths[rule.resourceType, default: []].insert(stretches[index].start.bytes.count) }
        }
        self.places = places
        self.ofPrincipal = ofPrincipal
        prefixLengths = lengths.mapValues { $0.sorted() }
    }

    func numbers(of asker: AccessAsker) -> AskerNumbers {
        AskerNumbers(
            principal: asker.principal.flatMap { principalNumbers[$0] } ?? -1, everybody: principalNumbers[AccessAsker.everybody] ?? -1,
            host: asker.host.flatMap { hostNumbers[$0] } ?? -1)
    }

    var principals: some Collection<String> { ofPrincipal.keys }

    func place(of type: AccessRule.ResourceType) -> Range<Int> { places[type] ?? 0..<0 }

    /// Rules on a type for this principal and no other, ascending.
    func own(_ principal: String, _ type: AccessRule.ResourceType) -> ArraySlice<Int32> {
        guard let all = ofPrincipal[principal] else { return [] }
        let place = place(of: type)
        let start = all.partition { Int($0) >= place.lowerBound }
        let end = all.partition { Int($0) >= place.upperBound }
        return all[start..<max(start, end)]
    }

    /// Rules on a type that mean this principal: its own, and those for everybody; ascending.
    func meaning(_ principal: String?, _ type: AccessRule.ResourceType) -> [Int32] {
        let everybody = own(AccessAsker.everybody, type)
        guard let principal, principal != AccessAsker.everybody else { return Array(everybody) }
        let own = own(principal, type)
        if everybody.isEmpty { return Array(own) }
        var merged: [Int32] = []
        merged.reserveCapacity(own.count + everybody.count)
        var (left, right) = (own.startIndex, everybody.startIndex)
        while left < own.endIndex, right < everybody.endIndex {
            if own[left] < everybody[right] {
                merged.append(own[left])
                left += 1
            } else {
                merged.append(everybody[right])
                right += 1
            }
        }
        return merged + own[left...] + everybody[right...]
    }

    /// Rules that have a name among theirs: ascending, so that the widest come first.
    func bearing(on name: NameBound, of type: AccessRule.ResourceType) -> [Int] {
        wider(than: name, of: type) + Array(run(of: name, in: place(of: type)))
    }

    /// Rules of which some name is among a pattern's; ascending.
    func bearing(on pattern: AccessRule.Pattern, of type: AccessRule.ResourceType) -> [Int] {
        let stretch = NameStretch(pattern)
        let name = stretch.start
        if pattern.width == 0 { return bearing(on: name, of: type) }
        let place = place(of: type)
        let start = firstIndex(notBefore: name, in: place)
        let end = stretch.end.map { firstIndex(notBefore: $0, in: place) } ?? place.upperBound
        return wider(than: name, of: type) + Array(start..<max(start, end))
    }

    /// Rules on every name and on shorter prefixes of this one.
    private func wider(than name: NameBound, of type: AccessRule.ResourceType) -> [Int] {
        guard !name.bytes.isEmpty else { return [] }
        let place = place(of: type)
        var found = run(of: NameBound([]), in: place).filter { rules[$0].pattern.width == 2 }
        for length in prefixLengths[type] ?? [] where length < name.bytes.count {
            found += run(of: NameBound(Array(name.bytes[..<length])), in: place).filter { rules[$0].pattern.width == 1 }
        }
        return found
    }

    /// Where the rules stand whose patterns have just this name.
    private func run(of name: NameBound, in place: Range<Int>) -> Range<Int> {
        let start = firstIndex(notBefore: name, in: place)
        guard start < place.upperBound, stretches[start].start == name else { return start..<start }
        return start..<firstIndex(notBefore: name.afterItself, in: start..<place.upperBound)
    }

    private func firstIndex(notBefore bound: NameBound, in place: Range<Int>) -> Int {
        var low = place.lowerBound
        var high = place.upperBound
        while low < high {
            let middle = (low + high) / 2
            if stretches[middle].start < bound { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension AccessRule.Pattern {
    /// 0: one name, 1: those with a prefix, 2: every name.
    var width: Int {
        switch self {
        case .any, .literal("*"), .prefix(""): 2
        case .prefix: 1
        case .literal: 0
        }
    }
}

extension AccessRule {
    /// An order of rules on the same names, so that answers do not depend on a set's.
    fileprivate func precedes(_ other: AccessRule) -> Bool {
        if permission != other.permission { return permission == .deny }
        if principal != other.principal { return principal < other.principal }
        if operation != other.operation { return operation.rawValue < other.operation.rawValue }
        return host < other.host
    }
}

extension Array where Element == Int32 {
    /// The first index from which on it holds for all.
    fileprivate func partition(where holds: (Int32) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
