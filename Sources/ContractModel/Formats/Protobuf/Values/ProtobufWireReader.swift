/// Reads the wire format from a buffer that outlives it. Source: https://protobuf.dev/programming-guides/encoding
struct ProtobufWireReader {
    typealias Problem = ProtobufPayloadProblem.Kind

    /// The problem's kind, thrown where reading cannot go on.
    struct Failure: Error { var kind: Problem }

    let bytes: UnsafeRawBufferPointer
    var offset: Int
    var end: Int

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        offset = 0
        end = bytes.count
    }

    var isAtEnd: Bool { offset >= end }

    mutating func varint() throws(Failure) -> UInt64 {
        guard offset < end else { throw Failure(kind: .truncated) }
        let first = bytes[offset]
        if first < 0x80 {
            offset += 1
            return UInt64(first)
        }
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while offset < end {
            let byte = bytes[offset]
            offset += 1
            if shift == 63, byte > 1 { throw Failure(kind: .malformedVarint) }
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        throw Failure(kind: .truncated)
    }

    mutating func tag() throws(Failure) -> (number: Int32, wireType: UInt8) {
        let tag = try varint()
        let wireType = UInt8(tag & 7)
        guard tag >> 3 != 0, tag <= 0xFFFF_FFFF, wireType < 6 else { throw Failure(kind: .malformedTag) }
        return (Int32(truncatingIfNeeded: tag >> 3), wireType)
    }

    /// A length, and where what it is of ends.
    mutating func length() throws(Failure) -> Int {
        let length = try varint()
        guard length <= UInt64(end - offset) else { throw Failure(kind: .lengthBeyondEnd) }
        return offset + Int(length)
    }

    /// Passes over a field's value. Groups are followed to their end, in them as deep as `depth` says.
    mutating func skip(_ number: Int32, _ wireType: UInt8, depth: Int) throws(Failure) {
        switch wireType {
        case 0: _ = try varint()
        case 1: try advance(8)
        case 2: offset = try length()
        case 3:
            // Groups within the group, innermost last.
            var open = [number]
            while let group = open.last {
                if isAtEnd { throw Failure(kind: .unbalancedGroup) }
                let inner = try tag()
                if inner.wireType == 4 {
                    guard inner.number == group else { throw Failure(kind: .unbalancedGroup) }
                    open.removeLast()
                } else if inner.wireType == 3 {
                    guard open.count < depth else { throw Failure(kind: .tooDeep) }
                    open.append(inner.number)
                } else {
                    try skip(inner.number, inner.wireType, depth: depth)
                }
            }
        case 4: throw Failure(kind: .unbalancedGroup)
        default: try advance(4)
        }
    }

    mutating func advance(_ count: Int) throws(Failure) {
        guard end - offset >= count else { throw Failure(kind: .truncated) }
        offset += count
    }
}
