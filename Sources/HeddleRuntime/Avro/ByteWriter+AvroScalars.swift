/// Avro 1.12, "Primitive Types": numbers are zigzag varints or little-endian floats, bytes and strings have their length before them.
extension ByteWriter {
    @inlinable @inline(__always)
    public mutating func writeAvroBoolean(_ value: Bool) { append(value ? 1 : 0) }

    @inlinable @inline(__always)
    public mutating func writeAvroInt(_ value: Int32) { writeAvroLong(Int64(value)) }

    @inlinable @inline(__always)
    public mutating func writeAvroLong(_ value: Int64) {
        let zigzag = UInt64(bitPattern: (value &<< 1) ^ (value &>> 63))
        reserve(10)
        if zigzag < 0x80 {
            base.storeBytes(of: UInt8(truncatingIfNeeded: zigzag), toByteOffset: written, as: UInt8.self)
            written &+= 1
        } else {
            writeLongVarint(zigzag)
        }
    }

    /// There is room for ten bytes.
    @inline(never) @usableFromInline
    mutating func writeLongVarint(_ value: UInt64) {
        var rest = value
        var place = base + written
        while rest >= 0x80 {
            place.storeBytes(of: UInt8(truncatingIfNeeded: rest) | 0x80, as: UInt8.self)
            place += 1
            rest &>>= 7
        }
        place.storeBytes(of: UInt8(truncatingIfNeeded: rest), as: UInt8.self)
        written = place + 1 - base
    }

    @inlinable
    public mutating func writeAvroFloat(_ value: Float) {
        reserve(4)
        base.storeBytes(of: value.bitPattern.littleEndian, toByteOffset: written, as: UInt32.self)
        written &+= 4
    }

    @inlinable
    public mutating func writeAvroDouble(_ value: Double) {
        reserve(8)
        base.storeBytes(of: value.bitPattern.littleEndian, toByteOffset: written, as: UInt64.self)
        written &+= 8
    }

    public mutating func writeAvroBytes(_ value: borrowing [UInt8]) {
        writeAvroLong(Int64(value.count))
        append(value.span.bytes)
    }

    /// Of an enum's symbol, a union's branch, or how many: never negative.
    @inlinable @inline(__always)
    public mutating func writeAvroIndex(_ index: Int) { writeAvroLong(Int64(index)) }

    /// Bytes whose number the contract knows.
    public mutating func writeAvroFixed(_ value: borrowing [UInt8], size: Int) throws(CodecError) {
        guard value.count == size else { throw CodecError(.outOfRange("\(size) bytes are needed, and there are \(value.count)")) }
        append(value.span.bytes)
    }

    /// Before the elements of an array or map that has any; after them stands a 0, as it does alone where there are none.
    @inlinable @inline(__always)
    public mutating func beginAvroBlock(_ count: Int) {
        if count > 0 { writeAvroIndex(count) }
    }

    @inlinable @inline(__always)
    public mutating func endAvroBlocks() { append(0) }
}
