import HeddleRuntime
import Testing

@Suite struct CodecErrorTests {
    @Test func `an error tells the way to the field, the byte and what was expected`() {
        let error = CodecError(.malformed(expected: "an int of at most 5 bytes"), at: 118)
            .within(.field("quantity")).within(.index(2)).within(.field("items"))
        #expect(error.description == "items[2].quantity at byte 118: expected an int of at most 5 bytes")
    }

    @Test func `a reader ends in an error, not beyond its bytes`() throws {
        let bytes: [UInt8] = [1]
        var reader = ByteReader(bytes.span.bytes)
        #expect(try reader.readByte() == 1)
        do {
            _ = try reader.readByte()
            Issue.record("there is no second byte")
        } catch {
            #expect(error == CodecError(.endOfInput, at: 1))
        }
    }
}
