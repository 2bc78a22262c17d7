import ContractModel

/// The fewest bytes that values take on the wire: what bounds how many elements the rest of an input can hold.
struct AvroMinimumSizes {
    let types: [String: AvroNamedType]
    private var known: [String: Int] = [:]

    init(_ types: [String: AvroNamedType]) { self.types = types }

    mutating func minimum(_ type: AvroType) -> Int {
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
        case .named(let name):
            if let size = known[name] { return size }
            // A type within itself adds nothing to the least value.
            known[name] = 0
            let size = minimum(named: name)
            known[name] = size
            return size
        }
    }

    private mutating func minimum(named name: String) -> Int {
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
