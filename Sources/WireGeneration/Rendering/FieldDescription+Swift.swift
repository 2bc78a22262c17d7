/// How a field looks in Swift.
extension FieldDescription {
    var isTagged: Bool { tag != nil }

    /// As an expression or declaration: `index`, or `` `default` ``.
    var swiftName: String {
        Self.keywords.contains(name) ? "`\(name)`" : name
    }

    private static let keywords: Set<String> = [
        "as", "break", "case", "catch", "class", "continue", "default", "defer", "do", "else", "enum", "extension",
        "false", "for", "func", "guard", "if", "import", "in", "init", "internal", "is", "let", "nil", "operator",
        "package", "private", "protocol", "public", "repeat", "return", "self", "static", "struct", "subscript",
        "super", "switch", "throw", "throws", "true", "try", "var", "where", "while",
    ]

    var swiftType: String { type.swiftType + (nullable == nil ? "" : "?") }

    /// The value that stands for "not said".
    var swiftDefault: String {
        switch defaultValue {
        case .null: return "nil"
        case .bool(let value): return "\(value)"
        case .integer(Int64.max): return ".max"
        case .integer(Int64(Int32.max)) where type == .int32: return ".max"
        case .integer(Int64(Int32.min)) where type == .int32: return ".min"
        case .integer(let value): return "\(value)"
        case .string(let value): return swiftLiteral(value)
        case nil: return type == .records && nullable != nil ? "nil" : type.swiftDefault
        }
    }

    /// An expression that is true when the field, reached as `value`, is not at its default.
    func isSet(_ value: String) -> String {
        switch (type, defaultValue) {
        case (.array, nil) where nullable == nil: "!\(value).isEmpty"
        case (.string, nil) where nullable == nil: "!\(value).isEmpty"
        case (.bool, nil), (.bool, .bool(false)): value
        case (.bool, .bool(true)): "!\(value)"
        default: "\(value) != \(swiftDefault)"
        }
    }
}

extension FieldType {
    var swiftType: String {
        switch self {
        case .bool: "Bool"
        case .int8: "Int8"
        case .int16: "Int16"
        case .uint16: "UInt16"
        case .int32: "Int32"
        case .uint32: "UInt32"
        case .int64: "Int64"
        case .float64: "Double"
        case .string: "String"
        case .uuid: "KafkaUUID"
        case .errorCode: "ErrorCode"
        case .bytes, .records: "ByteBuffer"
        case .structure(let structure): structure.name
        case .array(let element): "[\(element.swiftType)]"
        }
    }

    var swiftDefault: String {
        switch self {
        case .bool: "false"
        case .int8, .int16, .uint16, .int32, .uint32, .int64, .float64: "0"
        case .string: "\"\""
        case .uuid: ".zero"
        case .errorCode: ".none"
        case .bytes, .records: "ByteBuffer()"
        case .structure(let structure): "\(structure.name)()"
        case .array: "[]"
        }
    }

    /// What follows `read` and `write` in the names of the primitives; nil for structures and arrays.
    var primitiveName: String? {
        switch self {
        case .bool: "Bool"
        case .int8: "Int8"
        case .int16: "Int16"
        case .uint16: "UInt16"
        case .int32: "Int32"
        case .uint32: "UInt32"
        case .int64: "Int64"
        case .float64: "Float64"
        case .string: "String"
        case .uuid: "UUID"
        case .errorCode: "ErrorCode"
        case .bytes, .records: "Bytes"
        case .structure, .array: nil
        }
    }

    /// Whether the encoding of the value itself depends on the version's being flexible.
    var hasLength: Bool {
        switch self {
        case .string, .bytes, .records, .array: true
        default: false
        }
    }

    /// The structure that the type is, or is an array of.
    var structure: StructureDescription? {
        switch self {
        case .structure(let structure): structure
        case .array(let element): element.structure
        default: nil
        }
    }

    var hasPayload: Bool {
        switch self {
        case .bytes, .records: true
        case .structure(let structure): structure.fields.contains { $0.type.hasPayload }
        case .array(let element): element.hasPayload
        default: false
        }
    }
}

func swiftLiteral(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
}
