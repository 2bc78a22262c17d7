import NIOCore

/// Which runs the ledger's topic remembers. What they changed is read only when it is asked for.
struct RunIndex: Sendable, Equatable {
    /// The values of runs' records, by number.
    private(set) var runs: [Int: [UInt8]] = [:]
    /// Keys of changes with the bytes of their values, by the run's number.
    private(set) var changes: [Int: [String: Int]] = [:]

    /// One more than the highest there was.
    var nextNumber: Int { max(runs.keys.max() ?? 0, changes.keys.max() ?? 0) + 1 }

    mutating func add(_ key: String, value: ByteBuffer?) {
        // Whatever a cluster was called when it was written: numbers count from the end.
        let parts = key.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3 || parts.count == 4, let number = Int(parts[2]), number > 0, number < .max else { return }
        switch (parts.count, value) {
        case (3, let value?): runs[number] = Array(value.readableBytesView)
        case (3, nil): runs[number] = nil
        case (_, let value?): changes[number, default: [:]][key] = value.readableBytes
        default:
            changes[number]?[key] = nil
            if changes[number]?.isEmpty == true { changes[number] = nil }
        }
    }
}

extension RunIndex {
    static let mostRuns = 1000
    static let mostRunsWithChanges = 100
    static let mostBytesOfChanges = 32 << 20

    /// The keys that a new run pushes out: changes of old runs, and runs that are older still.
    ///
    /// - Parameter bytes: how many the new run's changes take.
    func outdatedKeys(afterRun number: Int, bytes: Int, on cluster: String) -> [String] {
        var keys = runs.keys.filter { $0 <= number - Self.mostRuns }.sorted().map { HistoryKey.run($0, on: cluster) }
        var room = Self.mostBytesOfChanges - bytes
        for (run, chunks) in changes.sorted(by: { $0.key > $1.key }) where run != number {
            room -= chunks.values.reduce(0, +)
            if run <= number - Self.mostRunsWithChanges || room < 0 { keys += chunks.keys.sorted() }
        }
        return keys
    }
}
