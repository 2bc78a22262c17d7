import KafkaWire
import NIOCore

/// Steps through the headers of a segment's batches, reading little more than those.
struct BatchWalk {
    private let file: any StorageFile
    private let end: Int64
    /// Where the next batch begins.
    private(set) var position: Int64
    private var window = ByteBuffer()
    private var windowStart: Int64 = 0
    private var lastBatchSize = 0

    struct Batch {
        var header: RecordBatchHeader
        var position: Int64
        var end: Int64 { position + Int64(header.sizeInBytes) }
    }

    init(_ file: any StorageFile, from position: Int64, to end: Int64) {
        self.file = file
        self.position = position
        self.end = end
    }

    /// nil at the end. What cannot be a batch, or does not fit before the end, is an error.
    mutating func next() throws(LogError) -> Batch? {
        guard position < end else { return nil }
        try fillWindow()
        let header: RecordBatchHeader
        do throws(RecordBatchError) {
            header = try RecordBatchHeader(at: Int(position - windowStart), in: window)
            guard Int64(header.sizeInBytes) <= end - position else {
                throw RecordBatchError.truncated(available: Int(end - position), needed: header.sizeInBytes)
            }
        } catch {
            throw .corrupt(path: file.path, position: position, error)
        }
        let batch = Batch(header: header, position: position)
        lastBatchSize = header.sizeInBytes
        position = batch.end
        return batch
    }

    private mutating func fillWindow() throws(LogError) {
        let needed = min(Int64(RecordBatchHeader.size), end - position)
        if position >= windowStart, position + needed <= windowStart + Int64(window.readableBytes) { return }
        window.clear()
        windowStart = position
        // Beside a large batch the next header is all that is wanted; small ones come many to a read.
        let wanted = lastBatchSize > 4096 ? needed : min(end - position, 32 << 10)
        _ = try storing { () throws(StorageError) in try file.read(Int(wanted), at: position, into: &window) }
    }
}
