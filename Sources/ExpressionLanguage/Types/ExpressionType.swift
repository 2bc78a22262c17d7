/// The type of an expression (CEL specification, "Gradual type checking").
package indirect enum ExpressionType: Hashable, Sendable {
    /// Of no type known before evaluation: what is done with it is checked then.
    case dyn
    case null, bool, int, uint, double, string, bytes, timestamp, duration
    case list(ExpressionType)
    /// Keys, values.
    case map(ExpressionType, ExpressionType)
    /// A thing with fields, by the name under which the environment declares it.
    case object(String)
    /// The type of types.
    case type(ExpressionType)
    case optional(ExpressionType)
    /// The type, or null.
    case nullable(ExpressionType)
    /// A type of somebody else's with parameters, that only functions know what to do with.
    case opaque(String, [ExpressionType])
    /// A parameter in a function's signature: `A`.
    case parameter(String)
    /// A type that the checker still looks for.
    case unknown(Int)
}

extension ExpressionType: CustomStringConvertible {
    package var description: String {
        switch self {
        case .dyn, .unknown: "dyn"
        case .null: "null_type"
        case .bool: "bool"
        case .int: "int"
        case .uint: "uint"
        case .double: "double"
        case .string: "string"
        case .bytes: "bytes"
        case .timestamp: "google.protobuf.Timestamp"
        case .duration: "google.protobuf.Duration"
        case .list(let element): "list(\(element))"
        case .map(let key, let value): "map(\(key), \(value))"
        case .object(let name): name
        case .type(let type): type == .dyn ? "type" : "type(\(type))"
        case .optional(let type): "optional_type(\(type))"
        case .nullable(let type): "\(type) or null"
        case .opaque(let name, let parameters):
            parameters.isEmpty ? name : "\(name)(\(parameters.map(\.description).joined(separator: ", ")))"
        case .parameter(let name): name
        }
    }

    /// The name that a value of type `type` has: `list`, whatever it is a list of.
    package var name: String {
        switch self {
        case .list: "list"
        case .map: "map"
        case .type: "type"
        case .optional: "optional_type"
        case .nullable(let type): type.name
        case .opaque(let name, _): name
        default: description
        }
    }
}

/// A kind of thing with fields.
package struct ExpressionObjectType: Hashable, Sendable {
    package var name: String
    package var fields: [String: ExpressionType]

    package init(_ name: String, fields: [String: ExpressionType]) {
        self.name = name
        self.fields = fields
    }
}
