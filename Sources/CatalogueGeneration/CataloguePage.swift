/// A page of Specs/diagnostics, read from Markdown: a title, then the three sections in order.
package struct CataloguePage: Equatable {
    package let code: String
    package let title: String
    package let meaning: String
    package let example: String
    package let remedy: String

    package static let sections = ["What it means", "Example", "How to mend"]

    package init(code: String, markdown: String) throws(CataloguePageError) {
        guard code.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*/) != nil else {
            throw CataloguePageError(code: code, problem: "a page is named area/what-is-wrong, in small letters")
        }
        var title: String?
        var headings: [String] = []
        var bodies: [[Substring]] = []
        var isInFence = false
        for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") { isInFence.toggle() }
            if !isInFence, title == nil, line.hasPrefix("# ") {
                title = String(line.dropFirst(2))
            } else if !isInFence, line.hasPrefix("## ") {
                headings.append(String(line.dropFirst(3)))
                bodies.append([])
            } else if !bodies.isEmpty {
                bodies[bodies.count - 1].append(line)
            } else if !line.isEmpty {
                throw CataloguePageError(code: code, problem: "text stands before the first section: '\(line)'")
            }
        }
        guard let title, !title.isEmpty else {
            throw CataloguePageError(code: code, problem: "the page needs a title line, '# …'")
        }
        guard headings == Self.sections else {
            throw CataloguePageError(
                code: code, problem: "the sections must be \(Self.sections), and are \(headings)")
        }
        let texts = bodies.map(Self.trimmed)
        if let empty = texts.firstIndex(of: "") {
            throw CataloguePageError(code: code, problem: "the section '\(headings[empty])' is empty")
        }
        self.code = code
        self.title = title
        (meaning, example, remedy) = (texts[0], texts[1], texts[2])
    }

    private static func trimmed(_ lines: [Substring]) -> String {
        let body = lines.drop(while: \.isEmpty)
        guard let last = body.lastIndex(where: { !$0.isEmpty }) else { return "" }
        return body[...last].joined(separator: "\n")
    }
}

/// A page that is not in form.
package struct CataloguePageError: Error, Equatable, CustomStringConvertible {
    package let code: String
    package let problem: String

    package var description: String { "Specs/diagnostics/\(code).md: \(problem)" }
}
