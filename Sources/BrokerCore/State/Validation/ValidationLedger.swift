import Determinism

/// What became of the records of a topic that are held against their schemas, since the broker started.
package struct ValidationCounts: Sendable, Equatable {
    package var checkedRecords = 0
    package var refusedRecords = 0
    /// Batches that were refused for a record in them, with all their records.
    package var refusedBatches = 0
    /// Not as they should be, and taken, as the topic only warns.
    package var warnedRecords = 0
    /// Batches that were answered with a retriable error while no schemas were known yet.
    package var deferredBatches = 0
    /// Records that a topic which only warns took while no schemas were known yet.
    package var uncheckedRecords = 0

    package init() {}
}

/// Counts by topic, and what of it is worth a line in the log: one a topic and interval, with the number of what it stands for.
struct ValidationLedger {
    private(set) var counts: [String: ValidationCounts] = [:]
    private var sinceLine: [String: Tally] = [:]

    private struct Tally {
        var refused = 0
        var warned = 0
        var reason = ""

        var isEmpty: Bool { refused == 0 && warned == 0 }
    }

    mutating func count(_ topic: String, _ change: (inout ValidationCounts) -> Void) {
        change(&counts[topic, default: ValidationCounts()])
    }

    /// Takes note of bad records.
    ///
    /// - Returns: a line for the log, where the topic had none of late; `endInterval` must then be called after the interval.
    mutating func report(_ topic: String, refused: Int, warned: Int, reason: String) -> String? {
        if var tally = sinceLine[topic] {
            if tally.isEmpty { tally.reason = reason }
            tally.refused += refused
            tally.warned += warned
            sinceLine[topic] = tally
            return nil
        }
        sinceLine[topic] = Tally()
        return line(topic, Tally(refused: refused, warned: warned, reason: reason))
    }

    /// The interval after a topic's line is over.
    ///
    /// - Returns: a line for what came meanwhile, after which another interval begins.
    mutating func endInterval(_ topic: String) -> String? {
        guard let tally = sinceLine.removeValue(forKey: topic), !tally.isEmpty else { return nil }
        sinceLine[topic] = Tally()
        return line(topic, tally)
    }

    mutating func forget(_ topic: String) {
        counts[topic] = nil
        sinceLine[topic] = nil
    }

    private func line(_ topic: String, _ tally: Tally) -> String {
        func records(_ count: Int) -> String { count == 1 ? "1 record" : "\(count) records" }
        var parts: [String] = []
        if tally.refused > 0 { parts.append("\(records(tally.refused)) refused") }
        if tally.warned > 0 { parts.append("\(records(tally.warned)) taken although not as the topic asks") }
        return "topic \(topic): \(parts.joined(separator: ", ")); the first: \(tally.reason)"
    }
}
