extension ByteReader {
    /// Keeps a field that the schema does not have.
    ///
    /// - Returns: false where the tag ends the group that is being read.
    @inline(never)
    public mutating func readUnknown(_ tag: UInt32, into fields: inout UnknownFields) throws(CodecError) -> Bool {
        let first = next - tagSize(tag)
        guard try skipUnknown(tag) else { return false }
        fields.append(UnsafeRawBufferPointer(start: first, count: next - first))
        return true
    }

    /// Of the tag that was just read. One that is longer than need be ends in a zero, and is kept as it is.
    private func tagSize(_ tag: UInt32) -> Int {
        var size = (38 - tag.leadingZeroBitCount) / 7
        guard next.load(fromByteOffset: -1, as: UInt8.self) == 0 else { return size }
        while size < 5, next - start > size {
            size += 1
            var value: UInt64 = 0
            for index in 0..<size { value |= UInt64(next.load(fromByteOffset: index - size, as: UInt8.self) & 0x7F) &<< UInt64(index * 7) }
            if value == UInt64(tag) { return size }
        }
        return size
    }

    /// Passes over such a field.
    ///
    /// - Returns: false where the tag ends the group that is being read.
    @inline(never)
    public mutating func skipUnknown(_ tag: UInt32) throws(CodecError) -> Bool {
        if tag & 7 == 4 {
            guard tag == openGroup else { throw failure(.malformed(expected: "a field, not the end of a group that was never begun")) }
            openGroup = 0
            return false
        }
        try skipValue(tag)
        return true
    }

    private mutating func skipValue(_ tag: UInt32) throws(CodecError) {
        switch tag & 7 {
        case 0: _ = try readVarint()
        case 1: _ = try readFixed64()
        case 2: next += try readLength()
        case 3:
            depth += 1
            guard depth <= Self.maximumProtobufDepth else { throw tooDeep() }
            while true {
                let inner = try readTag()
                if inner == tag + 1 { break }
                guard inner != 0 else { throw endOfInput() }
                guard inner & 7 != 4 else { throw failure(.malformed(expected: "the end of group \(tag >> 3)")) }
                try skipValue(inner)
            }
            depth -= 1
        case 5: _ = try readFixed32()
        default: throw failure(.malformed(expected: "a wire type from 0 to 5"))
        }
    }
}
