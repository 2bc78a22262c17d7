import KafkaWire

/// A transaction that was aborted in a partition. Its records are there, and readers of committed records leave them out.
struct AbortedTransaction: Equatable {
    var producerID: Int64
    var firstOffset: Int64
    /// Of its marker.
    var lastOffset: Int64
    /// Below this every transaction had ended when this one did: whatever ended later begins at or above it.
    var stableOffset: Int64
}

extension ProducerStates {
    /// The last stable offset: below it all transactions have ended, and that can be seen.
    mutating func lastStableOffset(highWatermark: Int64) -> Int64 {
        if open.isEmpty, decided.isEmpty { return highWatermark }
        if let unseen = decided.firstIndex(where: { $0.markerOffset >= highWatermark }) {
            decided.removeSubrange(..<unseen)
        } else {
            decided.removeAll()
        }
        var stable = min(highWatermark, open.first?.firstOffset ?? .max)
        for transaction in decided { stable = min(stable, transaction.firstOffset) }
        return stable
    }

    /// The transactions to leave out when reading from an offset up to, not including, another. By first offset.
    func aborted(from start: Int64, upTo end: Int64) -> [AbortedTransaction] {
        var low = 0
        var high = aborted.count
        while low < high {
            let middle = (low + high) / 2
            if aborted[middle].lastOffset < start { low = middle + 1 } else { high = middle }
        }
        var found: [AbortedTransaction] = []
        for transaction in aborted[low...] {
            if transaction.firstOffset < end { found.append(transaction) }
            if transaction.stableOffset >= end { break }
        }
        return found.sorted { $0.firstOffset < $1.firstOffset }
    }

    /// The log begins here now: what ended before is of no use any more.
    mutating func forgetAborted(before logStart: Int64) {
        guard let first = aborted.first, first.lastOffset < logStart else { return }
        aborted.removeAll { $0.lastOffset < logStart }
    }
}
