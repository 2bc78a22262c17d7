import NIOCore

/// Writes the values of Kafka's wire format, in order, to the end of a buffer.
package struct WireWriter: Sendable {
    package var buffer: ByteBuffer

    package init(_ buffer: ByteBuffer = ByteBuffer()) {
        self.buffer = buffer
    }

    package init(capacity: Int) {
        self.buffer = ByteBufferAllocator().buffer(capacity: capacity)
    }
}

// MARK: Numbers

extension WireWriter {
    package mutating func writeBool(_ value: Bool) { buffer.writeInteger(value ? 1 : 0, as: UInt8.self) }
    package mutating func writeInt8(_ value: Int8) { buffer.writeInteger(value) }
    package mutating func writeInt16(_ value: Int16) { buffer.writeInteger(value) }
    package mutating func writeUInt16(_ value: UInt16) { buffer.writeInteger(value) }
    package mutating func writeInt32(_ value: Int32) { buffer.writeInteger(value) }
    package mutating func writeUInt32(_ value: UInt32) { buffer.writeInteger(value) }
    package mutating func writeInt64(_ value: Int64) { buffer.writeInteger(value) }
    package mutating func writeFloat64(_ value: Double) { buffer.writeInteger(value.bitPattern) }
    package mutating func writeErrorCode(_ value: ErrorCode) { buffer.writeInteger(value.rawValue) }
    package mutating func writeUUID(_ value: KafkaUUID) {
        buffer.writeMultipleIntegers(value.high, value.low)
    }
}

// MARK: Variable-length integers

extension WireWriter {
    /// Seven bits a byte, lowest first.
    package mutating func writeUnsignedVarint(_ value: UInt32) {
        writeUnsignedVarlong(UInt64(value))
    }

    package mutating func writeUnsignedVarlong(_ value: UInt64) {
        guard value >= 0x80 else {
            buffer.writeInteger(UInt8(truncatingIfNeeded: value))
            return
        }
        buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: 10) { bytes in
            var rest = value
            var count = 0
            while rest >= 0x80 {
                bytes[count] = UInt8(truncatingIfNeeded: rest) | 0x80
                rest >>= 7
                count += 1
            }
            bytes[count] = UInt8(truncatingIfNeeded: rest)
            return count + 1
        }
    }

    /// Zigzag: 0, -1, 1, -2 … become 0, 1, 2, 3 …
    package mutating func writeVarint(_ value: Int32) {
        writeUnsignedVarint(UInt32(bitPattern: value << 1 ^ value >> 31))
    }

    package mutating func writeVarlong(_ value: Int64) {
        writeUnsignedVarlong(UInt64(bitPattern: value << 1 ^ value >> 63))
    }
}
