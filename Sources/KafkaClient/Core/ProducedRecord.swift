import KafkaWire
import NIOCore

/// A record to be written.
package struct ProducedRecord: Sendable, Hashable {
    package var key: ByteBuffer?
    /// nil is a tombstone.
    package var value: ByteBuffer?
    /// Milliseconds since 1970.
    package var timestamp: Int64
    package var headers: [RecordHeader]

    package init(key: ByteBuffer?, value: ByteBuffer?, timestamp: Int64, headers: [RecordHeader] = []) {
        self.key = key
        self.value = value
        self.timestamp = timestamp
        self.headers = headers
    }
}

func encodeBatch(_ records: [ProducedRecord], producer: RecordBatchBuilder.Producer?) -> ByteBuffer {
    var batch = RecordBatchBuilder(producer: producer)
    for record in records {
        batch.append(key: record.key, value: record.value, headers: record.headers, timestamp: record.timestamp)
    }
    return batch.finish()
}
