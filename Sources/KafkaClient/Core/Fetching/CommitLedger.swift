/// What has been processed, and what of that the group's coordinator knows.
struct CommitLedger: Sendable {
    /// The offset after the last record processed.
    private var done: [TopicPartition: Int64] = [:]
    private var committed: [TopicPartition: Int64] = [:]

    /// - Parameter positions: where the group's members go on, as far as that was committed.
    mutating func assign(_ positions: [TopicPartition: Int64]) {
        done = [:]
        committed = positions
    }

    /// Never back: a record that is processed a second time uncommits nothing.
    mutating func processed(_ partition: TopicPartition, offset: Int64) {
        done[partition] = max(done[partition] ?? 0, offset + 1)
    }

    var due: [TopicPartition: Int64] { done.filter { committed[$0.key] != $0.value } }

    mutating func committed(_ positions: [TopicPartition: Int64]) { committed.merge(positions) { max($0, $1) } }

    /// Those are others' by now.
    mutating func forget() { (done, committed) = ([:], [:]) }
}
