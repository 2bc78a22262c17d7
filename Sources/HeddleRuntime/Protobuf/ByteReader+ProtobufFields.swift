/// Whole fields, as generated code reads them.
extension ByteReader {
    /// A value of a repeated field that tells its length, and those of the same field right after it: counted first, so that the array
    /// grows once.
    @inlinable
    public mutating func readRepeated<Wire: ProtobufWireType>(_: Wire.Type, _ tag: UInt32, into values: inout [Wire.Value]) throws(CodecError) {
        var left = 1
        if values.isEmpty {
            left = countRun(tag)
            values.reserveCapacity(left)
        }
        while true {
            values.append(try Wire.read(from: &self))
            left &-= 1
            if left == 0 { return }
            next += tag < 0x80 ? 1 : 2
        }
    }

    /// How many fields with this tag, which was just read, follow each other; each has a length, and no more are told than the input
    /// holds. Long tags and lengths are not looked through.
    @inline(never) @usableFromInline
    func countRun(_ tag: UInt32) -> Int {
        guard tag < 0x4000 else { return 1 }
        let size = tag < 0x80 ? 1 : 2
        let (low, high) = tag < 0x80 ? (UInt8(tag), 0) : (UInt8(truncatingIfNeeded: tag) | 0x80, UInt8(truncatingIfNeeded: tag >> 7))
        var count = 1
        var place = next
        while count < 4_096 {
            guard end - place >= 2 else { return count }
            var length = Int(place.load(as: UInt8.self))
            place += 1
            if length >= 0x80 {
                let second = Int(place.load(as: UInt8.self))
                guard second < 0x80 else { return count }
                length = length & 0x7F | second << 7
                place += 1
            }
            guard end - place >= length + size + 1 else { return count }
            place += length
            guard place.load(as: UInt8.self) == low, size == 1 || place.load(fromByteOffset: 1, as: UInt8.self) == high else { return count }
            place += size
            count += 1
        }
        return count
    }

    /// Values that stand one after the other with one length.
    @inlinable
    public mutating func readPacked<Wire: ProtobufPackable>(_: Wire.Type, into values: inout [Wire.Value]) throws(CodecError) {
        let length = try readLength()
        let outer = end
        end = next + length
        // A varint takes at least a byte: no more room than the input could fill.
        values.reserveCapacity(Swift.max(values.count &+ length / Wire.leastSize, Swift.min(values.capacity, values.count &* 2)))
        while next < end { values.append(try Wire.read(from: &self)) }
        end = outer
    }
}
