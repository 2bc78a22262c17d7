import KafkaWire
import NIOCore
import Testing

/// A claim costs the claimant bytes before it costs us memory.
@Suite struct HostileLengthTests {
    @Test func `an array with more elements than bytes is refused`() {
        #expect(throws: WireError.lengthTooLarge(offset: 0, length: 0x7FFF_FFFF, limit: 2)) {
            try decode(DeleteGroupsRequest.self, ByteBuffer(hex: "7fffffff 0000"), version: 0)
        }
        #expect(throws: WireError.lengthTooLarge(offset: 0, length: 0xFFFF_FFFE, limit: 1)) {
            try decode(DeleteGroupsRequest.self, ByteBuffer(hex: "ffffffff0f 00"), version: 2)
        }
    }

    @Test func `an array has at most as many elements as the reader allows`() throws {
        // A thousand empty names, each of one byte.
        var bytes = ByteBuffer(hex: "e907")
        bytes.writeRepeatingByte(1, count: 1000)
        bytes.writeInteger(UInt8(0))
        var generous = WireReader(bytes, maxElements: 1000)
        #expect(try DeleteGroupsRequest(from: &generous, version: 2).groupsNames.count == 1000)
        var strict = WireReader(bytes, maxElements: 999)
        #expect(throws: WireError.lengthTooLarge(offset: 0, length: 1000, limit: 999)) {
            try DeleteGroupsRequest(from: &strict, version: 2)
        }
    }

    @Test func `the allowance is for all arrays together`() throws {
        let topic = ProduceRequest.TopicProduceData(
            name: "t", partitionData: [.init(index: 0, records: nil), .init(index: 1, records: nil)])
        let bytes = try encode(ProduceRequest(acks: 1, timeoutMs: 1, topicData: [topic, topic]), version: 9)
        var enough = WireReader(bytes, maxElements: 6)
        #expect(throws: Never.self) { try ProduceRequest(from: &enough, version: 9) }
        var tooFew = WireReader(bytes, maxElements: 5)
        #expect(throws: WireError.self) { try ProduceRequest(from: &tooFew, version: 9) }
    }

    @Test func `a length below null is refused`() {
        var string = WireReader(ByteBuffer(hex: "fffe"))
        #expect(throws: WireError.negativeLength(offset: 0, length: -2)) { try string.readNullableString(flexible: false) }
        var bytes = WireReader(ByteBuffer(hex: "80000000"))
        #expect(throws: WireError.negativeLength(offset: 0, length: Int(Int32.min))) {
            try bytes.readNullableBytes(flexible: false)
        }
    }

    @Test func `a string beyond the message or the format is refused`() {
        var short = WireReader(ByteBuffer(hex: "0003 6162"))
        #expect(throws: WireError.truncated(offset: 2, needed: 3, available: 2)) { try short.readString(flexible: false) }
        var long = WireReader(ByteBuffer(hex: "818002"))
        #expect(throws: WireError.lengthTooLarge(offset: 0, length: 32768, limit: 32767)) {
            try long.readString(flexible: true)
        }
    }

    @Test func `a string that is not UTF-8 is refused`() {
        for hex in ["c3", "ff", "c080", "eda080", "f8808080"] {
            var content = ByteBuffer(hex: hex)
            var bytes = ByteBuffer()
            bytes.writeInteger(Int16(content.readableBytes))
            bytes.writeBuffer(&content)
            var reader = WireReader(bytes)
            #expect(throws: WireError.invalidUTF8(offset: 0), "\(hex)") { try reader.readString(flexible: false) }
        }
    }

    @Test func `more tagged fields than bytes are refused`() {
        var reader = WireReader(ByteBuffer(hex: "ffffff7f 0000"))
        #expect(throws: WireError.lengthTooLarge(offset: 0, length: 0xFFF_FFFF, limit: 1)) {
            try reader.skipTaggedFields()
        }
    }

    @Test func `a text too long for the format is refused on writing`() {
        var writer = WireWriter()
        let text = String(repeating: "x", count: 32768)
        #expect(throws: WireError.tooLongToWrite(length: 32768, limit: 32767)) {
            try writer.writeString(text, flexible: true)
        }
    }
}
