import Determinism
import HeapModule

/// What is due at some moment. Entries are never taken out early: what is due no more does nothing.
enum TimerPurpose {
    case fetch(UInt64)
    case group(String)
    case transaction(String)
    case retention
    case backgroundSync
    case validationNotice(topic: String)
    case refusedLogin(ConnectionID)
}

/// Deadlines, the earliest first; those of the same moment in the order in which they were set.
struct TimerQueue {
    private struct Entry: Comparable {
        var deadline: Instant
        var order: UInt64
        var purpose: TimerPurpose

        static func < (left: Entry, right: Entry) -> Bool {
            (left.deadline, left.order) < (right.deadline, right.order)
        }

        static func == (left: Entry, right: Entry) -> Bool {
            left.order == right.order
        }
    }

    private var entries = Heap<Entry>()
    private var nextOrder: UInt64 = 0

    var nextDeadline: Instant? { entries.min?.deadline }

    mutating func schedule(_ purpose: TimerPurpose, at deadline: Instant) {
        entries.insert(Entry(deadline: deadline, order: nextOrder, purpose: purpose))
        nextOrder += 1
    }

    mutating func popDue(at now: Instant) -> TimerPurpose? {
        guard let first = entries.min, first.deadline <= now else { return nil }
        return entries.popMin()?.purpose
    }
}
