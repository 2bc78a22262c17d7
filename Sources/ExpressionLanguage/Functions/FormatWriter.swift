/// `format` of CEL's strings extension.
struct FormatWriter {
    private let format: [Unicode.Scalar]
    private let values: [ExpressionValue]
    private var place = 0
    private var next = 0
    private var result = ""

    init(_ format: String, _ values: [ExpressionValue]) {
        self.format = Array(format.unicodeScalars)
        self.values = values
    }

    mutating func write(_ meter: inout EvaluationMeter) throws(EvaluationError) -> String {
        while place < format.count {
            let scalar = format[place]
            place += 1
            guard scalar == "%" else {
                result.unicodeScalars.append(scalar)
                continue
            }
            guard place < format.count else { throw wrongArgument("the format ends behind a '%'") }
            if format[place] == "%" {
                place += 1
                result += "%"
                continue
            }
            let precision = try precision()
            guard place < format.count else { throw wrongArgument("the format ends within a clause") }
            let letter = format[place]
            place += 1
            guard "sdfebxXo".unicodeScalars.contains(letter) else { throw wrongArgument("'%\(letter)' is no clause of a format") }
            guard next < values.count else { throw wrongArgument("the format wants more than the \(values.count) values given") }
            next += 1
            try append(try clause(letter, precision, values[next - 1], &meter), &meter)
        }
        return result
    }

    private mutating func append(_ text: String, _ meter: inout EvaluationMeter) throws(EvaluationError) {
        if result.utf8.count + text.utf8.count > meter.budget.maximumBytes { try meter.chargeNewText(.max) }
        try meter.chargeText(text.utf8.count)
        result += text
    }

    private mutating func precision() throws(EvaluationError) -> Int? {
        guard format[place] == "." else { return nil }
        place += 1
        var digits = 0
        let start = place
        while place < format.count, ("0"..."9").contains(format[place]), digits <= 1000 {
            digits = digits * 10 + Int(format[place].value - 48)
            place += 1
        }
        guard place > start, digits <= 1000 else { throw wrongArgument("the digits behind '%.' are a number up to 1000") }
        return digits
    }

    private func clause(_ letter: Unicode.Scalar, _ precision: Int?, _ value: ExpressionValue, _ meter: inout EvaluationMeter) throws(EvaluationError) -> String {
        switch letter {
        case "s": return try plainText(value, &meter)
        case "d": return try decimal(value)
        case "f", "e":
            // All digits of very large and very small doubles are many.
            if case .double(let number) = value, number.isFinite { try meter.charge(10 + Int(abs(number.exponent == .min ? 0 : number.exponent))) }
            return try fraction(value, precision ?? 6, isScientific: letter == "e")
        case "b":
            if case .bool(let value) = value { return value ? "1" : "0" }
            return try whole(value, radix: 2, "%b")
        case "o": return try whole(value, radix: 8, "%o")
        default:
            let isUpper = letter == "X"
            switch value {
            case .string(let text):
                try meter.chargeNewText(text.utf8.count * 2)
                return hexText(text.utf8, isUpper: isUpper)
            case .bytes(let bytes):
                try meter.chargeNewText(bytes.count * 2)
                return hexText(bytes, isUpper: isUpper)
            default:
                let text = try whole(value, radix: 16, "%x")
                return isUpper ? text.uppercased() : text
            }
        }
    }

    private func decimal(_ value: ExpressionValue) throws(EvaluationError) -> String {
        switch value {
        case .int(let number): return String(number)
        case .uint(let number): return String(number)
        case .double(let number) where !number.isFinite: return namedDouble(number)
        case .double(let number): return doubleText(number)
        default: throw wrongArgument("'%d' takes a number, not a \(value.type.name)")
        }
    }

    private func whole(_ value: ExpressionValue, radix: Int, _ clause: String) throws(EvaluationError) -> String {
        switch value {
        case .int(let number): return String(number, radix: radix)
        case .uint(let number): return String(number, radix: radix)
        default: throw wrongArgument("'\(clause)' takes a whole number, not a \(value.type.name)")
        }
    }

    private func fraction(_ value: ExpressionValue, _ precision: Int, isScientific: Bool) throws(EvaluationError) -> String {
        let number: Double
        switch value {
        case .double(let value): number = value
        case .int(let value): number = Double(value)
        case .uint(let value): number = Double(value)
        default: throw wrongArgument("'%\(isScientific ? "e" : "f")' takes a number, not a \(value.type.name)")
        }
        guard number.isFinite else { return namedDouble(number) }
        let decimal = ExactDecimal(number)
        return isScientific ? decimal.scientific(digits: precision) : decimal.fixed(digits: precision)
    }
}

private func hexText(_ bytes: some Sequence<UInt8>, isUpper: Bool) -> String {
    let digits = Array((isUpper ? "0123456789ABCDEF" : "0123456789abcdef").utf8)
    var text: [UInt8] = []
    for byte in bytes {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
}

private func namedDouble(_ number: Double) -> String { number.isNaN ? "NaN" : number < 0 ? "-Infinity" : "Infinity" }

/// A value as `%s` shows it: keys of maps sorted, so that the same map is always the same text.
func plainText(_ value: ExpressionValue, _ meter: inout EvaluationMeter) throws(EvaluationError) -> String {
    try meter.charge(1)
    switch value {
    case .null: return "null"
    case .bool(let value): return String(value)
    case .int(let number): return String(number)
    case .uint(let number): return String(number)
    case .double(let number): return number.isFinite ? doubleText(number) : namedDouble(number)
    case .string(let text):
        try meter.chargeText(text.utf8.count)
        return text
    case .bytes(let bytes):
        try meter.chargeText(bytes.count)
        return String(decoding: bytes, as: UTF8.self)
    case .timestamp(let time): return timestampText(time)
    case .duration(let duration): return durationText(duration)
    case .type(let type): return type.name
    case .list(let elements):
        var parts: [String] = []
        var size = 2
        for element in elements {
            let part = try plainText(element, &meter)
            size += part.utf8.count + 2
            if size > meter.budget.maximumBytes { try meter.chargeNewText(size) }
            parts.append(part)
        }
        return "[" + parts.joined(separator: ", ") + "]"
    case .map(let map):
        var parts: [String] = []
        var size = 2
        for (key, value) in zip(map.keys, map.values) {
            let part = "\(try plainText(key, &meter)): \(try plainText(value, &meter))"
            size += part.utf8.count + 2
            if size > meter.budget.maximumBytes { try meter.chargeNewText(size) }
            parts.append(part)
        }
        return "{" + parts.sorted().joined(separator: ", ") + "}"
    case .object(let object): throw wrongArgument("'%s' takes no \(object.typeName)")
    case .optional: throw wrongArgument("'%s' takes no optional")
    }
}
