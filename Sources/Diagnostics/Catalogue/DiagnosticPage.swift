/// What `heddle explain CODE` shows: a page of Specs/diagnostics.
package struct DiagnosticPage: Sendable, Hashable {
    package let code: String
    /// One line.
    package let title: String
    /// Markdown, as the two below.
    package let meaning: String
    package let example: String
    package let remedy: String

    package init(code: String, title: String, meaning: String, example: String, remedy: String) {
        self.code = code
        self.title = title
        self.meaning = meaning
        self.example = example
        self.remedy = remedy
    }
}

/// All pages of Specs/diagnostics. The pages themselves are generated: see `DiagnosticCatalogue.pages`.
package enum DiagnosticCatalogue {
    package static func page(for code: String) -> DiagnosticPage? { pagesByCode[code] }

    /// In alphabetical order.
    package static let allCodes: [String] = pages.map(\.code).sorted()

    private static let pagesByCode = Dictionary(pages.map { ($0.code, $0) }) { first, _ in first }
}
