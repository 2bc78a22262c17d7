/// The topic in which the broker tells of changes of its metadata, and what has not been told yet.
struct ChangeStream {
    static let topicName = "__heddle.changes"

    /// Of its own, so that no default of the broker's changes what readers rely on: nothing is compacted away, timestamps
    /// are the broker's, and what is kept stays small. Who was away for longer begins anew.
    static let configs = [
        "cleanup.policy": "delete",
        "compression.type": "uncompressed",
        "message.timestamp.type": "LogAppendTime",
        "retention.bytes": "16777216",
        "retention.ms": "604800000",
        "segment.bytes": "4194304",
    ]

    /// A batch is closed when it has grown to this: far below what any reader takes, and room for a thousand topics.
    static let batchBytes = 512 << 10

    /// In the order in which they happened.
    private(set) var untold: [MetadataChange] = []
    /// Whether the last try to tell failed.
    var isBehind = false

    mutating func add(_ change: MetadataChange) {
        if change.isTold { untold.append(change) }
    }

    mutating func takeUntold() -> [MetadataChange] {
        defer { untold.removeAll() }
        return untold
    }

    /// The disk refused. What could not be told is not kept one by one: once telling works again, readers read everything.
    mutating func fallBehind() {
        untold = [.start]
        isBehind = true
    }
}
