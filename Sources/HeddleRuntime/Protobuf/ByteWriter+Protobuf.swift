/// Protobuf's wire, written: tags, varints, fixed numbers, and parts that tell their length.
extension ByteWriter {
    @inlinable @inline(__always)
    public mutating func writeTag(_ tag: UInt32) { writeVarint(UInt64(truncatingIfNeeded: tag)) }

    @inlinable @inline(__always)
    public mutating func writeVarint(_ value: UInt64) {
        reserve(10)
        storeVarint(value)
    }

    /// Where there is room.
    @inlinable @inline(__always)
    mutating func storeVarint(_ value: UInt64) {
        if value < 0x80 {
            base.storeBytes(of: UInt8(truncatingIfNeeded: value), toByteOffset: written, as: UInt8.self)
            written &+= 1
        } else {
            storeLongVarint(value)
        }
    }

    @inline(never) @usableFromInline
    mutating func storeLongVarint(_ value: UInt64) {
        var rest = value
        var place = base + written
        while rest >= 0x80 {
            place.storeBytes(of: UInt8(truncatingIfNeeded: rest) | 0x80, as: UInt8.self)
            place += 1
            rest &>>= 7
        }
        place.storeBytes(of: UInt8(truncatingIfNeeded: rest), as: UInt8.self)
        written = place - base + 1
    }

    @inlinable @inline(__always)
    public mutating func writeFixed32(_ value: UInt32) {
        reserve(4)
        (base + written).storeBytes(of: value.littleEndian, as: UInt32.self)
        written &+= 4
    }

    @inlinable @inline(__always)
    public mutating func writeFixed64(_ value: UInt64) {
        reserve(8)
        (base + written).storeBytes(of: value.littleEndian, as: UInt64.self)
        written &+= 8
    }

    /// Begins a part that tells its length: one byte is left for it, which is enough for most.
    ///
    /// - Returns: where the part begins, for `endPart`.
    @inlinable @inline(__always)
    public mutating func beginPart(_ tag: UInt32) -> Int {
        reserve(11)
        storeVarint(UInt64(truncatingIfNeeded: tag))
        written &+= 1
        return written
    }

    /// Writes the part's length before it, and makes room there if it takes more than a byte.
    @inlinable @inline(__always)
    public mutating func endPart(_ start: Int) {
        let count = written &- start
        if count < 0x80 {
            base.storeBytes(of: UInt8(truncatingIfNeeded: count), toByteOffset: start &- 1, as: UInt8.self)
        } else {
            endLongPart(start, count)
        }
    }

    @inline(never) @usableFromInline
    mutating func endLongPart(_ start: Int, _ count: Int) {
        let size = (70 - UInt64(count).leadingZeroBitCount) / 7
        reserve(size)
        (base + (start - 1 + size)).copyMemory(from: base + start, byteCount: count)
        written = start - 1
        storeVarint(UInt64(count))
        written += count
    }
}
