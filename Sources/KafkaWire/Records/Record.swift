import NIOCore

/// One record as a consumer sees it.
package struct Record: Hashable, Sendable {
    package var offset: Int64
    /// Milliseconds since the epoch; with LogAppendTime the batch's, whatever the producer wrote.
    package var timestamp: Int64
    package var key: ByteBuffer?
    /// nil is a tombstone.
    package var value: ByteBuffer?
    package var headers: [RecordHeader]

    package init(offset: Int64, timestamp: Int64, key: ByteBuffer?, value: ByteBuffer?, headers: [RecordHeader] = []) {
        self.offset = offset
        self.timestamp = timestamp
        self.key = key
        self.value = value
        self.headers = headers
    }
}

/// A record's header. Names may repeat, and order is kept.
package struct RecordHeader: Hashable, Sendable {
    package var name: String
    package var value: ByteBuffer?

    package init(name: String, value: ByteBuffer?) {
        self.name = name
        self.value = value
    }
}
