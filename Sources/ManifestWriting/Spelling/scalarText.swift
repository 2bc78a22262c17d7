import LocatedYAML

/// A scalar on one line.
func scalarText(_ content: YAMLDraft.Content, in place: PlainPlace) -> String {
    switch content {
    case .value(.string(let text)): canBePlain(text, in: place) ? text : doubleQuoted(text)
    case .value(.float(let value)): floatText(value)
    case .value(let value): yamlText(of: value)
    case .quoted(let text): doubleQuoted(text)
    case .plain(let text):
        if case .string = coreValue(of: text), !canBePlain(text, in: place) { doubleQuoted(text) } else { text.isEmpty ? "null" : text }
    case .sequence, .mapping: ""
    }
}

func keyText(_ key: String) -> String { canBePlain(key, in: .key) ? key : doubleQuoted(key) }

/// The colon of a key without `?` comes within 1024 characters (YAML 1.2.2, section 7.4.2).
func needsQuestionMark(_ keyText: String) -> Bool { keyText.unicodeScalars.count > 1000 }

/// YAML 1.1 wants a point in every number with an exponent.
private func floatText(_ value: Double) -> String {
    let text = yamlText(of: .float(value))
    guard let exponent = text.firstIndex(of: "e"), !text.contains(".") else { return text }
    return text[..<exponent] + ".0" + text[exponent...]
}

/// A text of several lines as a literal block: header and lines, the lines still without indentation. nil for a text that a
/// block cannot show as it is.
func literalBlock(_ content: YAMLDraft.Content) -> (header: String, lines: [Substring])? {
    guard case .value(.string(let text)) = content, text.utf8.contains(0x0A) else { return nil }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.contains(where: { !$0.isEmpty }), lines.allSatisfy(canStandInBlock) else { return nil }
    var ends = 0
    while lines.last?.isEmpty == true {
        lines.removeLast()
        ends += 1
    }
    // Without it, a reader takes the spaces at the start of the text for indentation.
    let indicator = lines[0].isEmpty || lines[0].utf8.first == 0x20 ? "2" : ""
    let chomping = ends == 0 ? "-" : ends == 1 ? "" : "+"
    if ends > 1 { lines += Array(repeating: "", count: ends - 1) }
    return ("|\(indicator)\(chomping)", lines)
}

/// A line of spaces alone is invisible and an editor may take it away; what needs escapes has them only in quotes.
private func canStandInBlock(_ line: Substring) -> Bool {
    if line.isEmpty { return true }
    guard line.utf8.first != 0x09, line.utf8.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { return false }
    return line.unicodeScalars.allSatisfy { scalar in
        if scalar.isASCII { return scalar.value >= 0x20 && scalar.value != 0x7F || scalar == "\t" }
        let properties = scalar.properties
        if properties.isNoncharacterCodePoint { return false }
        return switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}
