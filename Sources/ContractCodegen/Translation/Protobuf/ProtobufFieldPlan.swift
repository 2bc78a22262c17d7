import ContractModel

/// A field as generated code has it: its Swift name, its type, and how it lies on the wire.
struct ProtobufFieldPlan {
    enum Shape {
        /// Not there and zero are one.
        case implicit
        case optional
        case required
        case list
        case map(key: String, value: String)
        /// One of several: the property that holds them.
        case choice(String)
    }

    enum Content {
        case scalar(ProtobufScalar)
        case enumeration(isClosed: Bool)
        case message
        case group
    }

    var field: ProtobufField
    var shape: Shape
    var content: Content
    /// As the contract has it.
    var wireName: String
    /// Not escaped; of a choice, the case.
    var name: String
    /// Of one value: of a map, of an entry's value.
    var type: String
    /// Of the property.
    var propertyType: String
    /// A type of HeddleRuntime that reads and writes one value.
    var wire: String
    var isBoxed = false
    /// Behind a computed property: what is boxed, required or deprecated.
    var isStoredApart = false
    var isDeprecated = false
    var documentation: [String] = []

    var number: Int32 { field.number }

    /// Where the codec finds it.
    var storage: String { isStoredApart ? "self._\(name)" : "self.\(SwiftName.escaped(name))" }

    func tag(_ wireType: UInt32) -> String { String(UInt32(number) << 3 | wireType) }

    var wireType: UInt32 {
        if case .map = shape { return 2 }
        switch content {
        case .scalar(let scalar): return UInt32(scalar.wireType)
        case .enumeration: return 0
        case .message: return 2
        case .group: return 3
        }
    }

    var isPackable: Bool {
        switch content {
        case .scalar(let scalar): scalar.isPackable
        case .enumeration: true
        case .message, .group: false
        }
    }

    var isMessage: Bool {
        switch content {
        case .message, .group: true
        case .scalar, .enumeration: false
        }
    }

    /// Numbers that are not listed have to go somewhere.
    var keepsUnlisted: Bool {
        if case .map = shape { return false }
        return isClosed
    }

    var isClosed: Bool { if case .enumeration(true) = content { true } else { false } }
}

extension ProtobufScalar {
    var swiftType: String {
        switch self {
        case .double: "Swift.Double"
        case .float: "Swift.Float"
        case .int64, .sfixed64, .sint64: "Swift.Int64"
        case .uint64, .fixed64: "Swift.UInt64"
        case .int32, .sfixed32, .sint32: "Swift.Int32"
        case .fixed32, .uint32: "Swift.UInt32"
        case .bool: "Swift.Bool"
        case .string: "Swift.String"
        case .bytes: "[Swift.UInt8]"
        }
    }

    /// In HeddleRuntime.
    func wire(requiresUTF8: Bool) -> String {
        let name: String
        switch self {
        case .double: name = "Double"
        case .float: name = "Float"
        case .int64: name = "Int64"
        case .uint64: name = "UInt64"
        case .int32: name = "Int32"
        case .fixed64: name = "Fixed64"
        case .fixed32: name = "Fixed32"
        case .bool: name = "Bool"
        case .string: name = requiresUTF8 ? "Text" : "LooseText"
        case .bytes: name = "Bytes"
        case .uint32: name = "UInt32"
        case .sfixed32: name = "SFixed32"
        case .sfixed64: name = "SFixed64"
        case .sint32: name = "SInt32"
        case .sint64: name = "SInt64"
        }
        return "HeddleRuntime.ProtobufWire.\(name)"
    }

    var zero: String {
        switch self {
        case .bool: "false"
        case .string: "\"\""
        case .bytes: "[]"
        default: "0"
        }
    }

    /// Whether a value is written where presence is not told. Floating-point numbers by their bits: -0.0 is written.
    func isWritten(_ value: String) -> String {
        switch self {
        case .bool: value
        case .string, .bytes: "!\(value).isEmpty"
        case .double, .float: "\(value).bitPattern != 0"
        default: "\(value) != 0"
        }
    }
}
