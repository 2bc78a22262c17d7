import Determinism

/// One round of one cluster, from the first look to the last, as metrics and traces tell of it.
struct Round: Sendable, Equatable {
    enum Outcome: String, Sendable, CaseIterable {
        /// Nothing was to be done.
        case quiet
        /// All that may be done unattended is done; something waits for approval.
        case pending
        /// Changes were made, all of them.
        case changed
        /// Changes were made, and some were not, or it is not known.
        case partly
        /// It could not be gone through.
        case failed
    }

    enum Scope: String, Sendable {
        case everything
        /// What a change stream named.
        case named
    }

    struct Step: Sendable, Equatable {
        enum Kind: String, Sendable, CaseIterable {
            case source, connect, lead
            /// Reading what people decided.
            case control
            case observe, ask, plan, apply, verify
        }

        var kind: Kind
        var began: Instant
        var took: Duration
        var failure: String?
        /// Changes, of an apply.
        var items: Int?
        /// Of what is looked at.
        var scope: Scope?
    }

    var cluster: String
    var began: Instant
    var ended: Instant
    /// In the order in which they ended; those of one cluster do not overlap.
    var steps: [Step]
    var outcome: Outcome
    /// Where the manifests stood.
    var revision: String?

    /// Of the first look; nil where there was nothing to look at.
    var scope: Scope? { steps.first { $0.kind == .observe }?.scope }

    /// More exact than the clock.
    var took: Duration {
        let last = steps.map { $0.began.since(began) + $0.took }.max() ?? .zero
        return max(ended.since(began), last)
    }
}
