import KafkaWire
import NIOCore

/// One file of a log: whole batches from a base offset on, and an index that is made when first needed.
final class Segment {
    let baseOffset: Int64
    let file: any StorageFile
    let indexFile: SegmentIndexFile
    private let storage: any Storage
    private let indexIntervalBytes: Int
    private(set) var size: Int64
    /// Of the record that would come next.
    private(set) var nextOffset: Int64
    private var index: SegmentIndex?
    private var storedSummary: SegmentIndex.Summary?
    private var firstTimestamp: Int64?

    init(
        storage: any Storage, directory: String, baseOffset: Int64, size: Int64, nextOffset: Int64,
        indexIntervalBytes: Int
    ) {
        self.storage = storage
        self.baseOffset = baseOffset
        self.size = size
        self.nextOffset = nextOffset
        self.indexIntervalBytes = indexIntervalBytes
        file = storage.file(at: directory + "/" + SegmentName.log(baseOffset))
        indexFile = SegmentIndexFile(
            file: storage.file(at: directory + "/" + SegmentName.index(baseOffset)), baseOffset: baseOffset
        )
    }

    /// Writes batches at the end. `headers` are those in the bytes. After an error the segment is as it was,
    /// but the file may have bytes past its end (`cutToSize`).
    func append(_ first: ByteBuffer, then second: ByteBuffer?, headers: [RecordBatchHeader]) throws(LogError) {
        if index == nil { index = try madeIndex() }
        try storing { () throws(StorageError) in try file.write(first, then: second, at: size) }
        if size == 0 { firstTimestamp = headers.first?.maxTimestamp }
        size += Int64(first.readableBytes + (second?.readableBytes ?? 0))
        for header in headers {
            index?.note(header)
            nextOffset = header.nextOffset
        }
    }

    /// Takes away what a failed write may have left behind the end.
    func cutToSize() throws(StorageError) {
        try file.truncate(to: size)
    }

    /// Removes everything from a position on, at which a batch begins. The index goes first: one that speaks
    /// of bytes that are no more must not come back after a crash.
    func truncate(to position: Int64, nextOffset: Int64) throws(StorageError) {
        try removeIndexFile()
        try file.truncate(to: position)
        size = position
        self.nextOffset = nextOffset
        index = nil
        storedSummary = nil
        if position == 0 { firstTimestamp = nil }
    }

    /// What the recovery found at the end of the file.
    func settle(nextOffset: Int64) {
        self.nextOffset = nextOffset
    }

    func remove() throws(StorageError) {
        try removeIndexFile()
        do {
            try file.remove()
        } catch where error.cause == .notFound {
        }
    }

    private func removeIndexFile() throws(StorageError) {
        do {
            try indexFile.file.remove()
        } catch where error.cause == .notFound {
        }
    }

    func closeFiles() {
        file.close()
        indexFile.file.close()
    }
}

extension Segment {
    /// Of a batch at or before the one with the offset.
    func position(atOrBefore offset: Int64) throws(LogError) -> Int64 {
        guard offset > baseOffset else { return 0 }
        return try loadedIndex().position(atOrBefore: offset)
    }

    func position(whereAllBeforeIsOlderThan timestamp: Int64) throws(LogError) -> Int64 {
        try loadedIndex().position(whereAllBeforeIsOlderThan: timestamp)
    }

    /// What its batches have in common, without loading the whole index where a stored one will do.
    func summary() throws(LogError) -> SegmentIndex.Summary {
        if let index { return index.summary }
        if let storedSummary { return storedSummary }
        let stored = try storing { () throws(StorageError) in try indexFile.readSummary() }
        if let stored, stored.coveredBytes == size, stored.nextOffset == nextOffset {
            storedSummary = stored
            return stored
        }
        return try loadedIndex().summary
    }

    /// The largest timestamp of the first batch, -1 for none; nil while the segment is empty.
    func timestampOfFirstBatch() throws(LogError) -> Int64? {
        if let firstTimestamp { return firstTimestamp }
        var walk = BatchWalk(file, from: 0, to: size)
        firstTimestamp = try walk.next()?.header.maxTimestamp
        return firstTimestamp
    }

    /// Puts the index on disk, to be found when the log is next opened.
    func storeIndex() throws(LogError) {
        let index = try loadedIndex()
        try storing { () throws(StorageError) in try indexFile.write(index) }
        indexFile.file.close()
    }

    /// Forgets the index in memory; it can be had again from its file or from the segment.
    func dropIndex() {
        storedSummary = index?.summary
        index = nil
    }

    /// Takes what the recovery found while it went through the whole segment instead of what is stored.
    func adopt(_ index: SegmentIndex) throws(StorageError) {
        try removeIndexFile()
        self.index = index
    }

    private func loadedIndex() throws(LogError) -> SegmentIndex {
        if let index { return index }
        let made = try madeIndex()
        index = made
        return made
    }

    /// From its file as far as that reaches, from the segment beyond.
    private func madeIndex() throws(LogError) -> SegmentIndex {
        var index = SegmentIndex(baseOffset: baseOffset, intervalBytes: indexIntervalBytes)
        if let stored = try storing({ () throws(StorageError) in try indexFile.read() }) {
            if stored.summary.coveredBytes <= size, stored.summary.nextOffset <= nextOffset {
                index = stored
            } else {
                // It speaks of what was cut off. Once the segment has grown past that, nobody could tell any more.
                try storing { () throws(StorageError) in
                    try removeIndexFile()
                    try storage.syncDirectory(parentDirectory(of: file.path))
                }
            }
        }
        var walk = BatchWalk(file, from: index.summary.coveredBytes, to: size)
        while let batch = try walk.next() {
            index.note(batch.header)
        }
        return index
    }
}
