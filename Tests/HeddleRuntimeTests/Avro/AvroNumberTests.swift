import Determinism
import HeddleRuntime
import Testing

/// Avro 1.12, "Primitive Types": what its own examples say, and where numbers end.
@Suite struct AvroNumberTests {
    private func long(_ bytes: [UInt8]) -> Result<Int64, CodecError> {
        outcome(bytes) { (reader) throws(CodecError) in try reader.readAvroLong() }
    }

    private func int(_ bytes: [UInt8]) -> Result<Int32, CodecError> {
        outcome(bytes) { (reader) throws(CodecError) in try reader.readAvroInt() }
    }

    @Test(arguments: [
        (0, [0]), (-1, [1]), (1, [2]), (-2, [3]), (2, [4]), (63, [0x7E]), (-64, [0x7F]), (64, [0x80, 0x01]), (-65, [0x81, 0x01]),
        (8_191, [0xFE, 0x7F]), (8_192, [0x80, 0x80, 0x01]), (Int64.max, [0xFE] + [UInt8](repeating: 0xFF, count: 8) + [1]),
        (Int64.min, [UInt8](repeating: 0xFF, count: 9) + [1]),
    ] as [(Int64, [UInt8])])
    func `longs are zigzag varints`(_ value: Int64, _ bytes: [UInt8]) throws {
        #expect(try written { $0.writeAvroLong(value) } == bytes)
        #expect(long(bytes).value == value)
        // With bytes behind it, eight are loaded at once.
        var reader = ByteReader((bytes + [UInt8](repeating: 0xFF, count: 12)).span.bytes)
        #expect(try reader.readAvroLong() == value)
        #expect(reader.offset == bytes.count)
    }

    @Test func `longs of every length are read back, near the end of the input and far from it`() throws {
        var generator = SeededGenerator(seed: 8)
        for shift in 0..<64 {
            for _ in 0..<50 {
                let value = Int64.random(in: .min ... .max, using: &generator) >> Int64(shift)
                let bytes = try written { $0.writeAvroLong(value) }
                #expect(long(bytes).value == value)
                for behind in 1...9 {
                    var reader = ByteReader((bytes + [UInt8](repeating: 0x80, count: behind)).span.bytes)
                    #expect(try reader.readAvroLong() == value)
                    #expect(reader.remaining == behind)
                    var skipper = ByteReader((bytes + [UInt8](repeating: 0x80, count: behind)).span.bytes)
                    try skipper.skipAvroLong()
                    #expect(skipper.remaining == behind)
                }
                for length in 0..<bytes.count { #expect(long(Array(bytes[..<length])).refusal?.hasSuffix("the input ends here") == true) }
            }
        }
    }

    @Test func `a long has at most ten bytes and 64 bits`() {
        let nine = [UInt8](repeating: 0xFF, count: 9)
        #expect(long(nine + [0x01]).value == .min)
        #expect(long(nine + [0x02]).refusal == "at byte 0: expected a long, which takes at most 10 bytes and 64 bits")
        #expect(long(nine + [0x81, 0]).refusal?.contains("at most 10 bytes") == true)
        #expect(long([UInt8](repeating: 0x80, count: 32)).refusal?.contains("at most 10 bytes") == true)
        // More bytes than it takes, but no more than a long has.
        #expect(long([0x80, 0]).value == 0)
    }

    @Test func `an int has at most five bytes and 32 bits`() throws {
        for value in [Int32.min, .max, 0, -1] { #expect(int(try written { $0.writeAvroInt(value) }).value == value) }
        #expect(int([0xFF, 0xFF, 0xFF, 0xFF, 0x0F]).value == .min)
        #expect(int([0x80, 0x80, 0x80, 0x80, 0x10]).refusal == "at byte 0: expected an int, which takes at most 5 bytes and 32 bits")
        #expect(int([0x80, 0x80, 0x80, 0x80, 0x80, 0]).refusal?.contains("at most 5 bytes") == true)
    }

    @Test func `a boolean is 0 or 1`() {
        let read = { (bytes: [UInt8]) in outcome(bytes) { (reader) throws(CodecError) in try reader.readAvroBoolean() } }
        #expect(read([0]).value == false)
        #expect(read([1]).value == true)
        #expect(read([2]).refusal == "at byte 0: expected a boolean, which is 0 or 1")
        #expect(read([]).refusal == "at byte 0: the input ends here")
    }

    @Test func `floats and doubles are little-endian, every bit of them`() throws {
        #expect(try written { $0.writeAvroFloat(-1.5) } == [0, 0, 0xC0, 0xBF])
        #expect(try written { $0.writeAvroDouble(3) } == [0, 0, 0, 0, 0, 0, 0x08, 0x40])
        let strange = Double(bitPattern: 0x7FF0_0000_0000_0001)
        let bytes = try written { $0.writeAvroDouble(strange) }
        #expect(outcome(bytes) { (reader) throws(CodecError) in try reader.readAvroDouble() }.value?.bitPattern == strange.bitPattern)
        #expect(outcome([0, 0, 0]) { (reader) throws(CodecError) in try reader.readAvroFloat() }.refusal?.contains("ends here") == true)
    }

    @Test func `strings have their length before them, and are UTF-8`() throws {
        let read = { (bytes: [UInt8]) in outcome(bytes) { (reader) throws(CodecError) in try reader.readAvroString() } }
        #expect(try written { $0.writeAvroString("foo") } == [6, 0x66, 0x6F, 0x6F])
        for count in [0, 1, 15, 16, 63, 64, 65, 8_191, 8_192, 70_000] {
            let text = String(repeating: "é", count: count / 2) + String(repeating: "x", count: count % 2)
            #expect(read(try written { $0.writeAvroString(text) }).value == text)
        }
        #expect(read([4, 0x66]).refusal == "at byte 2: the input ends here")
        #expect(read([1]).refusal?.contains("a length, which is not negative") == true)
        #expect(read([4, 0xC3, 0x28]).refusal == "at byte 1: the text is not UTF-8")
        #expect(read([0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1]).refusal?.contains("the input ends here") == true)
    }

    @Test func `fixed values have their size, and indexes their bounds`() throws {
        #expect(throws: CodecError(.outOfRange("3 bytes are needed, and there are 2"))) {
            try written { (writer) throws(CodecError) in try writer.writeAvroFixed([1, 2], size: 3) }
        }
        #expect(outcome([1, 2]) { (reader) throws(CodecError) in try reader.readAvroFixed(size: 3) }.refusal == "at byte 0: the input ends here")
        let index = { (bytes: [UInt8]) in outcome(bytes) { (reader) throws(CodecError) in try reader.readAvroIndex(below: 3) } }
        #expect(index([4]).value == 2)
        #expect(index([6]).refusal == "at byte 0: expected an index from 0 to 2")
        #expect(index([1]).refusal == "at byte 0: expected an index from 0 to 2")
    }
}
