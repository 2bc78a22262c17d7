/// How a type of the wire is held in Swift: what every emitter asks of it.
indirect enum AvroShape: Sendable {
    case null, boolean, int, long, float, double, bytes, string
    /// A logical type, as a type of the runtime or of Foundation.
    case value(AvroValueShape)
    case record(AvroTypeReference)
    case enumeration(AvroTypeReference)
    case fixed(AvroTypeReference)
    /// With the fewest bytes that an element takes.
    case array(AvroShape, minimum: Int)
    /// With the fewest bytes that a value takes.
    case map(AvroShape, minimum: Int)
    /// A union of null, which is the branch of that index, and one other type.
    case optional(AvroShape, null: Int)
    /// A union of one branch, whose index stands on the wire.
    case only(AvroShape)
    case union(AvroUnionShape)
}

/// A generated type, as other types name it.
struct AvroTypeReference: Sendable {
    var fullName: String
    var swiftName: String
    /// Of a fixed, in bytes.
    var size = 0
}

/// A union that is an enum of its own, inside the type whose field holds it.
struct AvroUnionShape: Sendable {
    struct Branch: Sendable {
        /// As JSON names it: `string`, `com.shop.Card`.
        var wireName: String
        var caseName: String
        var shape: AvroShape
    }

    /// Inside its owner.
    var localName: String
    /// From anywhere.
    var swiftName: String
    var branches: [Branch]
    /// A value may hold another of its kind.
    var isIndirect = false
}

extension AvroShape {
    var isNull: Bool { if case .null = self { true } else { false } }

    /// Whether there are values that cannot be written, such as a fixed of another size.
    func encodingCanFail(_ records: Set<String>) -> Bool {
        switch self {
        case .null, .boolean, .int, .long, .float, .double, .bytes, .string, .enumeration: false
        case .value(let value): value.writingCanFail
        case .fixed: true
        case .record(let reference): records.contains(reference.fullName)
        case .array(let inner, _), .map(let inner, _), .optional(let inner, _), .only(let inner): inner.encodingCanFail(records)
        case .union(let union): union.branches.contains { $0.shape.encodingCanFail(records) }
        }
    }

    /// The unions in it that are types of their own, outermost first.
    var unions: [AvroUnionShape] {
        switch self {
        case .array(let inner, _), .map(let inner, _), .optional(let inner, _), .only(let inner): inner.unions
        case .union(let union): [union] + union.branches.flatMap(\.shape.unions)
        default: []
        }
    }
}
