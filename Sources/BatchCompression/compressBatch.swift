import KafkaWire
import NIOCore

/// Why a batch cannot be taken apart.
package enum BatchCompressionError: Error, Hashable, Sendable {
    case batch(RecordBatchError)
    case compression(CompressionError)
}

/// A batch with its records compressed, all else as it was: what a producer sends.
///
///     let batch = try compressBatch(builder.finish(), .zstd)
///
/// - Parameter batch: one whole batch of uncompressed records, from the reader index on.
package func compressBatch(
    _ batch: ByteBuffer, _ codec: RecordCompression, level: Int? = nil
) throws(BatchCompressionError) -> ByteBuffer {
    var header: RecordBatchHeader
    do throws(RecordBatchError) {
        header = try RecordBatchHeader(at: batch.readerIndex, in: batch)
        guard header.attributes.compressionCode == 0 else {
            throw .unsupportedCompression(code: header.attributes.compressionCode)
        }
        guard header.sizeInBytes == batch.readableBytes else {
            throw .truncated(available: batch.readableBytes, needed: header.sizeInBytes)
        }
    } catch {
        throw .batch(error)
    }
    let records: ByteBuffer
    do {
        records = try compress(batch.getSlice(at: batch.readerIndex + RecordBatchHeader.size, length: header.sizeInBytes
            - RecordBatchHeader.size) ?? ByteBuffer(), codec, level: level)
    } catch {
        throw .compression(error)
    }
    header.attributes.rawValue |= Int16(codec.rawValue)
    return header.batch(of: records)
}
