extension FunctionLibrary {
    static let conversions: [ExpressionFunction] = [
        conversion("bool", from: ["bool", "string"], "Of text: `true`, `True`, `TRUE`, `t`, `1`, and so for false.") { value, _ throws(EvaluationError) in
            switch value {
            case .bool: return value
            case .string(let text):
                if ["1", "t", "true", "TRUE", "True"].contains(text) { return true }
                if ["0", "f", "false", "FALSE", "False"].contains(text) { return false }
                throw wrongArgument("\(shown(value)) is no bool")
            default: throw noSuchOverload
            }
        },
        conversion(
            "int", from: ["int", "uint", "double", "string", "timestamp", "duration"],
            "Doubles toward zero, timestamps as seconds since 1970, durations as nanoseconds; an error where it does not fit."
        ) { value, _ throws(EvaluationError) in try wholeNumber(value) },
        conversion("uint", from: ["int", "uint", "double", "string"], "As `int`, without a sign.") { value, _ throws(EvaluationError) in
            switch value {
            case .uint: return value
            case .int(let number):
                guard let number = UInt64(exactly: number) else { throw overflow("uint") }
                return .uint(number)
            case .double(let number):
                guard number > -1, number < 0x1p64 else { throw overflow("uint") }
                return .uint(UInt64(number))
            case .string(let text):
                guard !text.hasPrefix("+"), let number = UInt64(text) else { throw wrongArgument("\(shown(value)) is no uint") }
                return .uint(number)
            default: throw noSuchOverload
            }
        },
        conversion("double", from: ["int", "uint", "double", "string"], "The nearest double.") { value, meter throws(EvaluationError) in
            switch value {
            case .double: return value
            case .int(let number): return .double(Double(number))
            case .uint(let number): return .double(Double(number))
            case .string(let text):
                try meter.chargeText(text.utf8.count)
                guard let number = readDouble(text) else { throw wrongArgument("\(shown(value)) is no double") }
                return .double(number)
            default: throw noSuchOverload
            }
        },
        conversion(
            "string", from: ["string", "bool", "int", "uint", "double", "bytes", "timestamp", "duration"],
            "Bytes as UTF-8, an error where they are none; timestamps by RFC 3339, durations in seconds."
        ) { value, meter throws(EvaluationError) in
            switch value {
            case .string: return value
            case .bool(let value): return .string(String(value))
            case .int(let number): return .string(String(number))
            case .uint(let number): return .string(String(number))
            case .double(let number): return .string(doubleText(number))
            case .bytes(let bytes):
                try meter.chargeText(bytes.count)
                guard let text = String(validating: bytes, as: UTF8.self) else { throw wrongArgument("the bytes are not UTF-8") }
                return .string(text)
            case .timestamp(let time): return .string(timestampText(time))
            case .duration(let duration): return .string(durationText(duration))
            default: throw noSuchOverload
            }
        },
        conversion("bytes", from: ["bytes", "string"], "The UTF-8 of text.") { value, meter throws(EvaluationError) in
            switch value {
            case .bytes: return value
            case .string(let text):
                try meter.chargeText(text.utf8.count)
                return .bytes(Array(text.utf8))
            default: throw noSuchOverload
            }
        },
        conversion(
            "timestamp", from: ["timestamp", "string", "int"], "Of RFC 3339 text, or seconds since 1970."
        ) { value, _ throws(EvaluationError) in
            switch value {
            case .timestamp: return value
            case .int(let seconds):
                guard let time = ExpressionTimestamp(seconds: seconds) else { throw overflow("timestamp") }
                return .timestamp(time)
            case .string(let text):
                guard let time = readTimestamp(text) else { throw wrongArgument("\(shown(value)) is no timestamp such as '2026-11-23T08:00:00Z'") }
                return .timestamp(time)
            default: throw noSuchOverload
            }
        },
        conversion(
            "duration", from: ["duration", "string", "int"], "Of text as `1h30m`, `1.5s`, `-7ms` (units h, m, s, ms, us, ns), or of nanoseconds."
        ) { value, _ throws(EvaluationError) in
            switch value {
            case .duration: return value
            case .int(let nanoseconds): return .duration(.nanoseconds(nanoseconds))
            case .string(let text):
                guard let duration = readDuration(text) else { throw wrongArgument("\(shown(value)) is no duration such as '1h30m'") }
                return try period(duration)
            default: throw noSuchOverload
            }
        },
    ]

    private static func conversion(
        _ name: String, from types: [String], _ summary: String,
        body: @escaping @Sendable (ExpressionValue, inout EvaluationMeter) throws(EvaluationError) -> ExpressionValue
    ) -> ExpressionFunction {
        ExpressionFunction(name, types.map { "\(name)(\($0)) -> \(name)" }, summary) { meter, arguments throws(EvaluationError) in
            guard arguments.count == 1 else { throw noSuchOverload }
            return try body(arguments[0], &meter)
        }
    }
}

private func wholeNumber(_ value: ExpressionValue) throws(EvaluationError) -> ExpressionValue {
    switch value {
    case .int: return value
    case .uint(let number):
        guard let number = Int64(exactly: number) else { throw overflow("int") }
        return .int(number)
    case .double(let number):
        // The ends themselves are refused, as CEL's specification asks: a double cannot tell them from their neighbours.
        guard number > -0x1p63, number < 0x1p63 else { throw overflow("int") }
        return .int(Int64(number))
    case .string(let text):
        guard !text.hasPrefix("+"), let number = Int64(text) else { throw wrongArgument("\(shown(value)) is no int") }
        return .int(number)
    case .timestamp(let time): return .int(time.seconds)
    case .duration(let duration):
        let (seconds, attoseconds) = duration.components
        let (whole, isOverflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let (sum, isCarried) = whole.addingReportingOverflow(attoseconds / 1_000_000_000)
        if isOverflow || isCarried { throw overflow("int") }
        return .int(sum)
    default: throw noSuchOverload
    }
}
