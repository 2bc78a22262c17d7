/// What Confluent's serializers write before a payload, or into a header: which schema wrote it.
///
///     let frame = ConfluentFrame(.id(7))
///     frame.write(into: &writer)                 // 00 00 00 00 07
///     try order.encode(into: &writer)
///
/// Version 0 is a `0` and the registry's id in four bytes, most significant first; version 1 a `1` and the schema's GUID. Protobuf adds
/// which message of the file it is.
public struct ConfluentFrame: Sendable, Hashable {
    public enum Schema: Sendable, Hashable {
        /// By the number that one registry gave it.
        case id(UInt32)
        /// By what it is called in every registry.
        case guid(SchemaGUID)
    }

    public var schema: Schema
    /// Protobuf: of the message in its file, from the outermost, `[0]` for the first. Empty for other formats.
    public var messageIndexes: [Int]

    public init(_ schema: Schema, messageIndexes: [Int] = []) {
        self.schema = schema
        self.messageIndexes = messageIndexes
    }

    /// Takes the framing and leaves the reader at the payload.
    ///
    /// - Parameter hasMessageIndexes: whether the payload is Protobuf.
    public init(from reader: inout ByteReader, hasMessageIndexes: Bool = false) throws(FramingError) {
        let found = reader.remaining
        switch try reader.framingByte(needed: 5) {
        case 0:
            var id: UInt32 = 0
            for _ in 0..<4 { id = id << 8 | UInt32(try reader.framingByte(needed: 5, found: found)) }
            schema = .id(id)
        case 1:
            var (high, low): (UInt64, UInt64) = (0, 0)
            for _ in 0..<8 { high = high << 8 | UInt64(try reader.framingByte(needed: 17, found: found)) }
            for _ in 0..<8 { low = low << 8 | UInt64(try reader.framingByte(needed: 17, found: found)) }
            schema = .guid(SchemaGUID(high: high, low: low))
        case let other: throw .magicByte(other)
        }
        messageIndexes = hasMessageIndexes ? try Self.readIndexes(from: &reader) : []
    }

    public func write(into writer: inout ByteWriter) {
        switch schema {
        case .id(let id):
            writer.append(0)
            for shift in [24, 16, 8, 0] { writer.append(UInt8(truncatingIfNeeded: id >> UInt32(shift))) }
        case .guid(let guid):
            writer.append(1)
            for half in [guid.high, guid.low] {
                for shift in stride(from: 56, through: 0, by: -8) { writer.append(UInt8(truncatingIfNeeded: half >> UInt64(shift))) }
            }
        }
        guard !messageIndexes.isEmpty else { return }
        if messageIndexes == [0] { return writer.append(0) }
        Self.write(messageIndexes.count, into: &writer)
        for index in messageIndexes { Self.write(index, into: &writer) }
    }

    // MARK: Message indexes

    private static func readIndexes(from reader: inout ByteReader) throws(FramingError) -> [Int] {
        let count = try readNumber(from: &reader)
        // Each takes a byte at least.
        guard count >= 0, count <= reader.remaining else { throw .messageIndexes("says that it has \(count) of them") }
        if count == 0 { return [0] }
        var indexes: [Int] = []
        for _ in 0..<count {
            let index = try readNumber(from: &reader)
            guard index >= 0 else { throw .messageIndexes("has the index \(index)") }
            indexes.append(index)
        }
        return indexes
    }

    /// A zigzag varint of at most five bytes.
    private static func readNumber(from reader: inout ByteReader) throws(FramingError) -> Int {
        var bits: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 35, by: 7) {
            guard let byte = try? reader.readByte() else { throw .messageIndexes("ends within a number") }
            bits |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return Int(bits >> 1) ^ -Int(bits & 1) }
        }
        throw .messageIndexes("has a number of more than five bytes")
    }

    private static func write(_ number: Int, into writer: inout ByteWriter) {
        var bits = UInt64(bitPattern: Int64(number << 1 ^ number >> 63))
        while bits >= 0x80 {
            writer.append(UInt8(truncatingIfNeeded: bits) | 0x80)
            bits >>= 7
        }
        writer.append(UInt8(bits))
    }
}

extension ByteReader {
    /// - Parameter found: how many bytes there were before the framing began; nil for those that are left.
    @_lifetime(self: copy self)
    mutating func framingByte(needed: Int, found: Int? = nil) throws(FramingError) -> UInt8 {
        let there = found ?? remaining
        guard let byte = try? readByte() else { throw .tooShort(needed: needed, found: there) }
        return byte
    }
}
