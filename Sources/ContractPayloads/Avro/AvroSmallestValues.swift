import ContractModel

/// Values of a schema that are as small as they can be: empty arrays, the first branch that has an end, zero. They close
/// what a larger value needs beside what it is about.
package struct AvroSmallestValues: Sendable {
    private struct Extent {
        var values: Int
        var depth: Int
    }

    private let schema: AvroSchema
    /// Of each named type; none for a type that has no end, or a far one.
    private var extents: [String: Extent] = [:]
    private static let largestFixed = 1 << 16
    private static let mostValues = 20_000
    private static let deepest = 80

    package init(_ schema: AvroSchema) {
        self.schema = schema
        // What is found in a round is one deeper than what the rounds before have found.
        var open = schema.types.keys.sorted()
        for _ in 0...Self.deepest {
            var found: [(String, Extent)] = []
            for name in open { if let extent = namedExtent(name) { found.append((name, extent)) } }
            if found.isEmpty { break }
            for (name, extent) in found { extents[name] = extent }
            open.removeAll { extents[$0] != nil }
        }
    }

    /// Whether some value of the type has an end, and is not enormous.
    package func hasValue(_ type: AvroType) -> Bool { extent(type) != nil }

    private func extent(_ type: AvroType) -> Extent? {
        switch type {
        case .primitive, .array, .map: Extent(values: 1, depth: 1)
        case .union(let branches): branches.compactMap(extent).min { $0.values < $1.values }
        case .named(let name): extents[name]
        }
    }

    private func namedExtent(_ name: String) -> Extent? {
        switch schema.types[name]?.content {
        case nil: return nil
        case .fixed(let size, _): return size <= Self.largestFixed ? Extent(values: 1, depth: 1) : nil
        case .enumeration(let symbols, _): return symbols.isEmpty ? nil : Extent(values: 1, depth: 1)
        case .record(let fields):
            var sum = Extent(values: 1, depth: 1)
            for field in fields {
                guard let extent = extent(field.type) else { return nil }
                sum.values += extent.values
                sum.depth = max(sum.depth, extent.depth + 1)
                if sum.values > Self.mostValues || sum.depth > Self.deepest { return nil }
            }
            return sum
        }
    }

    /// Nil where no value has an end, or none that is not enormous.
    package func value(_ type: AvroType) -> AvroValue? {
        switch type {
        case .primitive(let primitive, _): return .zero(primitive)
        case .array: return .array([])
        case .map: return .map([])
        case .union(let branches):
            // The one that the extent was counted by, or a lesser one: neither holds this union's own type.
            let known = branches.indices.compactMap { number in extent(branches[number]).map { (number, $0.values) } }
            guard let (number, _) = known.min(by: { $0.1 < $1.1 }) else { return nil }
            return value(branches[number]).map { .union(number, $0) }
        case .named(let name):
            guard extents[name] != nil else { return nil }
            switch schema.types[name]?.content {
            case nil: return nil
            case .fixed(let size, _): return .fixed(Array(repeating: 0, count: size))
            case .enumeration(let symbols, _): return symbols.first.map { .enumeration($0) }
            case .record(let fields):
                var members: [AvroMember] = []
                for field in fields {
                    guard let value = value(field.type) else { return nil }
                    members.append(AvroMember(field.name, value))
                }
                return .record(members)
            }
        }
    }
}

extension AvroValue {
    fileprivate static func zero(_ primitive: AvroType.Primitive) -> AvroValue {
        switch primitive {
        case .null: .null
        case .boolean: .boolean(false)
        case .int: .int(0)
        case .long: .long(0)
        case .float: .float(0)
        case .double: .double(0)
        case .bytes: .bytes([])
        case .string: .string("")
        }
    }
}
