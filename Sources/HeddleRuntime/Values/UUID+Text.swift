#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

// Foundation's own conversions take some three hundred nanoseconds each; a table takes ten.

extension ByteWriter {
    /// As 36 characters, in small letters (RFC 9562, section 4), without a length.
    public mutating func writeText(_ value: UUID) {
        reserve(36)
        withUnsafeBytes(of: value.uuid) { source in
            var place = base + written
            for index in 0..<16 {
                if index == 4 || index == 6 || index == 8 || index == 10 {
                    place.storeBytes(of: 0x2D, as: UInt8.self)
                    place += 1
                }
                place.storeBytes(of: hexadecimalPair(source[index]), as: UInt16.self)
                place += 2
            }
        }
        written &+= 36
    }

    /// Avro's `uuid` on a string.
    public mutating func writeAvroUUIDText(_ value: UUID) {
        append(72)
        writeText(value)
    }

    /// Avro's `uuid` on 16 bytes.
    public mutating func writeAvroUUIDBytes(_ value: UUID) {
        reserve(16)
        base.storeBytes(of: value.uuid, toByteOffset: written, as: uuid_t.self)
        written &+= 16
    }
}

extension ByteReader {
    /// 36 characters, in letters of either size.
    @_lifetime(self: copy self)
    public mutating func readUUIDText() throws(CodecError) -> UUID {
        guard remaining >= 36 else { throw endOfInput() }
        guard let uuid = Self.uuid(at: next) else { throw malformed("a UUID", since: offset) }
        next += 36
        return uuid
    }

    /// Avro's `uuid` on a string.
    @_lifetime(self: copy self)
    public mutating func readAvroUUIDText() throws(CodecError) -> UUID {
        let start = offset
        guard try readAvroLength() == 36 else { throw malformed("a UUID of 36 characters", since: start) }
        return try readUUIDText()
    }

    /// Avro's `uuid` on 16 bytes.
    @_lifetime(self: copy self)
    public mutating func readAvroUUIDBytes() throws(CodecError) -> UUID {
        guard remaining >= 16 else { throw endOfInput() }
        defer { next += 16 }
        return UUID(uuid: next.loadUnaligned(as: uuid_t.self))
    }

    private static func uuid(at text: UnsafeRawPointer) -> UUID? {
        var bytes: (UInt64, UInt64) = (0, 0)
        var place = text
        var bad: UInt8 = 0
        withUnsafeMutableBytes(of: &bytes) { target in
            for index in 0..<16 {
                if index == 4 || index == 6 || index == 8 || index == 10 {
                    bad |= place.load(as: UInt8.self) ^ 0x2D
                    place += 1
                }
                let (high, low) = (hexadecimalValue(place.load(as: UInt8.self)), hexadecimalValue(place.load(fromByteOffset: 1, as: UInt8.self)))
                // What is no digit has the value 0xFF.
                bad |= (high | low) & 0xF0
                target[index] = high &<< 4 | low & 0x0F
                place += 2
            }
        }
        return bad == 0 ? UUID(uuid: unsafeBitCast(bytes, to: uuid_t.self)) : nil
    }
}

/// Two small hexadecimal digits, the first one in the lower byte.
@inline(__always)
private func hexadecimalPair(_ byte: UInt8) -> UInt16 {
    UInt16(hexadecimalDigit(byte &>> 4)) | UInt16(hexadecimalDigit(byte & 15)) &<< 8
}

@inline(__always)
private func hexadecimalDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 &+ value : 0x57 &+ value }

@inline(__always)
private func hexadecimalValue(_ digit: UInt8) -> UInt8 {
    let number = digit &- 0x30
    if number < 10 { return number }
    let letter = (digit | 0x20) &- 0x61
    return letter < 6 ? letter &+ 10 : 0xFF
}
