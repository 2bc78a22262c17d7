import Determinism

/// An offset that a group committed.
package struct CommittedOffset: Sendable, Equatable {
    package var offset: Int64
    package var leaderEpoch: Int32
    package var metadata: String
    package var committedAt: Instant
}

/// What a group committed, by topic and partition.
struct CommittedOffsets {
    private(set) var byTopic: [String: [Int32: CommittedOffset]] = [:]

    var isEmpty: Bool { byTopic.isEmpty }

    subscript(topic: String, partition: Int32) -> CommittedOffset? {
        get { byTopic[topic]?[partition] }
        set {
            byTopic[topic, default: [:]][partition] = newValue
            if byTopic[topic]?.isEmpty == true { byTopic[topic] = nil }
        }
    }

    mutating func remove(topic: String) -> Bool {
        byTopic.removeValue(forKey: topic) != nil
    }

    var count: Int { byTopic.values.reduce(0) { $0 + $1.count } }
}
