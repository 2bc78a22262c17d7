/// Messages of Protobuf that are values of the language itself: the wrappers, times, and JSON's.
struct WellKnownMessage: Sendable {
    let name: String
    let type: ExpressionType
    /// Names and types of the fields.
    let fields: [String: ExpressionType]

    private static func wrapper(_ name: String, _ type: ExpressionType) -> WellKnownMessage {
        WellKnownMessage(name: "google.protobuf." + name, type: type, fields: ["value": type])
    }

    static let all: [String: WellKnownMessage] = Dictionary(
        uniqueKeysWithValues: [
            wrapper("BoolValue", .bool), wrapper("Int32Value", .int), wrapper("Int64Value", .int), wrapper("UInt32Value", .uint),
            wrapper("UInt64Value", .uint), wrapper("FloatValue", .double), wrapper("DoubleValue", .double), wrapper("StringValue", .string),
            wrapper("BytesValue", .bytes),
            WellKnownMessage(name: "google.protobuf.Timestamp", type: .timestamp, fields: ["seconds": .int, "nanos": .int]),
            WellKnownMessage(name: "google.protobuf.Duration", type: .duration, fields: ["seconds": .int, "nanos": .int]),
            WellKnownMessage(name: "google.protobuf.ListValue", type: .list(.dyn), fields: ["values": .list(.dyn)]),
            WellKnownMessage(name: "google.protobuf.Struct", type: .map(.string, .dyn), fields: ["fields": .map(.string, .dyn)]),
            WellKnownMessage(
                name: "google.protobuf.Value", type: .dyn,
                fields: [
                    "null_value": .dyn, "number_value": .double, "string_value": .string, "bool_value": .bool, "struct_value": .map(.string, .dyn),
                    "list_value": .list(.dyn),
                ]),
        ].map { ($0.name, $0) })

    func value(_ names: [String], _ values: [ExpressionValue]) throws(EvaluationError) -> ExpressionValue {
        func field(_ name: String) -> ExpressionValue? { names.lastIndex(of: name).map { values[$0] } }
        switch type {
        case .timestamp, .duration:
            let (seconds, nanoseconds) = (field("seconds") ?? 0, field("nanos") ?? 0)
            guard case .int(let seconds) = seconds, case .int(let nanoseconds) = nanoseconds else { throw noSuchOverload }
            guard abs(Double(seconds)) < 1e12, (-999_999_999...999_999_999).contains(nanoseconds) else { throw overflow(name) }
            let duration = Duration.seconds(seconds) + .nanoseconds(nanoseconds)
            return type == .timestamp ? try moment(duration) : try period(duration)
        case .list: return field("values") ?? .list([])
        case .map: return field("fields") ?? .map(ExpressionMap())
        case .dyn:
            guard let value = values.last, let name = names.last, name != "null_value" else { return .null }
            return value
        default: return try wrapped(field("value"))
        }
    }

    private func wrapped(_ value: ExpressionValue?) throws(EvaluationError) -> ExpressionValue {
        switch (type, value) {
        case (.bool, nil): return false
        case (.int, nil): return 0
        case (.uint, nil): return .uint(0)
        case (.double, nil): return .double(0)
        case (.string, nil): return ""
        case (_, nil): return .bytes([])
        case (_, let value?):
            guard value.type == type else { throw noSuchOverload }
            switch value {
            case .int(let number) where name.hasSuffix("Int32Value"):
                guard Int32(exactly: number) != nil else { throw overflow("int32") }
            case .uint(let number) where name.hasSuffix("UInt32Value"):
                guard UInt32(exactly: number) != nil else { throw overflow("uint32") }
            case .double(let number) where name.hasSuffix("FloatValue"): return .double(Double(Float(number)))
            default: break
            }
            return value
        }
    }
}

extension ExpressionEnvironment {
    func wellKnownMessage(_ name: SyntaxNode) -> WellKnownMessage? {
        guard let (name, isAbsolute) = name.qualifiedName else { return nil }
        return candidates(for: name, isAbsolute: isAbsolute).lazy.compactMap { WellKnownMessage.all[$0] }.first
    }
}
