import BrokerLog
import NIOCore

/// Group commit: what was written waits together for one pass over the disk.
///
/// One round is under way at a time. Whatever is written meanwhile waits for the next, which begins as soon as
/// the one before it ends.
struct SyncRounds {
    /// A response that may leave once what was written before it is kept.
    struct Waiting {
        var request: RequestID
        var response: ByteBuffer
    }

    /// Whose file a ticket brings to disk.
    enum Owner {
        case partition(Partition)
        case metadataJournal
        case groupJournal
    }

    struct Round {
        var number: UInt64
        var owners: [Owner]
        /// One for each owner.
        var tickets: [SyncTicket]
        var waiting: [Waiting]
        var steps: [TransactionStep]
    }

    /// Partitions with writes that no round has taken yet; each is marked, so that it is here once.
    var unsyncedPartitions: [Partition] = []
    var isMetadataUnsynced = false
    var areGroupsUnsynced = false
    /// Whether a round should begin although nobody waits.
    var isWanted = false
    private(set) var underWay: Round?
    private var waitingForNext: [Waiting] = []
    private var stepsForNext: [TransactionStep] = []
    private var nextNumber: UInt64 = 1

    /// Whether something written is not on disk, be it taken by a round or not.
    var isSomethingUnsynced: Bool { hasNewWrites || underWay != nil }

    var hasNewWrites: Bool { !unsyncedPartitions.isEmpty || isMetadataUnsynced || areGroupsUnsynced }

    var isRoundDue: Bool { underWay == nil && (hasNewWrites || !waitingForNext.isEmpty || !stepsForNext.isEmpty) }

    mutating func markUnsynced(_ partition: Partition) {
        guard !partition.isUnsynced else { return }
        partition.isUnsynced = true
        unsyncedPartitions.append(partition)
    }

    /// Holds a response back until all that was written before it is kept: by the round under way if that took
    /// everything, else by the next.
    mutating func wait(_ waiting: Waiting) {
        if hasNewWrites || underWay == nil {
            waitingForNext.append(waiting)
        } else {
            underWay?.waiting.append(waiting)
        }
    }

    /// What is to be done about a transaction when all that was written before is kept.
    mutating func wait(_ step: TransactionStep) {
        if hasNewWrites || underWay == nil {
            stepsForNext.append(step)
        } else {
            underWay?.steps.append(step)
        }
    }

    mutating func begin(owners: [Owner], tickets: [SyncTicket]) -> UInt64 {
        let number = nextNumber
        nextNumber += 1
        underWay = Round(number: number, owners: owners, tickets: tickets, waiting: waitingForNext, steps: stepsForNext)
        waitingForNext = []
        stepsForNext = []
        isWanted = false
        return number
    }

    mutating func finish(_ number: UInt64) -> Round? {
        guard let round = underWay, round.number == number else { return nil }
        underWay = nil
        return round
    }
}
