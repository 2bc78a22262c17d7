import NIOCore

/// Where the fields of one record lie, as positions relative to the start of the records.
///
/// A record is (varints are zig-zag): length, attributes (one byte, unused), timestamp delta, offset delta,
/// key length (-1 null) and key, value length and value, number of headers, headers.
struct RecordFields {
    var timestampDelta: Int64
    var offsetDelta: Int32
    var key: Range<Int>?
    var value: Range<Int>?
    var headerCount: Int
    var headers: Range<Int>
}

/// Reads records' fields off raw bytes; nothing that it is given makes it read outside of them.
struct RecordFieldCursor {
    let bytes: UnsafeRawBufferPointer
    var position: Int

    /// Throws what is wrong with the record; the position is then of no use.
    mutating func nextRecord() throws(RecordBatchError.RecordProblem) -> RecordFields {
        let length = try varint(limit: bytes.count)
        guard length >= 0 else { throw .negativeLength }
        guard Int(length) <= bytes.count - position else { throw .endsTooEarly }
        let end = position + Int(length)
        guard position < end else { throw .endsTooEarly }
        position += 1
        let timestampDelta = try varlong(limit: end)
        let offsetDelta = try varint(limit: end)
        let key = try nullableField(limit: end)
        let value = try nullableField(limit: end)
        let headerCount = try varint(limit: end)
        guard headerCount >= 0 else { throw .negativeLength }
        let headersStart = position
        // A header takes two bytes at least, so a great count ends the walk early rather than costing time.
        guard Int(headerCount) <= (end - position) / 2 else { throw .tooManyHeaders }
        for _ in 0..<Int(headerCount) {
            _ = try nextHeader(limit: end)
        }
        guard position == end else { throw .lengthMismatch }
        return RecordFields(
            timestampDelta: timestampDelta, offsetDelta: offsetDelta, key: key, value: value,
            headerCount: Int(headerCount), headers: headersStart..<end
        )
    }

    mutating func nextHeader(limit: Int) throws(RecordBatchError.RecordProblem) -> (name: Range<Int>, value: Range<Int>?) {
        guard let name = try nullableField(limit: limit) else { throw .negativeLength }
        return (name, try nullableField(limit: limit))
    }

    private mutating func nullableField(limit: Int) throws(RecordBatchError.RecordProblem) -> Range<Int>? {
        let length = try varint(limit: limit)
        if length < 0 {
            guard length == -1 else { throw .negativeLength }
            return nil
        }
        guard Int(length) <= limit - position else { throw .endsTooEarly }
        let start = position
        position += Int(length)
        return start..<position
    }

    @inline(__always)
    private mutating func varint(limit: Int) throws(RecordBatchError.RecordProblem) -> Int32 {
        let raw = try unsigned(limit: limit, maximumBytes: 5)
        guard raw <= UInt64(UInt32.max) else { throw .badVarint }
        let narrow = UInt32(truncatingIfNeeded: raw)
        return Int32(bitPattern: (narrow >> 1) ^ (0 &- (narrow & 1)))
    }

    @inline(__always)
    private mutating func varlong(limit: Int) throws(RecordBatchError.RecordProblem) -> Int64 {
        let raw = try unsigned(limit: limit, maximumBytes: 10)
        return Int64(bitPattern: (raw >> 1) ^ (0 &- (raw & 1)))
    }

    @inline(__always)
    private mutating func unsigned(limit: Int, maximumBytes: Int) throws(RecordBatchError.RecordProblem) -> UInt64 {
        guard position < limit else { throw .endsTooEarly }
        let first = bytes[position]
        position += 1
        guard first & 0x80 != 0 else { return UInt64(first) }
        var value = UInt64(first & 0x7F)
        var shift: UInt64 = 7
        for _ in 1..<maximumBytes {
            guard position < limit else { throw .endsTooEarly }
            let byte = bytes[position]
            position += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte & 0x80 == 0 {
                // The tenth byte has room for a single bit.
                guard shift < 63 || byte <= 1 else { throw .badVarint }
                return value
            }
            shift += 7
        }
        throw .badVarint
    }
}
