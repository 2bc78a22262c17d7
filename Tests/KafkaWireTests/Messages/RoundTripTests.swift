import KafkaWire
import Testing

@Suite struct RoundTripTests {
    @Test(arguments: MessageKind.all)
    func `what is written in any version is read back equal`(kind: MessageKind) throws {
        func check<Message: RandomMessage>(_: Message.Type) throws {
            var values = RandomValues(seed: kind.seed + 1)
            for version in Message.versions {
                for _ in 0..<30 {
                    let message = Message.random(version: version, from: &values)
                    let bytes = try encode(message, version: version)
                    let again = try decode(Message.self, bytes, version: version)
                    #expect(again == message, "\(Message.self) version \(version)")
                }
            }
        }
        try check(kind.type)
    }

    @Test(arguments: MessageKind.all)
    func `a version outside of the described ones is refused`(kind: MessageKind) throws {
        func check<Message: RandomMessage>(_: Message.Type) throws {
            var values = RandomValues(seed: 7)
            for version in [Message.versions.lowerBound - 1, Message.versions.upperBound + 1] {
                let message = Message.random(version: Message.versions.upperBound, from: &values)
                let refusal = WireError.unsupportedVersion(apiKey: Message.apiKey, version: version)
                #expect(throws: refusal) { try encode(message, version: version) }
                #expect(throws: refusal) { try decode(Message.self, .init(), version: version) }
            }
        }
        try check(kind.type)
    }

    @Test(arguments: MessageKind.all)
    func `a message cut short anywhere is refused`(kind: MessageKind) throws {
        func check<Message: RandomMessage>(_: Message.Type) throws {
            var values = RandomValues(seed: 11)
            for version in Message.versions {
                let bytes = try encode(Message.random(version: version, from: &values), version: version)
                for length in 0..<min(bytes.readableBytes, 300) {
                    let part = try #require(bytes.getSlice(at: bytes.readerIndex, length: length))
                    #expect(throws: WireError.self) { try decode(Message.self, part, version: version) }
                }
            }
        }
        try check(kind.type)
    }

    @Test func `bytes after the message's end are refused`() throws {
        var bytes = try encode(MetadataRequest(topics: nil), version: 9)
        bytes.writeInteger(UInt8(0))
        #expect(throws: WireError.trailingBytes(offset: 5, count: 1)) {
            try decode(MetadataRequest.self, bytes, version: 9)
        }
    }
}
