import BatchCompression
import KafkaWire
import NIOCore

/// The records of a Fetch's batches from an offset on, unpacked, and the offset to go on from.
///
/// Batches come whole but for the last, which may be cut off; the first may begin before the offset asked for. Control records are
/// passed over.
///
/// - Parameter limit: bytes that one batch may take when unpacked.
package func readBatches(
    _ fetched: ByteBuffer, from position: Int64, limit: Int = 64 << 20
) throws(KafkaClientError) -> (records: [Record], next: Int64) {
    let rules = RecordBatchRules(origin: .broker, walksRecords: false)
    var records: [Record] = []
    var next = position
    var rest = fetched
    do {
        while rest.readableBytes >= RecordBatchHeader.size {
            let header = try RecordBatchHeader(at: rest.readerIndex, in: rest)
            guard var batch = rest.readSlice(length: header.sizeInBytes) else { break }
            _ = try checkRecords(batch, rules: rules)
            next = max(next, header.nextOffset)
            guard !header.attributes.isControl, let codec = header.attributes.compression else { continue }
            batch.moveReaderIndex(forwardBy: RecordBatchHeader.size)
            var reader = RecordReader(header: header, records: codec == .none ? batch : try decompress(batch, codec, limit: limit))
            while let record = try reader.next() {
                if record.offset >= position { records.append(record) }
            }
        }
        return (records, next)
    } catch {
        throw KafkaClientError(.malformedResponse("a record batch at or after offset \(next): \(error)"))
    }
}
