extension ProtobufSchema {
    /// A default as descriptors write it: a number, a name, text as it is, bytes with escapes. Nil where none is written.
    package func defaultText(of field: ProtobufField) -> String? {
        switch field.defaultValue {
        case nil, .message: return nil
        case .bool(let value): return value ? "true" : "false"
        case .signed(let value): return String(value)
        case .unsigned(let value): return String(value)
        case .float(let value): return ProtobufNumberText.text(value)
        case .double(let value): return ProtobufNumberText.text(value)
        case .string(let bytes): return String(decoding: bytes, as: UTF8.self)
        case .bytes(let bytes): return ProtobufStringText.escaped(bytes)
        case .enumeration(let number):
            guard case .enumeration(let id) = field.type else { return String(number) }
            return values(of: self[id]).first { $0.number == number }?.name ?? String(number)
        }
    }
}

enum ProtobufStringText {
    /// ASCII with C's escapes; other bytes in octal.
    static func escaped(_ bytes: [UInt8]) -> String {
        var text = ""
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\n"): text += "\\n"
            case UInt8(ascii: "\r"): text += "\\r"
            case UInt8(ascii: "\t"): text += "\\t"
            case UInt8(ascii: "\""): text += "\\\""
            case UInt8(ascii: "'"): text += "\\'"
            case UInt8(ascii: "\\"): text += "\\\\"
            case 0x20..<0x7F: text.unicodeScalars.append(Unicode.Scalar(byte))
            default: text += "\\" + [byte >> 6, byte >> 3 & 7, byte & 7].map { String($0) }.joined()
            }
        }
        return text
    }
}

/// Numbers as C's %g writes them, which is what descriptors hold: `1e+10`, `0.5`, `inf`.
enum ProtobufNumberText {
    static func text(_ value: Double) -> String { text(value.description, isFinite: value.isFinite, isNaN: value.isNaN, limit: 15) }

    static func text(_ value: Float) -> String { text(value.description, isFinite: value.isFinite, isNaN: value.isNaN, limit: 6) }

    /// - Parameter description: Swift's shortest text that reads back as the same number.
    /// - Parameter limit: digits that C writes before it turns to an exponent.
    private static func text(_ description: String, isFinite: Bool, isNaN: Bool, limit: Int) -> String {
        if isNaN { return "nan" }
        var text = Substring(description)
        let sign = text.hasPrefix("-") ? "-" : ""
        if !sign.isEmpty { text = text.dropFirst() }
        if !isFinite { return sign + "inf" }
        let parts = text.split(separator: "e", maxSplits: 1)
        var exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        let mantissa = parts[0].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        var digits = Array(mantissa[0].utf8)
        exponent += digits.count - 1
        if mantissa.count > 1 { digits += Array(mantissa[1].utf8) }
        while digits.count > 1, digits[0] == UInt8(ascii: "0") {
            digits.removeFirst()
            exponent -= 1
        }
        while digits.count > 1, digits[digits.count - 1] == UInt8(ascii: "0") { digits.removeLast() }
        if digits == [UInt8(ascii: "0")] { return sign + "0" }
        let precision = max(limit, digits.count > limit ? (limit == 15 ? 17 : 9) : 0)
        let shown = String(decoding: digits, as: UTF8.self)
        if exponent < -4 || exponent >= precision {
            let fraction = digits.count > 1 ? "." + shown.dropFirst() : ""
            let size = String(abs(exponent))
            return sign + shown.prefix(1) + fraction + "e" + (exponent < 0 ? "-" : "+") + (size.count < 2 ? "0" + size : size)
        }
        if exponent < 0 { return sign + "0." + String(repeating: "0", count: -exponent - 1) + shown }
        if digits.count <= exponent + 1 { return sign + shown + String(repeating: "0", count: exponent + 1 - digits.count) }
        return sign + shown.prefix(exponent + 1) + "." + shown.dropFirst(exponent + 1)
    }
}
