import HeddleRuntime
import Testing

/// Protobuf's wire by hand: the limits of varints, tags, lengths and depth.
@Suite struct ProtobufWireTests {
    private func error<Value>(_ read: () throws(CodecError) -> Value) -> CodecError? {
        do throws(CodecError) {
            _ = try read()
            return nil
        } catch { return error }
    }

    private func varint(_ bytes: [UInt8]) throws(CodecError) -> UInt64 {
        var reader = ByteReader(bytes.span.bytes)
        let value = try reader.readVarint()
        try reader.expectEnd()
        return value
    }

    @Test(arguments: [0, 1, 127, 128, 16_383, 16_384, UInt64(UInt32.max), UInt64(Int64.max), UInt64.max])
    func `a varint is read as it was written`(_ value: UInt64) throws {
        var writer = ByteWriter()
        writer.writeVarint(value)
        #expect(writer.count == max(1, (64 - value.leadingZeroBitCount + 6) / 7))
        #expect(try varint(writer.copyBytes()) == value)
    }

    @Test func `a varint takes at most ten bytes`() throws {
        #expect(try varint([0x81] + Array(repeating: 0x80, count: 8) + [0]) == 1)
        #expect(error { () throws(CodecError) in try varint(Array(repeating: 0x80, count: 10) + [0]) }?.reason == .malformed(expected: "a varint of at most 10 bytes"))
        #expect(error { () throws(CodecError) in try varint([0x80, 0x80]) }?.reason == .endOfInput)
        #expect(error { () throws(CodecError) in try varint([]) }?.reason == .endOfInput)
    }

    @Test(arguments: [[0x00], [0x07], [0x80, 0x80, 0x80, 0x80, 0x10], [0x0E], [0x0F], [0x0C], [0x0B], [0x0B, 0x14], [0x0A, 0x05, 0x01]] as [[UInt8]])
    func `what is no field is refused`(_ bytes: [UInt8]) {
        #expect(error { () throws(CodecError) in try ProtobufEmpty(decoding: bytes) } != nil)
    }

    @Test func `unknown fields are kept as they came, and found by their numbers`() throws {
        let bytes: [UInt8] = [0x08, 0x96, 0x01, 0x12, 0x02, 0x61, 0x62, 0x1B, 0x08, 0x01, 0x1C, 0x25, 1, 2, 3, 4, 0x12, 0x00]
        let value = try ProtobufEmpty(decoding: bytes)
        #expect(try value.encoded() == bytes)
        #expect(value.unknownFields.bytes == bytes)
        #expect(value.unknownFields.values(of: 1) == [[0x96, 0x01]])
        #expect(value.unknownFields.values(of: 2) == [[0x61, 0x62], []])
        #expect(value.unknownFields.values(of: 4) == [[1, 2, 3, 4]])
        #expect(value.unknownFields.values(of: 5) == [])
    }

    @Test func `groups that nobody knows are nested a hundred deep at the most`() {
        func groups(_ count: Int) -> [UInt8] { Array(repeating: 0x0B, count: count) + Array(repeating: 0x0C, count: count) }
        #expect(error { () throws(CodecError) in try ProtobufEmpty(decoding: groups(100)) } == nil)
        #expect(error { () throws(CodecError) in try ProtobufEmpty(decoding: groups(101)) } != nil)
        #expect(error { () throws(CodecError) in try ProtobufEmpty(decoding: Array(repeating: 0x0B, count: 1_000_000)) } != nil)
    }

    @Test func `messages are nested a hundred deep at the most`() throws {
        // A Value holds a ListValue, which holds a Value: two levels each.
        func nested(_ count: Int) throws -> [UInt8] {
            var value = ProtobufValue(.null)
            for _ in 0..<count { value = ProtobufValue(.list(ProtobufListValue(values: [value]))) }
            return try value.encoded()
        }
        let bytes = try nested(50)
        #expect(try ProtobufValue(decoding: bytes).encoded() == bytes)
        let deeper = try nested(51)
        #expect(error { () throws(CodecError) in try ProtobufValue(decoding: deeper) }?.reason == .tooLarge("messages are nested more than 100 deep"))
    }

    @Test func `a length beyond the input is refused before anything is allocated for it`() {
        let long: [UInt8] = [0x0A, 0xFF, 0xFF, 0xFF, 0xFF, 0x07]
        #expect(error { () throws(CodecError) in try ProtobufFieldMask(decoding: long) }?.reason == .tooLarge("the length goes beyond the input"))
        let endless: [UInt8] = [0x0A, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01]
        #expect(error { () throws(CodecError) in try ProtobufFieldMask(decoding: endless) }?.reason == .tooLarge("the length goes beyond the input"))
    }

    @Test func `texts that are not utf-8 are refused, wherever in the input they end`() throws {
        for count in 0..<40 {
            for bad in 0..<count {
                for tail in [0, 12] {
                    var text = [UInt8](repeating: 0x61, count: count)
                    text[bad] = 0xFF
                    // A field behind it, so that eight bytes can be looked at together.
                    let rest = tail == 0 ? [] : [0x7A, UInt8(tail)] + [UInt8](repeating: 0xFF, count: tail)
                    let bytes = [0x0A, UInt8(count)] + text + rest
                    #expect(error { () throws(CodecError) in try ProtobufStringValue(decoding: bytes) }?.reason == .invalidText)
                    text[bad] = 0x62
                    let good = [0x0A, UInt8(count)] + text + rest
                    #expect(try ProtobufStringValue(decoding: good).encoded() == good)
                }
            }
        }
    }

    @Test(arguments: [0, 1, 3, 4, 7, 8, 16, 17, 127, 128, 16_383, 16_384, 2_097_152])
    func `parts of any length are written with it`(_ count: Int) throws {
        let text = String(repeating: "x", count: count)
        let value = ProtobufValue(.list(ProtobufListValue(values: [ProtobufValue(.text(text))])))
        #expect(try ProtobufValue(decoding: value.encoded()) == value)
    }
}
