import NIOCore

/// Reads the values of Kafka's wire format, in order, from one message.
///
/// Every length is held against what is left of the message before anything is allocated for it, so that a
/// short hostile message cannot claim much memory. Byte fields are slices of the message: they share its
/// storage and keep it alive.
package struct WireReader: Sendable {
    var buffer: ByteBuffer
    private let start: Int
    /// How many array elements may still be read.
    var elementsLeft: Int

    /// - Parameter maxElements: how many array elements the whole message may hold. An element may take two
    ///   bytes on the wire and a hundred in memory, so a limit on the message's bytes alone would not do.
    package init(_ buffer: ByteBuffer, maxElements: Int = 10_000_000) {
        self.buffer = buffer
        self.start = buffer.readerIndex
        self.elementsLeft = maxElements
    }

    /// Bytes read so far.
    package var offset: Int { buffer.readerIndex - start }

    /// Bytes not read yet.
    package var remaining: Int { buffer.readableBytes }

    /// What has not been read yet, as a slice.
    package var rest: ByteBuffer { buffer.slice() }

    /// Refuses a message that is longer than what was read of it.
    package func expectEnd() throws(WireError) {
        guard remaining == 0 else { throw .trailingBytes(offset: offset, count: remaining) }
    }

    package mutating func skip(_ count: Int) throws(WireError) {
        guard count >= 0, count <= remaining else { throw truncated(needed: count) }
        buffer.moveReaderIndex(forwardBy: count)
    }

    func truncated(needed: Int) -> WireError {
        .truncated(offset: offset, needed: needed, available: remaining)
    }
}

// MARK: Numbers

extension WireReader {
    mutating func readInteger<T: FixedWidthInteger>(_ type: T.Type) throws(WireError) -> T {
        guard let value = buffer.readInteger(as: T.self) else { throw truncated(needed: T.bitWidth / 8) }
        return value
    }

    /// One byte: anything but 0 is true.
    package mutating func readBool() throws(WireError) -> Bool { try readInteger(UInt8.self) != 0 }
    package mutating func readInt8() throws(WireError) -> Int8 { try readInteger(Int8.self) }
    package mutating func readInt16() throws(WireError) -> Int16 { try readInteger(Int16.self) }
    package mutating func readUInt16() throws(WireError) -> UInt16 { try readInteger(UInt16.self) }
    package mutating func readInt32() throws(WireError) -> Int32 { try readInteger(Int32.self) }
    package mutating func readUInt32() throws(WireError) -> UInt32 { try readInteger(UInt32.self) }
    package mutating func readInt64() throws(WireError) -> Int64 { try readInteger(Int64.self) }
    package mutating func readFloat64() throws(WireError) -> Double {
        Double(bitPattern: try readInteger(UInt64.self))
    }
    package mutating func readErrorCode() throws(WireError) -> ErrorCode {
        ErrorCode(rawValue: try readInteger(Int16.self))
    }
    package mutating func readUUID() throws(WireError) -> KafkaUUID {
        let high = try readInteger(UInt64.self)
        return KafkaUUID(high: high, low: try readInteger(UInt64.self))
    }
}

// MARK: Variable-length integers

extension WireReader {
    /// Seven bits a byte, lowest first: at most five bytes.
    package mutating func readUnsignedVarint() throws(WireError) -> UInt32 {
        let at = offset
        var value: UInt32 = 0
        var shift: UInt32 = 0
        while true {
            let byte = try readInteger(UInt8.self)
            // The fifth byte has room for the four highest bits only.
            guard shift < 28 || byte < 0x10 else { throw .varintTooLong(offset: at) }
            value |= UInt32(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
    }

    /// As `readUnsignedVarint`, up to ten bytes.
    package mutating func readUnsignedVarlong() throws(WireError) -> UInt64 {
        let at = offset
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let byte = try readInteger(UInt8.self)
            guard shift < 63 || byte < 0x02 else { throw .varintTooLong(offset: at) }
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
    }

    /// Zigzag: 0, -1, 1, -2 … are 0, 1, 2, 3 …
    package mutating func readVarint() throws(WireError) -> Int32 {
        let value = try readUnsignedVarint()
        return Int32(bitPattern: value >> 1) ^ -Int32(bitPattern: value & 1)
    }

    package mutating func readVarlong() throws(WireError) -> Int64 {
        let value = try readUnsignedVarlong()
        return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
    }
}
