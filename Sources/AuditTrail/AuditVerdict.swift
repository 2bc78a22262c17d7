/// What came of verifying an audit log.
package struct AuditVerdict: Sendable, Hashable {
    /// From where on events are held against each other.
    package enum Anchor: Sendable, Hashable {
        /// Nothing was removed from the log's beginning.
        case beginning
        /// Retention, or somebody, has removed what was before. The first event that says something of what is left is believed.
        case statement(AuditStatement, by: Int64)
        /// There is no event to begin with.
        case none
    }

    /// Something was changed, removed, put in or moved.
    package struct Breach: Sendable, Hashable {
        /// Everything before it is as it was written, from the anchor on.
        package var from: Int64
        /// The first place that differs is before it.
        package var until: Int64
        /// The event by which it was found.
        package var witness: Int64
        /// Offsets within at which nothing is.
        package var missing: [Int64]
        /// Events outside of these offsets that may have been changed themselves instead: whose word found the breach, or began the chain.
        package var suspects: [Int64]

        package init(from: Int64, until: Int64, witness: Int64, missing: [Int64], suspects: [Int64]) {
            self.from = from
            self.until = until
            self.witness = witness
            self.missing = missing
            self.suspects = suspects
        }

        /// One sentence.
        package var message: String {
            let place =
                until <= from ? "event \(witness) itself was changed"
                : until == from + 1 ? "the event at offset \(from) is not the one that was written" : "the events at offsets \(from) to \(until - 1) are not those that were written"
            let gone = missing.isEmpty ? "" : missing.count == 1 ? "; there is none at \(missing[0])" : "; there are none at \(missing.map(String.init).joined(separator: ", "))"
            let others = suspects.filter { until > from || $0 != witness }
            let doubt = others.isEmpty ? "" : ", unless it is event \(others.map(String.init).joined(separator: " or ")) that was changed"
            return "\(place)\(gone)\(doubt): event \(witness) says otherwise"
        }
    }

    /// How the log compares with a head that was noted.
    package enum Comparison: Sendable, Hashable {
        case same
        case different
        /// The log ends before it.
        case cutOff
        /// What it speaks of was removed by retention, or is not covered by the chain that is left.
        case tooOld
    }

    package struct HeadComparison: Sendable, Hashable {
        package var head: AuditStatement
        package var outcome: Comparison
        package init(head: AuditStatement, outcome: Comparison) {
            self.head = head
            self.outcome = outcome
        }
    }

    /// The first offset that is kept, and the one that the next event gets.
    package var start: Int64
    package var end: Int64
    package var events: Int
    package var anchor: Anchor
    /// Events from here on are not covered by any later word yet.
    package var covered: Int64
    package var uncoveredEvents: Int
    /// Of the log as it is: to be noted somewhere else. nil where there is no anchor.
    package var head: AuditStatement?
    package var breach: Breach?
    /// Offsets of records that say nothing of those before them: Heddle writes none such.
    package var strangers: [Int64]
    package var comparisons: [HeadComparison]

    package init(
        start: Int64, end: Int64, events: Int, anchor: Anchor, covered: Int64, uncoveredEvents: Int, head: AuditStatement?, breach: Breach?,
        strangers: [Int64], comparisons: [HeadComparison]
    ) {
        self.start = start
        self.end = end
        self.events = events
        self.anchor = anchor
        self.covered = covered
        self.uncoveredEvents = uncoveredEvents
        self.head = head
        self.breach = breach
        self.strangers = strangers
        self.comparisons = comparisons
    }

    package var isWhole: Bool { breach == nil && comparisons.allSatisfy { $0.outcome == .same || $0.outcome == .tooOld } }
}
