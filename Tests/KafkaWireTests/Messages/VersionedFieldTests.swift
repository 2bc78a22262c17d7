import KafkaWire
import NIOCore
import Testing

@Suite struct VersionedFieldTests {
    @Test func `a field that the version lacks has its default after reading`() throws {
        let bytes = try encode(MetadataRequest(topics: []), version: 0)
        let request = try decode(MetadataRequest.self, bytes, version: 0)
        #expect(request.allowAutoTopicCreation)
        #expect(request.topics == [])
    }

    @Test func `a value that the version has no room for is refused unless it is ignorable`() throws {
        let request = MetadataRequest(topics: [], allowAutoTopicCreation: false)
        #expect(throws: WireError.fieldNotInVersion(field: "MetadataRequest.allowAutoTopicCreation", version: 3)) {
            try encode(request, version: 3)
        }
        let ignorable = MetadataResponse(throttleTimeMs: 5)
        #expect(try decode(MetadataResponse.self, encode(ignorable, version: 2), version: 2).throttleTimeMs == 0)
    }

    @Test func `null is refused in a version that requires a value`() {
        #expect(throws: WireError.nullNotInVersion(field: "MetadataRequest.topics", version: 0)) {
            try encode(MetadataRequest(topics: nil), version: 0)
        }
        // Version 1 takes null, version 0 reads the same bytes as a negative length.
        #expect(throws: WireError.unexpectedNull(offset: 0)) {
            try decode(MetadataRequest.self, ByteBuffer(hex: "ffffffff"), version: 0)
        }
        #expect(throws: Never.self) {
            try decode(MetadataRequest.self, ByteBuffer(hex: "ffffffff"), version: 1)
        }
    }

    @Test func `a tagged field at its default is left out`() throws {
        let plain = try encode(FetchResponse(responses: []), version: 16)
        let withEndpoints = try encode(
            FetchResponse(responses: [], nodeEndpoints: [.init(nodeId: 1, host: "h", port: 2)]), version: 16)
        #expect(plain.hex.hasSuffix("0100"))
        // One tagged field, number 0, of 13 bytes: one element with its id, host, port, no rack, no tagged fields.
        #expect(withEndpoints == ByteBuffer(hex: "00000000 0000 00000000 01 01 00 0d 02 00000001 0268 00000002 00 00"))
    }

    @Test func `an unknown tagged field is skipped`() throws {
        // No topics, three flags; then two tagged fields that nobody knows, of 3 and 0 bytes.
        let request = try decode(MetadataRequest.self, ByteBuffer(hex: "00 01 00 00 02 05 03 aabbcc 7f 00"), version: 9)
        #expect(request == MetadataRequest(topics: nil))
    }

    @Test func `a tagged field that is not as long as it says is refused`() {
        // FetchResponse 16: throttle, error, session, no topics; one field, tag 0, of 9 bytes: the array takes one.
        let bytes = ByteBuffer(hex: "00000000 0000 00000000 01 01 00 09 01 0000000000000000")
        #expect(throws: WireError.taggedFieldSize(offset: 14, tag: 0, declared: 9, read: 1)) {
            try decode(FetchResponse.self, bytes, version: 16)
        }
    }

    @Test func `records are a slice of the message`() throws {
        let records = ByteBuffer(repeating: 0xAB, count: 1000)
        let request = ProduceRequest(
            acks: -1, timeoutMs: 100,
            topicData: [.init(name: "t", partitionData: [.init(index: 0, records: records)])])
        #expect(request.payloadBytes == 1000)
        let bytes = try encode(request, version: 9)
        let again = try decode(ProduceRequest.self, bytes, version: 9)
        let slice = try #require(again.topicData.first?.partitionData.first?.records)
        #expect(slice == records)
        #expect(slice.storageCapacity < bytes.capacity + 1000 && slice.readableBytes == 1000)
        bytes.withUnsafeReadableBytes { whole in
            slice.withUnsafeReadableBytes { part in
                let start = whole.baseAddress.map { UInt(bitPattern: $0) } ?? 0
                let at = part.baseAddress.map { UInt(bitPattern: $0) } ?? 0
                #expect((start..<start + UInt(whole.count)).contains(at), "the slice shares the message's storage")
            }
        }
    }
}
