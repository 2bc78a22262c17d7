import ReconcilerCore
import Synchronization

/// The events that a loop has still to think about, in the order in which they happened.
///
/// It needs no bound of its own: answers are as many as questions were asked, and a hint or a tick that waits already says it for
/// all that come after.
final class Inbox: Sendable {
    private struct Waiting {
        var tick = false
        var hint = false
        var stop = false
    }

    let events: AsyncStream<ReconcilerEvent>
    private let continuation: AsyncStream<ReconcilerEvent>.Continuation
    private let waiting = Mutex(Waiting())

    init() { (events, continuation) = AsyncStream.makeStream(of: ReconcilerEvent.self) }

    func post(_ event: ReconcilerEvent) {
        let isNew = waiting.withLock { waiting in
            switch event {
            case .tick: set(&waiting.tick)
            case .sourceHinted: set(&waiting.hint)
            case .stopAsked: set(&waiting.stop)
            default: true
            }
        }
        if isNew { continuation.yield(event) }
    }

    /// To be told of each event that was taken out.
    func took(_ event: ReconcilerEvent) {
        waiting.withLock { waiting in
            switch event {
            case .tick: waiting.tick = false
            case .sourceHinted: waiting.hint = false
            // Asking once is enough for good.
            default: break
            }
        }
    }

    func finish() { continuation.finish() }
}

/// Whether it was not set before.
private func set(_ flag: inout Bool) -> Bool {
    defer { flag = true }
    return !flag
}
