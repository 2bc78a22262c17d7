import NIOCore

/// Reads the records of one batch in order, from a peer that is not to be trusted.
///
///     var reader = try RecordReader(batchAt: buffer.readerIndex, in: buffer)
///     while let record = try reader.next() { … }
///
/// The checksum is not looked at; `checkRecords` does that. Keys and values share the buffer's memory.
package struct RecordReader {
    package let header: RecordBatchHeader
    private let records: ByteBuffer
    private var position = 0
    private var index = 0

    /// Over a whole batch that is not compressed. Throws `unsupportedCompression` for one that is.
    package init(batchAt index: Int, in buffer: ByteBuffer) throws(RecordBatchError) {
        let header = try RecordBatchHeader(at: index, in: buffer)
        guard header.attributes.compressionCode == 0 else {
            throw .unsupportedCompression(code: header.attributes.compressionCode)
        }
        let start = index + RecordBatchHeader.size
        guard let records = buffer.getSlice(at: start, length: header.sizeInBytes - RecordBatchHeader.size) else {
            throw .truncated(available: buffer.writerIndex - index, needed: header.sizeInBytes)
        }
        self.init(header: header, records: records)
    }

    /// Over the records of a batch that the caller has decompressed.
    package init(header: RecordBatchHeader, records: ByteBuffer) {
        self.header = header
        self.records = records.slice()
    }

    /// The next record, nil after the last.
    package mutating func next() throws(RecordBatchError) -> Record? {
        guard index < Int(header.recordCount) else {
            guard position == records.readableBytes else {
                throw .malformedRecord(record: index, problem: .bytesAfterLastRecord)
            }
            return nil
        }
        let start = position
        let parsed = records.withUnsafeReadableBytes { bytes in
            Result { () throws(RecordBatchError.RecordProblem) in try ParsedRecord(at: start, in: bytes) }
        }
        let found: ParsedRecord
        switch parsed {
        case .failure(let problem): throw .malformedRecord(record: index, problem: problem)
        case .success(let record): found = record
        }
        position = found.end
        let fields = found.fields
        let (timestamp, overflow) = header.baseTimestamp.addingReportingOverflow(fields.timestampDelta)
        guard !overflow else { throw .malformedRecord(record: index, problem: .timestampDelta) }
        guard fields.offsetDelta >= 0, fields.offsetDelta <= header.lastOffsetDelta else {
            throw .malformedRecord(record: index, problem: .offsetDelta)
        }
        index += 1
        return Record(
            offset: header.baseOffset + Int64(fields.offsetDelta),
            timestamp: header.attributes.timestampType == .logAppendTime ? header.maxTimestamp : timestamp,
            key: slice(fields.key),
            value: slice(fields.value),
            headers: found.headers.map { RecordHeader(name: text($0.name), value: slice($0.value)) }
        )
    }

    private func slice(_ range: Range<Int>?) -> ByteBuffer? {
        range.flatMap { records.getSlice(at: $0.lowerBound, length: $0.count) }
    }

    private func text(_ range: Range<Int>) -> String {
        records.getString(at: range.lowerBound, length: range.count) ?? ""
    }
}

private struct ParsedRecord {
    let fields: RecordFields
    var headers: [(name: Range<Int>, value: Range<Int>?)] = []
    let end: Int

    init(at start: Int, in bytes: UnsafeRawBufferPointer) throws(RecordBatchError.RecordProblem) {
        var cursor = RecordFieldCursor(bytes: bytes, position: start)
        fields = try cursor.nextRecord()
        end = cursor.position
        cursor.position = fields.headers.lowerBound
        headers.reserveCapacity(fields.headerCount)
        for _ in 0..<fields.headerCount {
            headers.append(try cursor.nextHeader(limit: end))
        }
    }
}
