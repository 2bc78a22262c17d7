import LocatedJSON

/// Why a snapshot or a plan file cannot be used.
package struct FileProblem: Error, Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        /// Cut off, mistyped, of another shape: nobody knows what it meant to say.
        case damaged
        /// A newer or older Heddle wrote it.
        case otherVersion
        /// It says something else than when it was written.
        case changed
    }

    package var kind: Kind
    /// One sentence.
    package var message: String
    /// Counting from 1; nil where the whole file is meant.
    package var line: Int?
    package var column: Int?

    package init(_ message: String, at node: JSONNode? = nil) { self.init(.damaged, message, at: node) }

    package init(_ kind: Kind, _ message: String, at node: JSONNode? = nil) {
        self.kind = kind
        self.message = message
        line = node.map { Int($0.range.start.line) }
        column = node.map { Int($0.range.start.column) }
    }

    /// `snapshot.json:12:5: expected a number, found a string`.
    package func description(of path: String) -> String {
        "\(path)\(line.map { ":\($0)" } ?? "")\(column.map { ":\($0)" } ?? ""): \(message)"
    }
}
