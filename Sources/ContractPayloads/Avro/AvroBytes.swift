/// Reads Avro's binary encoding from a buffer that outlives it (Avro 1.12, "Binary Encoding").
struct AvroBytes {
    /// Reading cannot go on; the place is known to whoever reads.
    struct Failure: Error {
        var kind = PayloadError.Kind.malformed
        var reason: String
    }

    let bytes: UnsafeRawBufferPointer
    private(set) var offset = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var remaining: Int { bytes.count - offset }

    mutating func byte() throws(Failure) -> UInt8 {
        guard offset < bytes.count else { throw Self.truncated }
        defer { offset += 1 }
        return bytes[offset]
    }

    /// Zigzag, seven bits a byte, the lowest first.
    mutating func long() throws(Failure) -> Int64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let byte = try byte()
            if shift == 63, byte > 1 { throw Failure(reason: "has a number of more bits than its type") }
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return Int64(bitPattern: (value >> 1) ^ (0 &- (value & 1))) }
            shift += 7
        }
    }

    mutating func int() throws(Failure) -> Int32 {
        guard let value = Int32(exactly: try long()) else { throw Failure(reason: "has a number of more bits than its type") }
        return value
    }

    mutating func boolean() throws(Failure) -> Bool {
        let byte = try byte()
        guard byte < 2 else { throw Failure(reason: "is a boolean, and its byte is \(byte)") }
        return byte == 1
    }

    mutating func float() throws(Failure) -> Float { Float(bitPattern: try loaded(UInt32.self)) }
    mutating func double() throws(Failure) -> Double { Double(bitPattern: try loaded(UInt64.self)) }

    private mutating func loaded<Number: FixedWidthInteger>(_: Number.Type) throws(Failure) -> Number {
        let size = MemoryLayout<Number>.size
        guard remaining >= size else { throw Self.truncated }
        defer { offset += size }
        return Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Number.self))
    }

    mutating func take(_ count: Int) throws(Failure) -> [UInt8] {
        guard remaining >= count else { throw Self.truncated }
        defer { offset += count }
        return Array(bytes[offset..<offset + count])
    }

    mutating func skip(_ count: Int) throws(Failure) {
        guard remaining >= count else { throw Self.truncated }
        offset += count
    }

    /// Of bytes, a string or a key.
    mutating func length() throws(Failure) -> Int {
        let length = try long()
        guard length >= 0, length <= Int64(remaining) else {
            throw Failure(reason: "has the length \(length), which is not in the payload")
        }
        return Int(length)
    }

    /// Nil where the bytes are not UTF-8.
    mutating func text() throws(Failure) -> String? {
        let length = try length()
        defer { offset += length }
        return String(validating: UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length]), as: UTF8.self)
    }

    /// How many items a block has; nil for the last block, which has none. Where it says its size in bytes, that too.
    mutating func block() throws(Failure) -> (count: UInt64, size: Int?)? {
        let count = try long()
        if count >= 0 { return count == 0 ? nil : (UInt64(count), nil) }
        let size = try long()
        guard count > .min, size >= 0, size <= Int64(remaining) else {
            throw Failure(reason: "has the length \(count > .min ? size : count), which is not in the payload")
        }
        return (count.magnitude, Int(size))
    }

    private static let truncated = Failure(reason: "ends too early")
}
