import Determinism

/// A topic on its way out: first nobody may write to it, then nobody may read it either, then it is dropped.
package struct LedgerQuarantine: Sendable, Hashable {
    package enum Stage: String, Sendable, Hashable, CaseIterable {
        /// Writes are denied; readers drain what is there.
        case draining
        /// Reads are denied too: whoever still needs it is heard of now.
        case closed
    }

    package var stage: Stage
    /// When this stage began.
    package var since: Instant
    /// The denials that Heddle put in, which it takes out again.
    package var denials: [AccessRule]

    package init(stage: Stage, since: Instant, denials: [AccessRule] = []) {
        self.stage = stage
        self.since = since
        self.denials = denials
    }
}

/// How long a topic is out of use before it is dropped.
package struct DeletionPolicy: Sendable, Hashable {
    /// Between the denial of writes and that of reads.
    package var drain: Milliseconds
    /// Between the denial of reads and the drop.
    package var quarantine: Milliseconds

    package init(drain: Milliseconds, quarantine: Milliseconds) {
        self.drain = drain
        self.quarantine = quarantine
    }

    /// What holds where the mesh says nothing: an hour, and a day.
    package static let standard = DeletionPolicy(drain: Milliseconds(3_600_000), quarantine: Milliseconds(86_400_000))

    /// True when a topic is dropped at once.
    package var isImmediate: Bool { drain.count <= 0 && quarantine.count <= 0 }
}
