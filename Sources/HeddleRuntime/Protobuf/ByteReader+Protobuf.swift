/// Protobuf's wire: tags, varints, fixed numbers, and parts that tell their length.
///
/// Source: https://protobuf.dev/programming-guides/encoding
extension ByteReader {
    /// Of messages and groups in each other; what Google's libraries allow.
    public static let maximumProtobufDepth = 100

    /// The tag of the next field, or 0 at the end of the message.
    @inlinable @inline(__always)
    public mutating func readTag() throws(CodecError) -> UInt32 {
        guard next < end else { return 0 }
        let byte = next.load(as: UInt8.self)
        // One byte, and a field number above 0.
        if byte &- 8 < 0x78 {
            next += 1
            return UInt32(truncatingIfNeeded: byte)
        }
        return try readLongTag()
    }

    @inline(never) @usableFromInline
    mutating func readLongTag() throws(CodecError) -> UInt32 {
        var tag: UInt64 = 0
        var place = next
        // As Google's libraries, which believe no tag of more than five bytes.
        for shift in stride(from: UInt64(0), to: 35, by: 7) {
            guard place < end else { throw endOfInput() }
            let byte = place.load(as: UInt8.self)
            place += 1
            tag |= UInt64(byte & 0x7F) &<< shift
            guard byte < 0x80 else { continue }
            guard tag >= 8, tag <= UInt32.max else { break }
            next = place
            return UInt32(tag)
        }
        throw failure(.malformed(expected: "a tag of at most 5 bytes with a field number from 1 to 536870911"))
    }

    @inlinable @inline(__always)
    public mutating func readVarint() throws(CodecError) -> UInt64 {
        if next < end {
            let byte = next.load(as: UInt8.self)
            if byte < 0x80 {
                next += 1
                return UInt64(truncatingIfNeeded: byte)
            }
        }
        return try readLongVarint()
    }

    /// Bits beyond the 64th are dropped, as others do.
    @inline(never) @usableFromInline
    mutating func readLongVarint() throws(CodecError) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        var place = next
        while place < end {
            let byte = place.load(as: UInt8.self)
            place += 1
            value |= UInt64(byte & 0x7F) &<< shift
            if byte < 0x80 {
                next = place
                return value
            }
            shift &+= 7
            if shift > 63 { throw failure(.malformed(expected: "a varint of at most 10 bytes")) }
        }
        throw endOfInput()
    }

    @inlinable @inline(__always)
    public mutating func readFixed32() throws(CodecError) -> UInt32 {
        guard end - next >= 4 else { throw endOfInput() }
        defer { next += 4 }
        return UInt32(littleEndian: next.loadUnaligned(as: UInt32.self))
    }

    @inlinable @inline(__always)
    public mutating func readFixed64() throws(CodecError) -> UInt64 {
        guard end - next >= 8 else { throw endOfInput() }
        defer { next += 8 }
        return UInt64(littleEndian: next.loadUnaligned(as: UInt64.self))
    }

    /// How many bytes follow that belong to the value; they are there.
    @inlinable @inline(__always)
    public mutating func readLength() throws(CodecError) -> Int {
        let length = try readVarint()
        guard length <= UInt64(truncatingIfNeeded: end - next) else { throw lengthBeyondInput() }
        return Int(truncatingIfNeeded: length)
    }

    @inline(never) @usableFromInline
    func lengthBeyondInput() -> CodecError { CodecError(.tooLarge("the length goes beyond the input"), at: offset) }

    /// What was being read while a message inside of it is.
    public struct ProtobufOuter {
        @usableFromInline let end: UnsafeRawPointer
        @usableFromInline let group: UInt32

        @inlinable @inline(__always)
        init(end: UnsafeRawPointer, group: UInt32) {
            self.end = end
            self.group = group
        }
    }

    /// Begins a part that tells its length: until `leave`, the part's end is the end of the input.
    @inlinable @inline(__always)
    public mutating func enterPart() throws(CodecError) -> ProtobufOuter {
        let length = try readLength()
        let outer = ProtobufOuter(end: end, group: openGroup)
        depth &+= 1
        if depth > Self.maximumProtobufDepth { throw tooDeep() }
        end = next + length
        openGroup = 0
        return outer
    }

    @inlinable @inline(__always)
    public mutating func leave(_ outer: ProtobufOuter) {
        depth &-= 1
        end = outer.end
        openGroup = outer.group
    }

    @inline(never) @usableFromInline
    func tooDeep() -> CodecError { CodecError(.tooLarge("messages are nested more than \(Self.maximumProtobufDepth) deep"), at: offset) }
}
