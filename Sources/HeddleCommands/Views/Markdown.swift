/// Text for comments on changes: GitHub's and GitLab's Markdown with the HTML that both allow. Nothing that others wrote can
/// become markup, a mention, a link or the end of a table.
enum Markdown {
    /// Names, paths, values.
    static func code(_ text: String, most: Int = 200) -> String { "<code>\(prose(text, most: most))</code>" }

    /// Sentences.
    static func prose(_ text: String, most: Int = 400) -> String {
        var result = ""
        for (index, scalar) in text.unicodeScalars.enumerated() {
            if index == most { return result + "…" }
            switch scalar {
            case "\n", "\r", "\t": result += " "
            case "&", "<", ">", "|", "*", "_", "`", "[", "]", "\\", "@", "#", "~", "$", "!": result += "&#\(scalar.value);"
            case _ where scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format: continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A comment that nobody sees, by which a bot finds the one to be updated.
    static func marker(_ kind: String, _ parts: String...) -> String {
        // `--` would end it.
        let name = parts.filter { !$0.isEmpty }.map { $0.unicodeScalars.map { $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "." ? "\($0)" : "%\($0.value)" }.joined() }
        return "<!-- heddle-\(kind): \(name.joined(separator: "/")) -->"
    }
}

/// A comment that has a longest length: what does not fit is counted, and the count is told.
struct MarkdownPage {
    /// In bytes, so that it holds however a server counts. GitHub takes 65,536 characters.
    private var left: Int
    private(set) var text = ""
    private var omitted = 0
    private let closing: String

    /// - Parameter closing: for what is left out: where to find it.
    init(most: Int = 60_000, closing: String) {
        self.closing = closing
        left = most - closing.utf8.count - 200
    }

    /// What must be there, and is short.
    mutating func add(_ part: String) {
        text += part
        left -= part.utf8.count
    }

    /// A table or list whose rows may be left out from some point on; without any row that fits nothing is written of it.
    mutating func add(before: String, rows: [String], after: String) {
        let frame = before.utf8.count + after.utf8.count + 40
        var fitting = ""
        var count = 0
        for row in rows {
            guard frame + fitting.utf8.count + row.utf8.count <= left else { break }
            fitting += row
            count += 1
        }
        omitted += rows.count - count
        guard count > 0 else { return }
        add(before + fitting + after)
    }

    func finished() -> String {
        omitted == 0 ? text : text + "\n… and \(omitted) more: \(closing)\n"
    }
}
