/// What an expression works on and results in (CEL specification, "Values").
package enum ExpressionValue: Sendable {
    case null
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case double(Double)
    /// A sequence of code points: `é` written in two ways is two different strings.
    case string(String)
    case bytes([UInt8])
    case timestamp(ExpressionTimestamp)
    case duration(Duration)
    case list([ExpressionValue])
    case map(ExpressionMap)
    /// Fields that are read when they are asked for.
    case object(ExpressionObject)
    case type(ExpressionType)
    indirect case optional(ExpressionValue?)
}

extension ExpressionValue {
    package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    package var int: Int64? { if case .int(let value) = self { value } else { nil } }
    package var string: String? { if case .string(let value) = self { value } else { nil } }
    package var list: [ExpressionValue]? { if case .list(let value) = self { value } else { nil } }
    package var map: ExpressionMap? { if case .map(let value) = self { value } else { nil } }

    /// The type as `type(x)` gives it: of lists and maps only that they are such.
    package var type: ExpressionType {
        switch self {
        case .null: .null
        case .bool: .bool
        case .int: .int
        case .uint: .uint
        case .double: .double
        case .string: .string
        case .bytes: .bytes
        case .timestamp: .timestamp
        case .duration: .duration
        case .list: .list(.dyn)
        case .map: .map(.dyn, .dyn)
        case .object(let object): .object(object.typeName)
        case .type: .type(.dyn)
        case .optional: .optional(.dyn)
        }
    }

    /// A list of strings, as configuration often has it.
    package static func strings(_ strings: some Sequence<String>) -> ExpressionValue { .list(strings.map(ExpressionValue.string)) }
}

extension ExpressionValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int64) { self = .int(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
}
