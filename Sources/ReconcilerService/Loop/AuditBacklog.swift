import AuditTrail
import Synchronization

/// Audit events of a cluster that are not written yet: a cluster that cannot be reached for a while is told all of them later.
final class AuditBacklog: Sendable {
    private let events = Mutex<[AuditEvent]>([])
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    /// False where there is no more room: the event is lost.
    func add(_ event: AuditEvent) -> Bool {
        events.withLock { events in
            guard events.count < limit else { return false }
            events.append(event)
            return true
        }
    }

    /// The oldest ones, in order.
    func first(_ count: Int) -> [AuditEvent] { events.withLock { Array($0.prefix(count)) } }

    /// To be told once those are written.
    func removeFirst(_ count: Int) { events.withLock { $0.removeFirst(min(count, $0.count)) } }

    var isEmpty: Bool { events.withLock { $0.isEmpty } }
}
