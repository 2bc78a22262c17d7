/// How strictly a topic's records are held against their schemas: `heddle.key.validation` and `heddle.value.validation`.
package enum ValidationMode: String, Sendable, CaseIterable {
    case none
    /// Counted and logged, and taken.
    case warn
    /// Refused unless the record names a schema of one of the subjects.
    case enforce
    /// Refused, too, where the payload is no value of that schema.
    case enforcePayload = "enforce-payload"

    var refuses: Bool { self == .enforce || self == .enforcePayload }
    /// Warnings are of all that could be refused.
    var readsPayload: Bool { self == .enforcePayload || self == .warn }
}

/// What is asked of one side of a topic's records.
struct PartRule: Equatable {
    var mode: ValidationMode
    /// Empty: the subject that clients use unless told otherwise, TOPIC-key or TOPIC-value.
    var subjects: [String]

    /// Nil where nothing is asked.
    init?(mode text: String, subjects: String) {
        let mode = ValidationMode(rawValue: text) ?? .none
        guard mode != .none else { return nil }
        self.mode = mode
        self.subjects = subjects.configWords
    }
}

/// What is asked of a topic's records. A topic of which nothing is asked has none.
struct TopicValidation: Equatable {
    var key: PartRule?
    var value: PartRule?

    init?(key: PartRule?, value: PartRule?) {
        guard key != nil || value != nil else { return nil }
        self.key = key
        self.value = value
    }

    var refuses: Bool { key?.mode.refuses == true || value?.mode.refuses == true }
}
