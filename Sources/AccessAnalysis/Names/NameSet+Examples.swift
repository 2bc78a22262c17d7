extension NameSet {
    /// Some names in it, each another, the plainest first; fewer than asked for only where there are no more.
    ///
    /// For a part without end a name is made up that could be a topic's where one can.
    package func examples(most: Int) -> [String] {
        var found: [String] = []
        var isFound: Set<NameBound> = []
        func take(_ name: String) -> Bool {
            guard found.count < most else { return false }
            if contains(name), isFound.insert(NameBound(name)).inserted { found.append(name) }
            return found.count < most
        }
        let terms = terms
        for term in terms where term.kind == .literal { guard take(term.name) else { return found } }
        let prefixes = terms.filter { $0.kind == .prefix }
        for term in prefixes where !term.name.isEmpty { guard take(term.name + "example") else { return found } }
        for term in prefixes {
            for candidate in Self.endings { guard take(term.name + candidate) else { return found } }
            // Whatever is taken out begins with characters that are known: among the many others there is one that is not.
            for code in UInt32(0xA1)...0x10FFFF {
                guard let scalar = Unicode.Scalar(code) else { continue }
                guard take(term.name + String(scalar)) else { return found }
            }
        }
        return found
    }

    private static let endings =
        ["example", "new", "x"] + (UInt8(ascii: "a")...UInt8(ascii: "z")).map { String(Unicode.Scalar($0)) } + (0...9).map(String.init) + ["-", "_", "."]
}

/// Names that there are, in the order of their bytes, to find at once which of them are in a set.
package struct SortedNames: Sendable {
    package let names: [String]
    private let keys: [NameBound]

    package init(_ names: some Sequence<String>) {
        let sorted = names.map { (key: NameBound($0), name: $0) }.sorted { $0.key < $1.key }
        self.names = sorted.map(\.name)
        keys = sorted.map(\.key)
    }

    package var count: Int { names.count }

    /// Those in the set, as stretches of `names`.
    package func stretches(in set: NameSet) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var low = 0
        var bounds = set.bounds.makeIterator()
        while let start = bounds.next() {
            let first = firstIndex(notBefore: start, from: low)
            low = bounds.next().map { firstIndex(notBefore: $0, from: first) } ?? keys.count
            if first < low { result.append(first..<low) }
        }
        return result
    }

    package func members(of set: NameSet) -> [String] { stretches(in: set).flatMap { names[$0] } }
    package func count(in set: NameSet) -> Int { stretches(in: set).reduce(0) { $0 + $1.count } }

    private func firstIndex(notBefore bound: NameBound, from start: Int) -> Int {
        // What is sought is mostly near: the whole costs one pass, however many bounds there are.
        var low = start
        var stride = 1
        while low + stride <= keys.count, keys[low + stride - 1] < bound {
            low += stride
            stride *= 2
        }
        var high = min(keys.count, low + stride)
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < bound { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
