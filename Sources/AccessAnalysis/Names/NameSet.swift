/// Names, of which there may be without end: what literals, prefixes and their complements bring in and take out.
///
///     let orders = NameSet.prefix("orders.").subtracting(.literal("orders.secret"))
///     orders.contains("orders.created")     // true, whether or not there is such a topic yet
///     orders.isSubset(of: .prefix("orders"))
///     print(orders)                         // orders.* except orders.secret
///
/// Exact: every question is answered for all names at once, those that nobody has thought of yet included. Names are texts of
/// any characters and any length, compared by their bytes in UTF-8, as Kafka compares them; "é" in one code point and in two
/// are two names.
///
/// A prefix is the stretch from itself up to what follows all names that begin with it, in the order of bytes; a literal is
/// the stretch that holds it alone. So a set is the sorted list of the places where one steps into it and out of it. Two
/// sets are the same where their lists are, and each operation is one pass over two lists.
package struct NameSet: Sendable, Hashable {
    /// Ascending, each another; a name is in the set where an odd number of them stand at or before it.
    let bounds: [NameBound]

    init(bounds: [NameBound]) { self.bounds = bounds }

    /// No name.
    package init() { self.init(bounds: []) }

    package static let none = NameSet()
    /// Every name.
    package static let all = NameSet(bounds: [NameBound([])])

    package static func literal(_ name: String) -> NameSet {
        let start = NameBound(name)
        return NameSet(bounds: [start, start.afterItself])
    }

    /// All that begin with this, it included; the empty prefix is every name.
    package static func prefix(_ prefix: String) -> NameSet {
        let start = NameBound(prefix)
        return NameSet(bounds: [start] + (start.afterAllThatBeginSo.map { [$0] } ?? []))
    }

    package var isEmpty: Bool { bounds.isEmpty }
    package var isAll: Bool { bounds == Self.all.bounds }

    package func contains(_ name: String) -> Bool { contains(NameBound(name)) }

    func contains(_ name: NameBound) -> Bool {
        var low = 0
        var high = bounds.count
        while low < high {
            let middle = (low + high) / 2
            if bounds[middle] <= name { low = middle + 1 } else { high = middle }
        }
        return low % 2 == 1
    }

    /// Whether every name that begins so is in it.
    package func containsAll(ofPrefix prefix: String) -> Bool { NameSet.prefix(prefix).isSubset(of: self) }

    package var complement: NameSet {
        let start = NameBound([])
        return NameSet(bounds: bounds.first == start ? Array(bounds.dropFirst()) : [start] + bounds)
    }

    package func union(_ other: NameSet) -> NameSet {
        if isEmpty { return other }
        if other.isEmpty { return self }
        return combined(with: other) { $0 || $1 }
    }

    package func intersection(_ other: NameSet) -> NameSet {
        if isEmpty || other.isEmpty { return .none }
        return combined(with: other) { $0 && $1 }
    }

    package func subtracting(_ other: NameSet) -> NameSet {
        if isEmpty || other.isEmpty { return self }
        return combined(with: other) { $0 && !$1 }
    }

    package func isSubset(of other: NameSet) -> Bool {
        var walk = BoundWalk(self, other)
        while walk.step() {
            if walk.isInFirst, !walk.isInSecond { return false }
        }
        return true
    }

    package func isDisjoint(with other: NameSet) -> Bool {
        var walk = BoundWalk(self, other)
        while walk.step() {
            if walk.isInFirst, walk.isInSecond { return false }
        }
        return true
    }

    private func combined(with other: NameSet, _ belongs: (Bool, Bool) -> Bool) -> NameSet {
        var result: [NameBound] = []
        result.reserveCapacity(bounds.count + other.bounds.count)
        var walk = BoundWalk(self, other)
        var isInside = false
        while walk.step() {
            let isNowInside = belongs(walk.isInFirst, walk.isInSecond)
            if isNowInside != isInside { result.append(walk.place) }
            isInside = isNowInside
        }
        return NameSet(bounds: result)
    }
}

/// Goes along the bounds of two sets at once.
private struct BoundWalk {
    private let first: [NameBound]
    private let second: [NameBound]
    private var nextOfFirst = 0
    private var nextOfSecond = 0
    private(set) var place = NameBound([])

    init(_ first: NameSet, _ second: NameSet) {
        self.first = first.bounds
        self.second = second.bounds
    }

    var isInFirst: Bool { nextOfFirst % 2 == 1 }
    var isInSecond: Bool { nextOfSecond % 2 == 1 }

    /// To the next place at which something changes; false at the end.
    mutating func step() -> Bool {
        if nextOfFirst < first.count, nextOfSecond < second.count {
            let order = first[nextOfFirst].order(to: second[nextOfSecond])
            place = order > 0 ? second[nextOfSecond] : first[nextOfFirst]
            if order <= 0 { nextOfFirst += 1 }
            if order >= 0 { nextOfSecond += 1 }
            return true
        }
        if nextOfFirst < first.count {
            place = first[nextOfFirst]
            nextOfFirst += 1
            return true
        }
        if nextOfSecond < second.count {
            place = second[nextOfSecond]
            nextOfSecond += 1
            return true
        }
        return false
    }
}
