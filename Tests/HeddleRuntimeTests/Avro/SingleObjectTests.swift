import HeddleRuntime
import Testing

/// Avro 1.12, "Single-object encoding".
@Suite struct SingleObjectTests {
    private struct Count: ContractCodable {
        var value: Int64

        static let contract = ContractIdentity(format: .avro, name: "Count", schema: "\"long\"", fingerprint: 0xD054_E144_93F4_1FB7)

        init(_ value: Int64) { self.value = value }
        init(from reader: inout ByteReader) throws(CodecError) { value = try reader.readAvroLong() }
        borrowing func encode(into writer: inout ByteWriter) throws(CodecError) { writer.writeAvroLong(value) }
    }

    /// The fingerprint's lowest byte first.
    private let header: [UInt8] = [0xC3, 0x01, 0xB7, 0x1F, 0xF4, 0x93, 0x44, 0xE1, 0x54, 0xD0]

    @Test func `a single object is C3 01, the fingerprint and the value`() throws {
        #expect(try Count(3).encodedSingleObject() == header + [6])
        #expect(try Count(decodingSingleObject: header + [6]) == Count(3))
        let bytes = header + [6]
        var reader = ByteReader(bytes.span.bytes)
        #expect(try reader.readAvroSingleObjectHeader() == 0xD054_E144_93F4_1FB7)
        #expect(reader.remaining == 1)
    }

    @Test func `what is no single object of the type is refused`() {
        func refusal(_ bytes: [UInt8]) -> String? {
            do throws(CodecError) {
                _ = try Count(decodingSingleObject: bytes)
                return nil
            } catch { return error.description }
        }
        #expect(refusal(Array(header.dropLast())) == "at byte 0: the input ends here")
        #expect(refusal(header) == "at byte 10: the input ends here")
        #expect(refusal([0xC3, 0x02] + header.dropFirst(2) + [6]) == "at byte 0: expected the bytes C3 01 of a single object")
        #expect(refusal([0xC4] + header.dropFirst() + [6])?.contains("C3 01") == true)
        #expect(refusal(header.dropLast() + [0xD1, 6])?.contains("this type's fingerprint") == true)
        #expect(refusal(header + [6, 0]) == "at byte 11: 1 bytes follow the value")
    }
}
