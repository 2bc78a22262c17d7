import KafkaWire
import NIOCore
import Testing

@Suite struct HeaderTests {
    @Test func `a request header ends in tagged fields from the first flexible version on`() throws {
        var plain = WireWriter()
        try RequestHeader(apiKey: .metadata, apiVersion: 8, correlationId: 7, clientId: "me").write(to: &plain)
        #expect(plain.buffer.hex == "0003" + "0008" + "00000007" + "00026d65")
        var flexible = WireWriter()
        try RequestHeader(apiKey: .metadata, apiVersion: 9, correlationId: 7, clientId: nil).write(to: &flexible)
        #expect(flexible.buffer.hex == "0003" + "0009" + "00000007" + "ffff" + "00")
    }

    @Test func `a request reads back with its header`() throws {
        for version in MetadataRequest.versions {
            let request = MetadataRequest(topics: [.init(name: "t")])
            var frame = try encodeRequest(correlationId: 42, clientId: "c", message: request, version: version)
            #expect(frame.readInteger(as: Int32.self).map { Int($0) } == frame.readableBytes)
            var reader = WireReader(frame)
            let header = try RequestHeader(from: &reader)
            #expect(header == RequestHeader(apiKey: .metadata, apiVersion: version, correlationId: 42, clientId: "c"))
            #expect(header.isSupported)
            #expect(try decodeMessage(MetadataRequest.self, from: &reader, version: version) == request)
        }
    }

    @Test func `a response reads back with its header`() throws {
        for version in FetchResponse.versions {
            let response = FetchResponse(throttleTimeMs: 3, responses: [])
            var frame = try encodeResponse(correlationId: 9, message: response, version: version)
            #expect(frame.readInteger(as: Int32.self).map { Int($0) } == frame.readableBytes)
            let (correlationId, message) = try decodeResponse(FetchResponse.self, from: frame, version: version)
            #expect(correlationId == 9)
            #expect(message == response)
        }
    }

    @Test func `an ApiVersions response has no tagged fields in its header`() throws {
        let frame = try encodeResponse(correlationId: 1, message: ApiVersionsResponse(errorCode: .unsupportedVersion), version: 3)
        // Length, correlation id, and the error follows at once.
        #expect(frame.hex == "0000000c" + "00000001" + "0023" + "01" + "00000000" + "00")
        let other = try encodeResponse(correlationId: 1, message: ListGroupsResponse(), version: 3)
        #expect(other.hex == "0000000d" + "00000001" + "00" + "00000000" + "0000" + "01" + "00")
    }

    @Test func `the header of an unknown ApiVersions version is readable`() throws {
        // What a client of the future would send: tagged fields or not, we look at none.
        var reader = WireReader(ByteBuffer(hex: "0012 0063 0000002a 0003616263 deadbeef"))
        let header = try RequestHeader(from: &reader)
        #expect(header == RequestHeader(apiKey: .apiVersions, apiVersion: 99, correlationId: 42, clientId: "abc"))
        #expect(!header.isSupported)
    }

    @Test func `the header of an unknown API is readable`() throws {
        var reader = WireReader(ByteBuffer(hex: "7fff 0000 00000001 ffff"))
        let header = try RequestHeader(from: &reader)
        #expect(!header.isSupported)
        #expect(header.apiKey.description == "API 32767")
    }

    @Test func `a header cut short is refused`() throws {
        let whole = ByteBuffer(hex: "0003 0009 00000001 000161 00")
        for length in 0..<whole.readableBytes {
            var reader = WireReader(try #require(whole.getSlice(at: 0, length: length)))
            #expect(throws: WireError.self) { try RequestHeader(from: &reader) }
        }
    }

    @Test func `Produce shows versions that it does not speak`() throws {
        let produce = try #require(SupportedVersions.of(.produce))
        #expect(produce.advertised == 0...13)
        #expect(produce.versions == 3...13)
        #expect(SupportedVersions.of(APIKey(rawValue: -1)) == nil)
        #expect(SupportedVersions.of(APIKey(rawValue: .max)) == nil)
        #expect(SupportedVersions.all.map(\.apiKey) == SupportedVersions.all.map(\.apiKey).sorted())
        for entry in SupportedVersions.all {
            #expect(SupportedVersions.of(entry.apiKey) == entry)
            #expect(entry.advertised.clamped(to: entry.versions) == entry.versions)
        }
    }
}
