/// Why a record of the control log cannot be understood.
package struct ControlProblem: Error, Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// Nothing of that name is known: a newer Heddle's, or somebody else's. Harmless.
        case unknownKey
        /// A newer Heddle wrote it.
        case otherVersion
        /// Cut off, mistyped, of another shape, or about something else than its key.
        case damaged
    }

    package var key: String
    package var kind: Kind
    /// One sentence.
    package var message: String

    package init(key: String, kind: Kind, message: String) {
        self.key = key
        self.kind = kind
        self.message = message
    }
}
