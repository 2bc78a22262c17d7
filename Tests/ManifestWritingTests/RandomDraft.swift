import LocatedYAML
import ManifestWriting

/// Random trees of values that YAML finds hard.
struct RandomDraft<Generator: RandomNumberGenerator> {
    var generator: Generator

    mutating func draft(depth: Int = 0) -> YAMLDraft {
        var draft = content(depth: depth)
        if chance(12) { draft.comments = [text()] }
        if chance(12) { draft.remark = text() }
        draft.layout = [.automatic, .automatic, .block, .flow].randomElement(using: &generator) ?? .automatic
        return draft
    }

    private mutating func content(depth: Int) -> YAMLDraft {
        switch Int.random(in: 0..<(depth > 4 ? 6 : 10), using: &generator) {
        case 0: .null
        case 1: .boolean(Bool.random(using: &generator))
        case 2: YAMLDraft(.value(.integer(Int64.random(in: .min ... .max, using: &generator) >> Int64.random(in: 0..<64, using: &generator))))
        case 3: YAMLDraft(.value(.float(Double(bitPattern: UInt64.random(in: 0 ... .max, using: &generator)).ordinary)))
        case 4, 5: chance(6) ? YAMLDraft(.quoted(text())) : .string(text())
        case 6, 7: .sequence((0..<Int.random(in: 0...4, using: &generator)).map { _ in draft(depth: depth + 1) })
        default:
            .mapping(
                Set((0..<Int.random(in: 0...5, using: &generator)).map { _ in key() }).sorted().map { ($0, draft(depth: depth + 1)) })
        }
    }

    private mutating func key() -> String {
        chance(40) ? String(repeating: text() + "k", count: 400) : chance(3) ? text() : "key\(Int.random(in: 0..<100, using: &generator))"
    }

    mutating func text() -> String {
        if chance(3) { return Self.words.randomElement(using: &generator) ?? "" }
        return (0..<Int.random(in: 0...6, using: &generator)).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined()
    }

    private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &generator) == 0 }

    private static var words: [String] {
        [
            "yes", "no", "on", "off", "y", "N", "null", "~", "true", "False", "0", "-1", "1.5", "1e3", "0x1F", "0o7", "012", "1_000", "12:30", "2026-12-31",
            "2026-12-31 10:00:00", ".inf", "-.inf", ".nan", "=", "<<", "---", "...", "--- a", "... a", "%YAML 1.2", "7d", "10GiB", "orders.created",
            "127.0.0.1:9092", "$(region)", "User:*", "*", "a, b", "[a]", "{a: b}", "a\nb", "a\nb\n", "a\n\n", "\n", "\n\na", " a\nb", "a\n \nb", "\ta\nb",
            "a\n\tb\n", "a \nb\n", "# a\n# b\n", "- a\n- b\n", "|", "|\n", ">-",
        ]
    }

    private static var pieces: [String] {
        [
            "a", "b", "Z", "0", "9", " ", "  ", "\n", "\n\n", "\t", ":", ": ", ",", ", ", "-", "- ", "?", "? ", "#", " #", "[", "]", "{", "}", "'", "''",
            "\"", "\\", "|", ">", "&", "*", "!", "%", "@", "`", "=", "~", ".", "_", "é", "日", "🦊", "\u{85}", "\u{A0}", "\u{2028}", "\u{FEFF}", "\u{7F}",
            "\u{0}", "\u{1B}", "\r", "\r\n", "\u{202E}", "\u{FFFE}", "e", "x", "+",
        ]
    }
}

extension Double {
    /// Itself; NaNs, which equal nothing, as zero.
    fileprivate var ordinary: Double { isNaN ? 0 : self }
}

/// Whether a tree that was read is what a draft says.
func means(_ node: YAMLNode, _ draft: YAMLDraft) -> Bool {
    switch (draft.content, node.content) {
    case (.value(.float(let wanted)), .scalar): node.asDouble == wanted
    case (.value(let value), .scalar): node.resolved == value
    case (.quoted(let text), .scalar): node.resolved == .string(text)
    case (.plain(let text), .scalar(let scalar)): scalar.text == text
    case (.sequence(let wanted), .sequence(let items)): wanted.count == items.count && zip(items, wanted).allSatisfy { means($0, $1) }
    case (.mapping(let wanted), .mapping(let entries)):
        wanted.count == entries.count
            && zip(entries, wanted).allSatisfy { $0.key.resolved == .string($1.key) && means($0.value, $1.value) }
    default: false
    }
}
