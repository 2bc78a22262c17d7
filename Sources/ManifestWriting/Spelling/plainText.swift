import LocatedYAML

/// Where a plain scalar is to stand: brackets and braces leave it less freedom.
package enum PlainPlace: Sendable, Hashable { case block, flow, key }

/// Whether a string can stand without quotes and be read back as that very string: by YAML 1.2's core schema, by readers of
/// YAML 1.1 (PyYAML, libyaml, Ruby), which take `no` for a boolean, `2026-12-31` for a date and `12:30` for 750, and by people.
package func canBePlain(_ text: String, in place: PlainPlace) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last, last != " ",
        !leadingIndicators.contains(first), first != " ", case .string = coreValue(of: text),
        !isSpecialInYAML11(text), !text.hasPrefix("...")
    else { return false }
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
        switch scalar {
        case ":": if place != .block { return false }
        case "#": if previous == " " { return false }
        case " ": if previous == ":" { return false }
        case ",", "[", "]", "{", "}", "?": if place != .block { return false }
        default: if !isPlainScalar(scalar) { return false }
        }
        previous = scalar
    }
    return last != ":"
}

private let leadingIndicators = Set("-?:,[]{}#&*!|>'\"%@`".unicodeScalars)

/// Letters and signs that everybody sees and every reader passes through.
private func isPlainScalar(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value > 0x20 && scalar.value < 0x7F }
    let properties = scalar.properties
    if properties.isWhitespace || properties.isNoncharacterCodePoint { return false }
    return switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
    default: true
    }
}

/// What YAML 1.1's types (https://yaml.org/type/) take for something other than a string, and the core schema does not.
private func isSpecialInYAML11(_ text: String) -> Bool {
    if text == "=" || text == "<<" || isBooleanOfYAML11(text) { return true }
    var rest = Substring(text)
    if rest.hasPrefix("-") || rest.hasPrefix("+") { rest.removeFirst() }
    guard let first = rest.utf8.first, isDigit(first) || first == UInt8(ascii: ".") else { return false }
    if ["0x", "0b", "0o"].contains(rest.prefix(2).lowercased()) {
        return rest.dropFirst(2).utf8.allSatisfy { isDigit($0) || isHexadecimalLetter($0) || $0 == UInt8(ascii: "_") }
    }
    // Numbers with underscores, in base 60, dates.
    if rest.utf8.allSatisfy({ isDigit($0) || numberSigns.contains($0) }) { return true }
    // Dates with times.
    let head = Array(rest.utf8.prefix(6))
    return head.count == 6 && head[..<4].allSatisfy(isDigit) && head[4] == UInt8(ascii: "-") && isDigit(head[5])
}

private let numberSigns = Array("_.:,eE+-".utf8)

private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

private func isHexadecimalLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
}
