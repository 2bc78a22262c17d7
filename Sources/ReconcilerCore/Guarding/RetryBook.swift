import Determinism
import MeshPlanning

/// Changes that were tried and did not come about: each is tried again after a pause of its own, so that one that never works
/// costs little and holds up no other.
struct RetryBook: Sendable {
    private struct Entry {
        var backoff: Backoff
        var message: String
        var retryAt: Instant
    }

    /// By the change's exact text.
    private var entries: [String: Entry] = [:]

    /// The next time at which one may be tried again.
    func next(after now: Instant) -> Instant? { entries.values.map(\.retryAt).filter { $0 > now }.min() }

    mutating func fail(_ change: Change, _ message: String, now: Instant, _ settings: ReconcilerSettings, using chance: inout SeededGenerator) {
        let key = change.exactText
        var entry = entries[key] ?? Entry(backoff: Backoff(), message: message, retryAt: now)
        entry.message = message
        entry.retryAt = now + entry.backoff.fail(settings, using: &chance)
        entries[key] = entry
    }

    mutating func succeed(_ change: Change) { entries[change.exactText] = nil }

    /// Those whose pause is not over, with why.
    func paused(at now: Instant) -> [String: String] { entries.filter { $0.value.retryAt > now }.mapValues(\.message) }

    /// What is planned no more need not be remembered.
    mutating func keep(_ changes: [Change]) {
        guard !entries.isEmpty else { return }
        let planned = Set(changes.map(\.exactText))
        entries = entries.filter { planned.contains($0.key) }
    }

    /// The clock was set back.
    mutating func forgetDeadlines(_ now: Instant) { for key in entries.keys { entries[key]?.retryAt = now } }
}
