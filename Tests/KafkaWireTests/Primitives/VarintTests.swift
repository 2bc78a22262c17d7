import Determinism
import KafkaWire
import NIOCore
import Testing

@Suite struct VarintTests {
    @Test(arguments: [
        (0, "00"), (1, "01"), (127, "7f"), (128, "8001"), (300, "ac02"), (16383, "ff7f"), (16384, "808001"),
        (UInt32.max, "ffffffff0f"),
    ] as [(UInt32, String)])
    func `unsigned integers take seven bits a byte`(value: UInt32, hex: String) throws {
        var writer = WireWriter()
        writer.writeUnsignedVarint(value)
        #expect(writer.buffer.hex == hex)
        var reader = WireReader(ByteBuffer(hex: hex))
        #expect(try reader.readUnsignedVarint() == value)
    }

    @Test(arguments: [
        (0, "00"), (-1, "01"), (1, "02"), (-2, "03"), (63, "7e"), (-64, "7f"), (64, "8001"),
        (Int32.max, "feffffff0f"), (Int32.min, "ffffffff0f"),
    ] as [(Int32, String)])
    func `signed integers zigzag`(value: Int32, hex: String) throws {
        var writer = WireWriter()
        writer.writeVarint(value)
        #expect(writer.buffer.hex == hex)
        var reader = WireReader(ByteBuffer(hex: hex))
        #expect(try reader.readVarint() == value)
    }

    @Test func `64-bit integers come back, whatever their length`() throws {
        var generator = SeededGenerator(seed: 1)
        for bits in 0..<64 {
            for value in [Int64(bitPattern: 1 << UInt64(bits)), -(1 << Int64(bits) &- 1), .random(in: .min ... .max, using: &generator)] {
                var writer = WireWriter()
                writer.writeVarlong(value)
                writer.writeUnsignedVarlong(UInt64(bitPattern: value))
                var reader = WireReader(writer.buffer)
                #expect(try reader.readVarlong() == value)
                #expect(try reader.readUnsignedVarlong() == UInt64(bitPattern: value))
            }
        }
    }

    @Test func `an integer with too many bytes or bits is refused`() {
        for hex in ["8080808080", "ffffffffff01", "8080808010"] {
            var reader = WireReader(ByteBuffer(hex: hex))
            #expect(throws: WireError.varintTooLong(offset: 0), "\(hex)") { try reader.readUnsignedVarint() }
        }
        for hex in ["ffffffffffffffffff02", "80808080808080808080"] {
            var reader = WireReader(ByteBuffer(hex: hex))
            #expect(throws: WireError.varintTooLong(offset: 0), "\(hex)") { try reader.readUnsignedVarlong() }
        }
        var cut = WireReader(ByteBuffer(hex: "80"))
        #expect(throws: WireError.truncated(offset: 1, needed: 1, available: 0)) { try cut.readUnsignedVarint() }
    }
}
