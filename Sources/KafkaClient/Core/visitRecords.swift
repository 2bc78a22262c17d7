import KafkaWire
import NIOCore

/// Goes through the batches that a Fetch brought, and returns the offset to go on from.
///
/// Brokers answer in whole batches but for the last, which may be cut off, and the first, which may begin before the offset
/// asked for. Records outside `position..<limit` are left out.
func visitRecords(
    in fetched: ByteBuffer, from position: Int64, upTo limit: Int64, _ visit: (Record) -> Void
) throws(KafkaClientError) -> Int64 {
    let rules = RecordBatchRules(origin: .broker, walksRecords: false)
    var next = position
    var rest = fetched
    do {
        while rest.readableBytes >= RecordBatchHeader.size, next < limit {
            let header = try RecordBatchHeader(at: rest.readerIndex, in: rest)
            guard let batch = rest.readSlice(length: header.sizeInBytes) else { break }
            _ = try checkRecords(batch, rules: rules)
            if !header.attributes.isControl {
                var reader = try RecordReader(batchAt: batch.readerIndex, in: batch)
                while let record = try reader.next() {
                    if record.offset >= position, record.offset < limit { visit(record) }
                }
            }
            next = max(next, header.nextOffset)
        }
        return next
    } catch {
        throw KafkaClientError(.malformedResponse("a record batch at or after offset \(next): \(error)"))
    }
}
