import NIOCore

/// One record where it lies: nothing is copied, and nothing outlives the walk.
package struct RecordView {
    let bytes: UnsafeRawBufferPointer
    let fields: RecordFields

    package var key: UnsafeRawBufferPointer? { slice(fields.key) }
    /// nil is a tombstone.
    package var value: UnsafeRawBufferPointer? { slice(fields.value) }
    package var hasKey: Bool { fields.key != nil }

    /// The value of the last header of a name: names may repeat, and readers take the last. Nil where there is none, or
    /// where its value is null.
    package func header(_ name: [UInt8]) -> UnsafeRawBufferPointer? {
        guard fields.headerCount > 0 else { return nil }
        var found: Range<Int>?
        var cursor = RecordFieldCursor(bytes: bytes, position: fields.headers.lowerBound)
        for _ in 0..<fields.headerCount {
            // The walk has been through them already.
            guard let header = try? cursor.nextHeader(limit: fields.headers.upperBound) else { break }
            if bytes[header.name].elementsEqual(name) { found = header.value }
        }
        return slice(found)
    }

    private func slice(_ range: Range<Int>?) -> UnsafeRawBufferPointer? {
        range.map { UnsafeRawBufferPointer(rebasing: bytes[$0]) }
    }
}

/// Walks through the uncompressed records of a client's batch, which has a record for each offset, and hands each on.
///
/// - Parameter records: what comes after the header, decompressed where it was compressed.
/// - Returns: the largest timestamp of the records; with LogAppendTime the header's, whatever the records say.
@discardableResult
package func walkRecords(
    _ records: UnsafeRawBufferPointer, of header: RecordBatchHeader, visit: (Int, RecordView) -> Void
) throws(RecordBatchError) -> Int64 {
    var largestTimestamp: Int64?
    var cursor = RecordFieldCursor(bytes: records, position: 0)
    for index in 0..<Int(header.recordCount) {
        let fields: RecordFields
        do {
            fields = try cursor.nextRecord()
        } catch {
            throw .malformedRecord(record: index, problem: error)
        }
        guard Int(fields.offsetDelta) == index else { throw .malformedRecord(record: index, problem: .offsetDelta) }
        let (timestamp, overflow) = header.baseTimestamp.addingReportingOverflow(fields.timestampDelta)
        guard !overflow else { throw .malformedRecord(record: index, problem: .timestampDelta) }
        largestTimestamp = max(timestamp, largestTimestamp ?? timestamp)
        visit(index, RecordView(bytes: records, fields: fields))
    }
    guard cursor.position == records.count else {
        throw .malformedRecord(record: Int(header.recordCount), problem: .bytesAfterLastRecord)
    }
    guard header.attributes.timestampType == .createTime else { return header.maxTimestamp }
    return largestTimestamp ?? header.maxTimestamp
}
