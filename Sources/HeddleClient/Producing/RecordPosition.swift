/// Where a record stands.
public struct RecordPosition: Sendable, Hashable, CustomStringConvertible {
    public var topic: String
    public var partition: Int
    /// -1: the broker had the record from an earlier try, and did not say where.
    public var offset: Int64

    public init(topic: String, partition: Int, offset: Int64) {
        self.topic = topic
        self.partition = partition
        self.offset = offset
    }

    /// `orders.created/3@1742`
    public var description: String { "\(topic)/\(partition)@\(offset)" }
}
