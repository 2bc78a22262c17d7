/// Reads the wire format from a buffer that outlives it. Source: https://protobuf.dev/programming-guides/encoding
struct ProtobufBytes {
    /// Reading cannot go on; the place is known to whoever reads.
    struct Failure: Error {
        var kind = PayloadError.Kind.malformed
        var reason: String
    }

    let bytes: UnsafeRawBufferPointer
    var offset = 0
    var end: Int

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        end = bytes.count
    }

    var isAtEnd: Bool { offset >= end }

    mutating func varint() throws(Failure) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while offset < end {
            let byte = bytes[offset]
            offset += 1
            if shift == 63, byte > 1 { throw Failure(reason: "has a number of more than 64 bits") }
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        throw Self.truncated
    }

    mutating func tag() throws(Failure) -> (number: Int32, wireType: UInt8) {
        let tag = try varint()
        let wireType = UInt8(tag & 7)
        guard tag >> 3 != 0, tag <= 0xFFFF_FFFF, wireType < 6 else { throw Failure(reason: "has a tag that no field has") }
        return (Int32(truncatingIfNeeded: tag >> 3), wireType)
    }

    /// A length, and where what it is of ends.
    mutating func lengthEnd() throws(Failure) -> Int {
        let length = try varint()
        guard length <= UInt64(end - offset) else { throw Failure(reason: "has a length that goes beyond what it is in") }
        return offset + Int(length)
    }

    mutating func fixed32() throws(Failure) -> UInt32 { try loaded() }
    mutating func fixed64() throws(Failure) -> UInt64 { try loaded() }

    private mutating func loaded<Number: FixedWidthInteger>() throws(Failure) -> Number {
        let size = MemoryLayout<Number>.size
        guard end - offset >= size else { throw Self.truncated }
        defer { offset += size }
        return Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Number.self))
    }

    mutating func take() throws(Failure) -> Range<Int> {
        let start = try lengthEnd()
        defer { offset = start }
        return offset..<start
    }

    /// Passes over a field's value. Groups are followed to their end.
    mutating func skip(_ number: Int32, _ wireType: UInt8, depth: Int) throws(Failure) {
        var open: [Int32] = []
        var (number, wireType) = (number, wireType)
        while true {
            switch wireType {
            case 0: _ = try varint()
            case 1: _ = try fixed64()
            case 2: offset = try lengthEnd()
            case 3:
                guard open.count < depth else { throw Failure(kind: .tooDeep, reason: "is nested too deep") }
                open.append(number)
            case 4:
                guard open.popLast() == number else { throw Failure(reason: "has a group that ends and did not begin") }
            default: _ = try fixed32()
            }
            if open.isEmpty { return }
            if isAtEnd { throw Failure(reason: "has a group that does not end") }
            (number, wireType) = try tag()
        }
    }

    private static let truncated = Failure(reason: "ends too early")
}
