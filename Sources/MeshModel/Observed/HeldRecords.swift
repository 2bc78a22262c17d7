/// How many records a topic holds now, over all partitions.
package struct HeldRecords: Sendable, Hashable {
    package var total: Int64
    /// Of them, those older than the age that was asked about.
    package var expired: Int64

    package init(total: Int64, expired: Int64 = 0) {
        self.total = total
        self.expired = expired
    }
}

/// A question for the cluster: how many records, and how many older than this?
package struct RecordQuestion: Sendable, Hashable {
    package var topic: String
    package var partitions: Int
    /// nil: only the total is wanted.
    package var age: Milliseconds?

    package init(topic: String, partitions: Int, olderThan age: Milliseconds? = nil) {
        self.topic = topic
        self.partitions = partitions
        self.age = age
    }
}
