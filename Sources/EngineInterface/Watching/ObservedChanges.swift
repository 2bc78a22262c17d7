/// What of a cluster is to be read again; the rest of an earlier reading still holds.
package struct ObservationFocus: Sendable, Hashable {
    /// By name, whether they are there or not.
    package var topics: Set<String>
    /// All rules: no protocol tells of single ones.
    package var access: Bool
    /// Of the schema registry.
    package var subjects: Set<String>

    package init(topics: Set<String> = [], access: Bool = false, subjects: Set<String> = []) {
        self.topics = topics
        self.access = access
        self.subjects = subjects
    }

    package var isEmpty: Bool { topics.isEmpty && !access && subjects.isEmpty }

    package mutating func formUnion(_ other: ObservationFocus) {
        topics.formUnion(other.topics)
        access = access || other.access
        subjects.formUnion(other.subjects)
    }
}

/// What a cluster tells of changes, whoever made them.
package enum ObservedChanges: Sendable, Hashable {
    /// It does not tell: whoever wants to know has to look.
    case untold(because: String)
    /// Up to `position` this may have changed, and nothing else of what is observed. The ledger's own records do not count.
    case told(ObservationFocus, position: Int64)
    /// It tells, and from here on: what happened before is not known any more, or was never asked for. Everything has to be read.
    case begun(position: Int64)
}
