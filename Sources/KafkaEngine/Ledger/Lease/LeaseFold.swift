import Determinism
import EngineInterface
import MeshModel

/// Who held the lease at each place of the log, and who holds it at its end.
///
/// The order of the log is the arbiter: a claim that meets a lease in force is refused for good, and every reader sees the same
/// first claim. A lease's epoch is the offset of its claim, so that later leases have higher ones.
/// docs/decisions/0007-lease.md tells why this outlives compaction, dead holders, and clocks that differ.
struct LeaseFold: Sendable, Equatable {
    /// Between the end of a lease as its holder counts and as others do: for clocks that differ and answers under way.
    static let margin = Milliseconds(5000)

    struct Grant: Sendable, Equatable {
        var document: LeaseDocument
        var epoch: Int64
        /// Milliseconds since 1970, by the timestamps of the log.
        var until: Int64
        var isReleased = false
    }

    /// The last lease that was granted; it may have ended since.
    fileprivate(set) var last: Grant?

    mutating func add(_ document: LeaseDocument, offset: Int64, timestamp: Int64) {
        let until = timestamp.addingReportingOverflow(document.duration)
        var grant = Grant(document: document, epoch: document.epoch ?? offset, until: until.overflow ? .max : until.partialValue)
        switch document.act {
        case .claim:
            grant.epoch = offset
            if let last, last.isInForce(at: timestamp), document.breaks != last.epoch { return }
        case .renew, .release:
            grant.isReleased = document.act == .release
            // An older epoch: its holder has not heard yet that he was succeeded.
            if let last, last.epoch > grant.epoch { return }
            // Once given back, it is not taken up again.
            if let last, last.epoch == grant.epoch, last.isReleased { return }
        }
        last = grant
    }

    /// Whether a record written under `epoch` counts at this place. Those that name none come from before there were leases.
    func accepts(epoch: Int64?) -> Bool {
        guard let epoch, let last else { return true }
        return epoch >= last.epoch
    }
}

extension LeaseFold.Grant {
    /// Others must wait until the margin is over, too.
    func isInForce(at timestamp: Int64) -> Bool {
        let end = until.addingReportingOverflow(LeaseFold.margin.count)
        return !isReleased && (end.overflow || timestamp <= end.partialValue)
    }

    var lease: Lease {
        Lease(
            id: document.id, holder: document.holder, purpose: document.purpose, since: Instant(millisecondsSinceEpoch: document.since),
            until: Instant(millisecondsSinceEpoch: until), epoch: epoch, process: document.process)
    }
}

extension LeaseFold {
    /// The last lease was given back.
    mutating func end() {
        last?.isReleased = true
    }
}
