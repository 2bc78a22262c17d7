import NIOCore

/// A segment's index as a file, so that a closed segment need not be scanned when the log is opened again.
///
/// A head of 64 bytes (signature, entry count, interval, summary, checksums of the entries and of the head),
/// then the entries of 16 bytes each; big-endian. Written without waiting for the medium: an index that a
/// crash damaged shows by its checksum and is made again from the segment.
struct SegmentIndexFile {
    let file: any StorageFile
    let baseOffset: Int64

    private static let signature: UInt64 = 0x4845_444C_4944_5831  // HEDLIDX1
    private static let headSize = 64
    private static let entrySize = 16

    func write(_ index: SegmentIndex) throws(StorageError) {
        var body = ByteBuffer()
        body.reserveCapacity(index.entries.count * Self.entrySize)
        for entry in index.entries {
            body.writeInteger(entry.relativeOffset)
            body.writeInteger(entry.position)
            body.writeInteger(entry.largestTimestampBefore)
        }
        var head = ByteBuffer()
        head.writeInteger(Self.signature)
        head.writeInteger(UInt32(index.entries.count))
        head.writeInteger(UInt32(clamping: index.intervalBytes))
        head.writeInteger(index.baseOffset)
        head.writeInteger(index.summary.coveredBytes)
        head.writeInteger(index.summary.nextOffset)
        head.writeInteger(index.summary.largestTimestamp)
        head.writeInteger(index.summary.largestTimestampPosition)
        head.writeInteger(checksum(of: body))
        head.writeInteger(checksum(of: head))
        try file.create()
        try file.write(head, then: body, at: 0)
    }

    /// Only what the head says: one small read. nil if there is none or it is damaged.
    func readSummary() throws(StorageError) -> SegmentIndex.Summary? {
        try readHead()?.summary
    }

    /// nil if there is none or it is damaged.
    func read() throws(StorageError) -> SegmentIndex? {
        guard let head = try readHead() else { return nil }
        let length = head.entryCount * Self.entrySize
        guard try file.size() == Int64(Self.headSize + length) else { return nil }
        var body = ByteBuffer()
        guard try file.read(length, at: Int64(Self.headSize), into: &body) == length,
            checksum(of: body) == head.bodyChecksum
        else { return nil }
        var entries: [SegmentIndex.Entry] = []
        entries.reserveCapacity(head.entryCount)
        while let (relativeOffset, position, timestamp) = body.readMultipleIntegers(as: (UInt32, UInt32, Int64).self) {
            entries.append(.init(relativeOffset: relativeOffset, position: position, largestTimestampBefore: timestamp))
        }
        return SegmentIndex(
            baseOffset: baseOffset, intervalBytes: head.intervalBytes, entries: entries, summary: head.summary
        )
    }

    private struct Head {
        var entryCount: Int
        var intervalBytes: Int
        var summary: SegmentIndex.Summary
        var bodyChecksum: UInt32
    }

    private func readHead() throws(StorageError) -> Head? {
        var bytes = ByteBuffer()
        do {
            guard try file.read(Self.headSize, at: 0, into: &bytes) == Self.headSize else { return nil }
        } catch where error.cause == .notFound {
            return nil
        }
        let covered = bytes.getSlice(at: bytes.readerIndex, length: Self.headSize - 4).map(checksum(of:))
        guard bytes.readInteger(as: UInt64.self) == Self.signature,
            let (entryCount, interval) = bytes.readMultipleIntegers(as: (UInt32, UInt32).self),
            let (base, coveredBytes, nextOffset) = bytes.readMultipleIntegers(as: (Int64, Int64, Int64).self),
            let (timestamp, position) = bytes.readMultipleIntegers(as: (Int64, Int64).self),
            let (bodyChecksum, headChecksum) = bytes.readMultipleIntegers(as: (UInt32, UInt32).self),
            headChecksum == covered, base == baseOffset
        else { return nil }
        return Head(
            entryCount: Int(entryCount), intervalBytes: Int(interval),
            summary: SegmentIndex.Summary(
                coveredBytes: coveredBytes, nextOffset: nextOffset, largestTimestamp: timestamp,
                largestTimestampPosition: position),
            bodyChecksum: bodyChecksum
        )
    }
}
