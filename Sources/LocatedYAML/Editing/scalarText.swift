/// A value as YAML that reads back as that very value: plain where it can be, else in double quotes.
package func yamlText(of value: YAMLValue) -> String {
    switch value {
    case .null: "null"
    case .boolean(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .float(let value):
        value.isNaN ? ".nan" : value.isInfinite ? (value < 0 ? "-.inf" : ".inf") : String(value)
    case .string(let text): canBePlain(text) ? text : doubleQuoted(text)
    }
}

/// Holds inside `[…]` and `{…}` too, and for readers of YAML 1.1.
private func canBePlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
        isLetterOrDigit(first) || "_/$.".unicodeScalars.contains(first), last != " ", case .string = coreValue(of: text), !isBooleanOfYAML11(text)
    else { return false }
    return text.unicodeScalars.allSatisfy { isLetterOrDigit($0) || "_-./$()+=@~ ".unicodeScalars.contains($0) }
}

private func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
}

/// In double quotes, with escapes for what cannot be seen or must not stand in YAML.
package func doubleQuoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\t": result += "\\t"
        default:
            switch scalar.value {
            case 0x00..<0x20, 0x7F..<0xA0: result += "\\x" + hexadecimal(scalar.value, digits: 2)
            case 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF:
                result += "\\u" + hexadecimal(scalar.value, digits: 4)
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
    return result + "\""
}

func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
}

/// Plain words that YAML 1.1 takes for booleans.
package func isBooleanOfYAML11(_ text: String) -> Bool {
    switch text.lowercased() {
    case "yes", "no", "on", "off", "y", "n": true
    default: false
    }
}
