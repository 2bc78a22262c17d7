import Diagnostics

/// A JSON value that knows where it was written.
///
/// Two nodes are equal when they say the same: numbers by value (`1`, `1.0` and `1e0` are one), strings by code points,
/// objects whatever the order of their members. Where they stand does not count.
package struct JSONNode: Sendable {
    package enum Content: Sendable {
        case null
        case bool(Bool)
        case number(JSONNumber)
        case string(String)
        case array([JSONNode])
        /// In the order written.
        case object([JSONMember])
    }

    package var content: Content
    /// From the first byte of the value past its last.
    package var range: SourceRange

    package init(_ content: Content, at range: SourceRange) {
        self.content = content
        self.range = range
    }
}

/// A key of an object and what it is given.
package struct JSONMember: Sendable {
    package var key: String
    /// With the quotes.
    package var keyRange: SourceRange
    package var value: JSONNode

    package init(key: String, at keyRange: SourceRange, value: JSONNode) {
        self.key = key
        self.keyRange = keyRange
        self.value = value
    }

    /// From the key's opening quote past the value's last byte.
    package var range: SourceRange {
        SourceRange(file: keyRange.file, start: keyRange.start, end: value.range.end)
    }
}
