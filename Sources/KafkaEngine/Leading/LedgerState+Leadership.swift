import EngineInterface

extension LedgerState {
    /// A leadership of ours.
    struct Leading: Sendable {
        var lease: Lease
        var document: LeaseDocument
        /// Until when nobody else can have taken it, by our own clock, counted from before it was asked for.
        var end: ContinuousClock.Instant
    }

    /// Whether we lead as far as the log is known. In one that was made anew, the same epoch may be another's.
    var leads: Bool {
        guard let leading, let last = leadership.last else { return false }
        return last.epoch == leading.lease.epoch && last.document.id == leading.lease.id && !last.isReleased
    }

    /// Who was granted the leadership after the one under which our lease was taken.
    var successorInLeadership: LeaseFold.Grant? {
        guard let epoch = holding?.leadership, let last = leadership.last, last.epoch > epoch else { return nil }
        return last
    }
}
