/// A schema's documentation as lines of a documentation comment, which no text can leave: one line a line, trimmed at the end, no blank
/// ones round it.
package func documentationLines(_ text: String?) -> [String] {
    guard let text else { return [] }
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
        String(line.unicodeScalars.filter { $0.value >= 32 || $0 == "\t" }.map(Character.init)).trimmedAtEnd
    }
    while lines.first?.isEmpty == true { lines.removeFirst() }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
}

/// A Swift string literal for any text. Characters that would end or bend it are escaped, so that it can stand on one line.
package func swiftLiteral(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": literal += "\\\""
        case "\\": literal += "\\\\"
        case "\n": literal += "\\n"
        case "\r": literal += "\\r"
        case "\t": literal += "\\t"
        default:
            // Controls, and what reorders or hides text in editors.
            let hidden = scalar.value < 32 || scalar.value == 127 || scalar.properties.generalCategory == .format
                || scalar.properties.generalCategory == .lineSeparator || scalar.properties.generalCategory == .paragraphSeparator
            if hidden { literal += "\\u{\(String(scalar.value, radix: 16))}" } else { literal.unicodeScalars.append(scalar) }
        }
    }
    return literal + "\""
}

extension String {
    fileprivate var trimmedAtEnd: String {
        var copy = self[...]
        while copy.last?.isWhitespace == true { copy.removeLast() }
        return String(copy)
    }
}
