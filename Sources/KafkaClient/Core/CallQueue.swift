import NIOCore

/// The requests of one connection that wait for their answers. A broker answers in the order of the requests, so the
/// answer that comes belongs to the oldest; its correlation id must say the same.
///
/// Time is counted from any fixed beginning.
struct CallQueue<Waiter> {
    struct Call {
        var correlationId: Int32
        var waiter: Waiter
        var timeout: Duration
        var deadline: Duration
    }

    struct Mismatch: Error, Equatable {
        /// nil: no request was waiting.
        var expected: Int32?
        var received: Int32
    }

    private var calls = CircularBuffer<Call>()

    var isEmpty: Bool { calls.isEmpty }
    var count: Int { calls.count }

    mutating func append(_ call: Call) {
        calls.append(call)
    }

    mutating func takeAnswered(by correlationId: Int32) throws(Mismatch) -> Waiter {
        guard let oldest = calls.first, oldest.correlationId == correlationId else {
            throw Mismatch(expected: calls.first?.correlationId, received: correlationId)
        }
        return calls.removeFirst().waiter
    }

    /// The one whose deadline comes first.
    var mostUrgent: Call? { calls.min { $0.deadline < $1.deadline } }

    mutating func takeAll() -> [Call] {
        defer { calls.removeAll() }
        return Array(calls)
    }
}
