/// What a scalar means in YAML 1.2's core schema (YAML 1.2.2, section 10.3.2).
package enum YAMLValue: Sendable, Hashable {
    case null
    case boolean(Bool)
    /// Integers beyond Int64 resolve to `.float`.
    case integer(Int64)
    case float(Double)
    case string(String)
}

extension YAMLNode {
    /// The meaning of a scalar; `.null` for collections, which have none.
    package var resolved: YAMLValue {
        guard case .scalar(let scalar) = content else { return .null }
        switch tag {
        case nil: return scalar.style == .plain ? coreValue(of: scalar.text) : .string(scalar.text)
        case "!!int", "!!float", "!!bool", "!!null":
            return coreValue(of: scalar.text)
        default: return .string(scalar.text)
        }
    }

    package var isNull: Bool {
        guard case .scalar(let scalar) = content, scalar.text.utf8.count <= 4 else { return false }
        guard hasProperties || scalar.style != .plain else { return isCoreNull(scalar.text) }
        if case .null = resolved { return true }
        return false
    }

    package var asBoolean: Bool? {
        if case .boolean(let value) = resolved { value } else { nil }
    }

    package var asInteger: Int64? {
        if case .integer(let value) = resolved { value } else { nil }
    }

    /// Integers too.
    package var asDouble: Double? {
        switch resolved {
        case .float(let value): value
        case .integer(let value): Double(value)
        default: nil
        }
    }

    /// The text of a scalar that means a string: quoted, or plain and nothing else. For `name: 5`, see `scalar`.
    package var asString: String? {
        guard case .scalar(let scalar) = content else { return nil }
        // Nearly all strings are longer than the words of the core schema, and begin as no number does.
        if !hasProperties, scalar.text.utf8.count > 5, let first = scalar.text.utf8.first, first > UInt8(ascii: "9") {
            return scalar.text
        }
        return stringValue
    }

    private var stringValue: String? {
        if case .string(let value) = resolved { value } else { nil }
    }

    /// YAML 1.1 read plain `yes`, `no`, `on`, `off`, `y`, `n` as booleans; here they are strings. Worth a warning where a
    /// boolean is expected.
    package var isBooleanOfYAML11: Bool {
        guard let scalar, scalar.style == .plain, tag == nil else { return false }
        return LocatedYAML.isBooleanOfYAML11(scalar.text)
    }
}

private func isCoreNull(_ text: String) -> Bool {
    switch text.utf8.first {
    case nil: true
    case UInt8(ascii: "~"): text.utf8.count == 1
    case UInt8(ascii: "n"), UInt8(ascii: "N"): text == "null" || text == "Null" || text == "NULL"
    default: false
    }
}

/// The core schema's meaning of a plain text.
package func coreValue(of text: String) -> YAMLValue {
    var text = text
    // One look at the first byte settles nearly all strings.
    let value: YAMLValue? = text.withUTF8 { bytes -> YAMLValue? in
        guard let first = bytes.first else { return .null }
        switch first {
        case UInt8(ascii: "~"): return bytes.count == 1 ? .null : nil
        case UInt8(ascii: "n"), UInt8(ascii: "N"):
            return matches(bytes, "null", "Null", "NULL") ? .null : nil
        case UInt8(ascii: "t"), UInt8(ascii: "T"):
            return matches(bytes, "true", "True", "TRUE") ? .boolean(true) : nil
        case UInt8(ascii: "f"), UInt8(ascii: "F"):
            return matches(bytes, "false", "False", "FALSE") ? .boolean(false) : nil
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            return number(bytes)
        default: return nil
        }
    }
    return value ?? .string(text)
}

private func matches(_ bytes: UnsafeBufferPointer<UInt8>, _ spellings: StaticString...) -> Bool {
    spellings.contains { spelling in
        spelling.withUTF8Buffer { $0.count == bytes.count && $0.elementsEqual(bytes) }
    }
}

/// `[-+]?[0-9]+`, `0o[0-7]+`, `0x[0-9a-fA-F]+`, `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`,
/// `[-+]?(\.inf|\.Inf|\.INF)`, `\.nan|\.NaN|\.NAN`
private func number(_ bytes: UnsafeBufferPointer<UInt8>) -> YAMLValue? {
    if bytes.count > 2, bytes[0] == UInt8(ascii: "0") {
        let digits = bytes[2...]
        switch bytes[1] {
        case UInt8(ascii: "x"): return digits.allSatisfy(isHexadecimalDigit) ? integer(digits, radix: 16) : nil
        case UInt8(ascii: "o"):
            return digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "7")).contains($0) }
                ? integer(digits, radix: 8) : nil
        default: break
        }
    }
    var rest = bytes[...]
    let sign = rest.first == UInt8(ascii: "-") ? -1.0 : 1.0
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    let unsigned = UnsafeBufferPointer(rebasing: rest)
    if matches(unsigned, ".inf", ".Inf", ".INF") { return .float(sign * .infinity) }
    if rest.count == bytes.count, matches(unsigned, ".nan", ".NaN", ".NAN") { return .float(.nan) }

    let whole = rest.prefix(while: isDecimalDigit)
    rest = rest.dropFirst(whole.count)
    if rest.isEmpty { return whole.isEmpty ? nil : integer(bytes[...], radix: 10) }
    if rest.first == UInt8(ascii: ".") {
        rest.removeFirst()
        let fraction = rest.prefix(while: isDecimalDigit)
        if whole.isEmpty && fraction.isEmpty { return nil }
        rest = rest.dropFirst(fraction.count)
    } else if whole.isEmpty {
        return nil
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
        rest.removeFirst()
        if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        let exponent = rest.prefix(while: isDecimalDigit)
        if exponent.isEmpty { return nil }
        rest = rest.dropFirst(exponent.count)
    }
    guard rest.isEmpty else { return nil }
    // The border of a number with a trailing point (`1.`) is the one spelling that Swift's parser does not share.
    var spelling = String(decoding: bytes, as: UTF8.self)
    if spelling.hasSuffix(".") { spelling.append("0") }
    return Double(spelling.replacing(".e", with: ".0e").replacing(".E", with: ".0E")).map(YAMLValue.float)
}

private func integer(_ digits: Slice<UnsafeBufferPointer<UInt8>>, radix: Int) -> YAMLValue? {
    let spelling = String(decoding: digits, as: UTF8.self)
    if let value = Int64(spelling, radix: radix) { return .integer(value) }
    return radix == 10
        ? Double(spelling).map(YAMLValue.float)
        : .float(spelling.utf8.reduce(0.0) { $0 * Double(radix) + Double($1.hexadecimalValue) })
}

private func isDecimalDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

private func isHexadecimalDigit(_ byte: UInt8) -> Bool {
    isDecimalDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
}

extension UInt8 {
    /// Of an ASCII hexadecimal digit.
    fileprivate var hexadecimalValue: UInt8 {
        isDecimalDigit(self) ? self - UInt8(ascii: "0") : (self | 0x20) - UInt8(ascii: "a") + 10
    }
}
