import KafkaClient
import KafkaWire
import NIOCore

/// Takes the records out of the batches that a Fetch brought.
///
/// The last batch may be cut off, and the first may begin before the offset.
///
/// - Returns: the offset to go on from.
func readSchemaLogRecords(
    in fetched: ByteBuffer, from offset: Int64, into records: inout [SchemaLogRecord]
) throws(KafkaClientError) -> Int64 {
    let rules = RecordBatchRules(origin: .broker, walksRecords: false)
    var next = offset
    var rest = fetched
    do {
        while rest.readableBytes >= RecordBatchHeader.size {
            let header = try RecordBatchHeader(at: rest.readerIndex, in: rest)
            guard let batch = rest.readSlice(length: header.sizeInBytes) else { break }
            _ = try checkRecords(batch, rules: rules)
            if !header.attributes.isControl {
                var reader = try RecordReader(batchAt: batch.readerIndex, in: batch)
                while let record = try reader.next() {
                    guard record.offset >= offset else { continue }
                    records.append(
                        SchemaLogRecord(
                            offset: record.offset, key: record.key.map { Array($0.readableBytesView) },
                            value: record.value.map { Array($0.readableBytesView) }))
                }
            }
            next = max(next, header.nextOffset)
        }
        return next
    } catch {
        throw KafkaClientError(.malformedResponse("a record batch at or after offset \(next): \(error)"))
    }
}
