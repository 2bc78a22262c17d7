/// The types that the language brings along. The raw value is the one of FieldDescriptorProto.Type.
package enum ProtobufScalar: UInt8, Sendable, CaseIterable {
    case double = 1
    case float = 2
    case int64 = 3
    case uint64 = 4
    case int32 = 5
    case fixed64 = 6
    case fixed32 = 7
    case bool = 8
    case string = 9
    case bytes = 12
    case uint32 = 13
    case sfixed32 = 15
    case sfixed64 = 16
    case sint32 = 17
    case sint64 = 18

    /// As it is written.
    package var name: String { String(describing: self) }

    package var isInteger: Bool {
        switch self {
        case .int64, .uint64, .int32, .fixed64, .fixed32, .uint32, .sfixed32, .sfixed64, .sint32, .sint64: true
        case .double, .float, .bool, .string, .bytes: false
        }
    }

    package var is64BitInteger: Bool {
        switch self {
        case .int64, .uint64, .fixed64, .sfixed64, .sint64: true
        default: false
        }
    }

    /// Several values may stand in one length-delimited field.
    package var isPackable: Bool { self != .string && self != .bytes }

    /// The wire type: 0 varint, 1 eight bytes, 2 length-delimited, 5 four bytes.
    package var wireType: UInt8 {
        switch self {
        case .int32, .int64, .uint32, .uint64, .sint32, .sint64, .bool: 0
        case .fixed64, .sfixed64, .double: 1
        case .string, .bytes: 2
        case .fixed32, .sfixed32, .float: 5
        }
    }
}
