import Determinism
import OrderedCollections

/// All groups, with the moment at which each next wants to be told the time.
struct GroupTable {
    private(set) var groups: OrderedDictionary<String, ConsumerGroup> = [:]
    /// When the timer of a group is set for; a later one is not set while an earlier one is.
    private var timers: [String: Instant] = [:]
    /// The configs that were set for groups, be there such groups or not.
    var configs: [String: [String: String]] = [:]

    var count: Int { groups.count }
    var all: OrderedDictionary<String, ConsumerGroup>.Values { groups.values }

    subscript(id: String) -> ConsumerGroup? { groups[id] }

    /// Lets `body` change a group where it lies; nil when there is none of that id.
    @discardableResult
    mutating func update<Result>(_ id: String, _ body: (inout ConsumerGroup) -> Result) -> Result? {
        guard let index = groups.index(forKey: id) else { return nil }
        return body(&groups.values[index])
    }

    mutating func findOrMake(_ id: String) {
        if groups[id] == nil { groups[id] = ConsumerGroup(id: id) }
    }

    mutating func remove(_ id: String) {
        groups.removeValue(forKey: id)
    }

    /// Whether a timer must be set for `deadline`, which is noted as done.
    mutating func needsTimer(for id: String, at deadline: Instant) -> Bool {
        if let set = timers[id], set <= deadline { return false }
        timers[id] = deadline
        return true
    }

    mutating func timerFired(for id: String, at now: Instant) {
        if let set = timers[id], set <= now { timers[id] = nil }
    }
}
