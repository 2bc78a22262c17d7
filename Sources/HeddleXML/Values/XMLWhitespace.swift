/// What is done with blanks before a text is read as a value (XML Schema Part 2, 4.3.6).
public enum XMLWhitespace: Sendable, Hashable {
    case preserve
    /// Tabs and line breaks become spaces.
    case replace
    /// And spaces are taken away at both ends, and but for one between words.
    case collapse

    public func applied(to text: String) -> String {
        switch self {
        case .preserve: text
        case .replace: text.utf8.contains { $0 < 32 } ? String(decoding: text.utf8.map { $0 < 32 ? 32 : $0 }, as: UTF8.self) : text
        case .collapse: isCollapsed(text) ? text : words(of: text).joined(separator: " ")
        }
    }

    private func isCollapsed(_ text: String) -> Bool {
        var wasBlank = true
        for byte in text.utf8 {
            if byte < 32 || byte == 32 && wasBlank { return false }
            wasBlank = byte == 32
        }
        return !wasBlank || text.isEmpty
    }
}

/// The items of a list.
public func words(of text: String) -> [String] {
    text.utf8.split { $0 == 32 || $0 == 9 || $0 == 10 || $0 == 13 }.map { String(Substring($0)) }
}
