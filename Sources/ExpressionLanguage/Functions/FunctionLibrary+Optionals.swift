extension FunctionLibrary {
    static let optionals: [ExpressionFunction] = [
        ExpressionFunction("optional.of", ["optional.of(A) -> optional_type(A)"], "An optional that has the value.") { _, arguments throws(EvaluationError) in
            guard arguments.count == 1 else { throw noSuchOverload }
            return .optional(arguments[0])
        },
        ExpressionFunction("optional.none", ["optional.none() -> optional_type(A)"], "An optional without a value.") { _, arguments throws(EvaluationError) in
            guard arguments.isEmpty else { throw noSuchOverload }
            return .optional(nil)
        },
        ExpressionFunction(
            "optional.ofNonZeroValue", ["optional.ofNonZeroValue(A) -> optional_type(A)"],
            "With the value, or without one where it is null, false, 0, or empty."
        ) { _, arguments throws(EvaluationError) in
            guard arguments.count == 1 else { throw noSuchOverload }
            return .optional(isZero(arguments[0]) ? nil : arguments[0])
        },
        onOptional("hasValue", ["optional_type(A).hasValue() -> bool"], "Whether there is a value.") { held, rest throws(EvaluationError) in
            guard rest.isEmpty else { throw noSuchOverload }
            return .bool(held != nil)
        },
        onOptional("value", ["optional_type(A).value() -> A"], "The value; an error where there is none.") { held, rest throws(EvaluationError) in
            guard rest.isEmpty else { throw noSuchOverload }
            guard let held else { throw wrongArgument("the optional has no value") }
            return held
        },
        onOptional("or", ["optional_type(A).or(optional_type(A)) -> optional_type(A)"], "This one, or the other where it has no value.") { held, rest throws(EvaluationError) in
            guard rest.count == 1, case .optional = rest[1] else { throw noSuchOverload }
            return held.map { .optional($0) } ?? rest[1]
        },
        onOptional("orValue", ["optional_type(A).orValue(A) -> A"], "The value, or the given one.") { held, rest throws(EvaluationError) in
            guard rest.count == 1 else { throw noSuchOverload }
            return held ?? rest[1]
        },
        ExpressionFunction("optional.unwrap", ["optional.unwrap(list(optional_type(A))) -> list(A)"], "The values that there are.") { meter, arguments throws(EvaluationError) in
            try unwrap(arguments, &meter)
        },
        ExpressionFunction("unwrapOpt", ["list(optional_type(A)).unwrapOpt() -> list(A)"], "The values that there are.") { meter, arguments throws(EvaluationError) in
            try unwrap(arguments, &meter)
        },
    ]

    private static func onOptional(
        _ name: String, _ signatures: [String], _ summary: String,
        body: @escaping @Sendable (ExpressionValue?, ArraySlice<ExpressionValue>) throws(EvaluationError) -> ExpressionValue
    ) -> ExpressionFunction {
        ExpressionFunction(name, signatures, summary) { _, arguments throws(EvaluationError) in
            guard case .optional(let held)? = arguments.first else { throw noSuchOverload }
            return try body(held, arguments.dropFirst())
        }
    }

    static let encoders: [ExpressionFunction] = [
        ExpressionFunction("base64.encode", ["base64.encode(bytes) -> string"], "Bytes as base64 (RFC 4648).") { meter, arguments throws(EvaluationError) in
            guard arguments.count == 1, case .bytes(let bytes) = arguments[0] else { throw noSuchOverload }
            try meter.chargeNewText(bytes.count / 3 * 4 + 4)
            return .string(base64Text(bytes))
        },
        ExpressionFunction("base64.decode", ["base64.decode(string) -> bytes"], "The bytes of base64, with or without `=` at its end.") { meter, arguments throws(EvaluationError) in
            guard arguments.count == 1, case .string(let text) = arguments[0] else { throw noSuchOverload }
            try meter.chargeText(text.utf8.count)
            guard let bytes = readBase64(text) else { throw wrongArgument("the text is no base64") }
            return .bytes(bytes)
        },
    ]
}

private func unwrap(_ arguments: [ExpressionValue], _ meter: inout EvaluationMeter) throws(EvaluationError) -> ExpressionValue {
    guard arguments.count == 1, case .list(let elements) = arguments[0] else { throw noSuchOverload }
    try meter.charge(elements.count)
    var values: [ExpressionValue] = []
    for element in elements {
        guard case .optional(let held) = element else { throw noSuchOverload }
        if let held { values.append(held) }
    }
    return .list(values)
}

private func isZero(_ value: ExpressionValue) -> Bool {
    switch value {
    case .null: true
    case .bool(let value): !value
    case .int(let number): number == 0
    case .uint(let number): number == 0
    case .double(let number): number == 0
    case .string(let text): text.isEmpty
    case .bytes(let bytes): bytes.isEmpty
    case .timestamp(let time): time.seconds == 0 && time.nanoseconds == 0
    case .duration(let duration): duration == .zero
    case .list(let elements): elements.isEmpty
    case .map(let map): map.count == 0
    case .optional(let held): held == nil
    case .object(let object): object.fieldNames.allSatisfy { object[field: $0] == nil }
    case .type: false
    }
}

private let base64Digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

private func base64Text(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
        let group = bytes[start..<min(start + 3, bytes.count)]
        var bits: UInt32 = 0
        for byte in group { bits = bits << 8 | UInt32(byte) }
        bits <<= UInt32(8 * (3 - group.count))
        for place in 0..<4 {
            text.append(place <= group.count ? base64Digits[Int(bits >> UInt32(18 - 6 * place) & 63)] : UInt8(ascii: "="))
        }
    }
    return String(decoding: text, as: UTF8.self)
}

private func readBase64(_ text: String) -> [UInt8]? {
    var digits = Array(text.utf8)
    if digits.count % 4 == 0 { for _ in 0..<2 where digits.last == UInt8(ascii: "=") { digits.removeLast() } }
    guard digits.count % 4 != 1 else { return nil }
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for digit in digits {
        guard let value = base64Digits.firstIndex(of: digit) else { return nil }
        bits = bits << 6 | UInt32(value)
        count += 6
        if count >= 8 {
            count -= 8
            bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
        }
    }
    return bytes
}
