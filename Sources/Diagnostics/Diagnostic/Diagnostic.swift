/// One thing that is wrong (or worth knowing), where it stands, and how to mend it.
package struct Diagnostic: Sendable, Hashable {
    package enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
        case error, warning, note

        private var rank: Int {
            switch self {
            case .error: 2
            case .warning: 1
            case .note: 0
            }
        }

        package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
    }

    /// A further place that the message speaks of: "first declared here".
    package struct Label: Sendable, Hashable {
        package var range: SourceRange
        package var text: String

        package init(_ text: String, at range: SourceRange) {
            self.text = text
            self.range = range
        }
    }

    /// Stable, `area/what-is-wrong`: `topic/unknown-contract`. Explained by a page in Specs/diagnostics.
    package var code: String
    package var severity: Severity
    /// One sentence without a full stop; names in single quotes.
    package var message: String
    package var range: SourceRange?
    /// Shown beside the underline of `range`.
    package var label: String?
    package var secondary: [Label]
    package var notes: [String]
    /// The remedy: "did you mean 'retention'?"
    package var suggestion: String?
    /// Edits that carry out the suggestion.
    package var fixIts: [TextEdit]

    package init(
        _ severity: Severity = .error,
        code: String,
        _ message: String,
        at range: SourceRange? = nil,
        label: String? = nil,
        secondary: [Label] = [],
        notes: [String] = [],
        suggestion: String? = nil,
        fixIts: [TextEdit] = []
    ) {
        self.severity = severity
        self.code = code
        self.message = message
        self.range = range
        self.label = label
        self.secondary = secondary
        self.notes = notes
        self.suggestion = suggestion
        self.fixIts = fixIts
    }
}

/// Replace the text in `range` by `replacement`. An empty range inserts.
package struct TextEdit: Sendable, Hashable {
    package var range: SourceRange
    package var replacement: String

    package init(replace range: SourceRange, with replacement: String) {
        self.range = range
        self.replacement = replacement
    }
}
