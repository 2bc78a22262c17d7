import ContractModel

/// The fewest bytes that values take on the wire: what bounds how many elements the rest of an input can hold.
struct AvroMinimumSizes {
    let types: [String: AvroNamedType]
    private var known: [String: Int] = [:]

    init(_ types: [String: AvroNamedType]) {
        self.types = types
        // From below, round by round: types within each other must not depend on which of them is asked for first. Only types whose
        // values have no end still grow after as many rounds as there are types.
        for _ in 0...types.count {
            let before = known
            for name in types.keys { known[name] = minimum(named: name) }
            if known == before { return }
        }
    }

    func minimum(_ type: AvroType) -> Int {
        switch type {
        case .primitive(let primitive, _):
            switch primitive {
            case .null: return 0
            case .boolean, .int, .long, .bytes, .string: return 1
            case .float: return 4
            case .double: return 8
            }
        case .array, .map: return 1
        case .union(let branches):
            var least = Int.max
            for branch in branches { least = min(least, minimum(branch)) }
            return least == .max ? 1 : Self.bounded(1 + least)
        case .named(let name): return known[name] ?? 0
        }
    }

    private func minimum(named name: String) -> Int {
        switch types[name]?.content {
        case .record(let fields):
            var sum = 0
            for field in fields { sum = Self.bounded(sum + minimum(field.type)) }
            return sum
        case .enumeration: return 1
        case .fixed(let size, _): return Self.bounded(size)
        case nil: return 0
        }
    }

    /// A lower bound is all that it is for: schemas may say numbers near the largest.
    private static func bounded(_ size: Int) -> Int { min(size, 1 << 20) }
}
