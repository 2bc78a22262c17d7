import CChecksum
import KafkaWire
import NIOCore

/// Goes through a segment from a position on, as after a crash: is every batch whole, is its checksum right,
/// does each begin at the offset where the one before ended?
///
/// Memory is bounded whatever lengths the file claims.
struct SegmentCheck {
    /// Where the good part ends, and why there.
    struct Outcome {
        var goodBytes: Int64
        var nextOffset: Int64
        /// nil where everything up to the end of the file is good.
        var fault: RecordBatchError?
    }

    private let file: any StorageFile
    private let size: Int64
    private var window = ByteBuffer()

    private static let windowBytes = 1 << 20

    init(_ file: any StorageFile, size: Int64) {
        self.file = file
        self.size = size
    }

    mutating func run(
        from start: Int64, expecting offset: Int64, visit: (RecordBatchHeader) -> Void
    ) throws(LogError) -> Outcome {
        var position = start
        var expected = offset
        while position < size {
            do throws(Problem) {
                let header = try nextBatch(at: position, expecting: expected)
                visit(header)
                expected = header.nextOffset
                position += Int64(header.sizeInBytes)
            } catch {
                switch error {
                case .fault(let fault): return Outcome(goodBytes: position, nextOffset: expected, fault: fault)
                case .storage(let error): throw .storage(error)
                }
            }
        }
        return Outcome(goodBytes: position, nextOffset: expected, fault: nil)
    }

    private enum Problem: Error {
        case fault(RecordBatchError)
        case storage(StorageError)
    }

    private mutating func nextBatch(at position: Int64, expecting offset: Int64) throws(Problem) -> RecordBatchHeader {
        if window.readableBytes < RecordBatchHeader.size { try refill(at: position) }
        let header: RecordBatchHeader
        do {
            header = try RecordBatchHeader(at: window.readerIndex, in: window)
        } catch {
            throw .fault(error)
        }
        guard Int64(header.sizeInBytes) <= size - position else {
            throw .fault(.truncated(available: Int(size - position), needed: header.sizeInBytes))
        }
        guard header.baseOffset == offset else {
            throw .fault(.impossibleOffsets(base: header.baseOffset, lastDelta: header.lastOffsetDelta))
        }
        let computed = try checksum(ofBatchAt: position, length: header.sizeInBytes)
        guard computed == header.crc else {
            throw .fault(.checksumMismatch(stored: header.crc, computed: computed))
        }
        return header
    }

    /// Consumes the batch from the window, refilling it as often as the batch is long.
    private mutating func checksum(ofBatchAt position: Int64, length: Int) throws(Problem) -> UInt32 {
        if window.readableBytes < min(length, Self.windowBytes) { try refill(at: position) }
        window.moveReaderIndex(forwardBy: RecordBatchHeader.checksumStart)
        var done = RecordBatchHeader.checksumStart
        var checksum: UInt32 = 0
        while done < length {
            if window.readableBytes == 0 { try refill(at: position + Int64(done)) }
            let count = min(window.readableBytes, length - done)
            // A file that shrinks under us: what is missing cannot be right.
            guard count > 0 else { throw .fault(.truncated(available: done, needed: length)) }
            checksum = window.withUnsafeReadableBytes { heddle_crc32c_extend(checksum, $0.baseAddress, count) }
            window.moveReaderIndex(forwardBy: count)
            done += count
        }
        return checksum
    }

    private mutating func refill(at position: Int64) throws(Problem) {
        window.clear()
        let wanted = Int(min(Int64(Self.windowBytes), size - position))
        do {
            _ = try file.read(wanted, at: position, into: &window)
        } catch {
            throw .storage(error)
        }
    }
}
