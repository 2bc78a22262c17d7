import ContractModel
import ContractPayloads
import LocatedJSON
import TestSupport
import Testing

struct AvroEncodingTests {
    @Test(arguments: [
        // Avro 1.12, "Binary Encoding": the examples.
        (#""long""#, "-64", [UInt8]([0x7F])), (#""long""#, "64", [0x80, 0x01]), (#""string""#, #""foo""#, [0x06, 0x66, 0x6F, 0x6F]),
        (#"{"type":"array","items":"long"}"#, "[3,27]", [0x04, 0x06, 0x36, 0x00]), (#"["null","string"]"#, "null", [0x00]),
        (#"["null","string"]"#, #"{"string":"a"}"#, [0x02, 0x02, 0x61]), (#""double""#, "\"NaN\"", [0, 0, 0, 0, 0, 0, 0xF8, 0x7F]),
        (
            #"{"type":"record","name":"t","fields":[{"name":"a","type":"long"},{"name":"b","type":"string"}]}"#, #"{"a":27,"b":"foo"}"#,
            [0x36, 0x06, 0x66, 0x6F, 0x6F]
        ),
        (#"{"type":"enum","name":"e","symbols":["A","B","C"]}"#, #""C""#, [0x04]),
    ])
    func `values are written as the specification has them, and read back`(schema: String, value: String, expected: [UInt8]) throws {
        let schema = try avroSchema(schema)
        let bytes = try encodeAvro(try AvroValue(json: json(value), schema: schema), schema)
        #expect(bytes == expected)
        #expect(try decodeAvro(bytes, writer: schema).json(schema) == json(value))
    }

    @Test func `blocks may say their size, and of a key that comes twice the last counts`() throws {
        let array = try avroSchema(#"{"type":"array","items":"long"}"#)
        #expect(try decodeAvro([0x03, 0x04, 0x06, 0x36, 0x02, 0x02, 0x00], writer: array).json(array).compactText == "[3,27,1]")
        let map = try avroSchema(#"{"type":"map","values":"int"}"#)
        #expect(try decodeAvro([0x04, 0x02, 0x61, 0x02, 0x02, 0x61, 0x04, 0x00], writer: map).json(map).compactText == #"{"a":2}"#)
    }

    @Test(
        arguments: [
            // More nothings than fit: 2^60.
            (
                [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x20, 0x00], #"{"type":"array","items":"null"}"#,
                PayloadError.Kind.tooLarge
            ),
            // Counts below zero with a size beyond the payload, and the lowest of all.
            ([0x01, 0x7E, 0x00], #"{"type":"array","items":"null"}"#, .malformed),
            ([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01, 0x00], #"{"type":"array","items":"int"}"#, .malformed),
            ([0x7F], #""string""#, .malformed), ([0x04, 0x61], #""string""#, .malformed), ([0x02, 0xFF], #""string""#, .malformed),
            ([0x02], #""boolean""#, .malformed), ([0x08], #"["null","int"]"#, .malformed),
            ([0x80, 0x80, 0x80, 0x80, 0x20], #""int""#, .malformed),
            ([0x00, 0x00], #""int""#, .malformed), ([0x01], #"{"type":"enum","name":"E","symbols":["A"]}"#, .malformed),
            ([], #""int""#, .malformed),
        ] as [([UInt8], String, PayloadError.Kind)])
    func `bytes that are no value are refused`(bytes: [UInt8], schema: String, kind: PayloadError.Kind) throws {
        #expect(try problem(bytes, schema)?.kind == kind)
    }

    @Test func `nothings that nobody reads are passed over however many they are`() throws {
        let writer = try avroSchema(#"{"type":"record","name":"R","fields":[{"name":"x","type":{"type":"array","items":"null"}}]}"#)
        let reader = try avroSchema(#"{"type":"record","name":"R","fields":[]}"#)
        let bytes: [UInt8] = [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x20, 0x00]
        #expect(try decodeAvro(bytes, writer: writer, reader: reader) == .record([]))
    }

    @Test func `values within values are counted`() throws {
        let list = #"{"type":"record","name":"R","fields":[{"name":"next","type":["null","R"]}]}"#
        #expect(try problem(Array(repeating: 2, count: 40) + [0], list) == nil)
        #expect(try problem(Array(repeating: 2, count: 100_000) + [0], list)?.kind == .tooDeep)
        #expect(try problem([2, 2, 4], list)?.path == "next.next.next")
    }

    @Test func `json is read strictly`() throws {
        let schema = try avroSchema(
            #"{"type":"record","name":"R","fields":[{"name":"a","type":["null","int"]},{"name":"b","type":"float"}]}"#)
        #expect(throws: Never.self) { try AvroValue(json: json(#"{"b":"-Infinity","a":{"int":1}}"#), schema: schema) }
        for wrong in [
            #"{"a":1,"b":1}"#, #"{"a":null}"#, #"{"a":null,"b":1,"c":2}"#, #"{"a":{"long":1},"b":1}"#, #"{"a":{"int":1.0},"b":1}"#,
            #"{"a":{"null":null},"b":1}"#, "[]",
        ] {
            #expect(throws: PayloadError.self, "\(wrong)") { try AvroValue(json: json(wrong), schema: schema) }
        }
    }

    @Test func `a single object names its schema`() throws {
        let schema = try avroSchema(#""int""#)
        let object = AvroSingleObject(fingerprint: schema.fingerprint, payload: [0x02])
        // CRC-64-AVRO of "int" is 0x7275d51a3f395c8f.
        #expect(object.bytes == [0xC3, 0x01, 0x8F, 0x5C, 0x39, 0x3F, 0x1A, 0xD5, 0x75, 0x72, 0x02])
        #expect(AvroSingleObject(object.bytes) == object)
        #expect(AvroSingleObject([0xC3, 0x02] + object.bytes.dropFirst(2)) == nil)
        #expect(AvroSingleObject(Array(object.bytes.prefix(9))) == nil)
    }

    @Test func `the decoder and the validator agree on random bytes, and what is read is written alike`() throws {
        let schema = try avroSchema(
            #"""
            {"type":"record","name":"R","fields":[{"name":"a","type":["null","int","string",{"type":"array","items":"R"}]},
             {"name":"m","type":{"type":"map","values":{"type":"array","items":"null"}}},{"name":"e","type":{"type":"enum","name":"E","symbols":["A","B"]}},
             {"name":"f","type":{"type":"fixed","name":"F","size":2}},{"name":"d","type":"boolean"},{"name":"y","type":"bytes"}]}
            """#)
        let decoder = try AvroDecoder(writer: schema, reader: schema)
        let validator = AvroPayloadValidator(schema)
        let text =
            #"{"a":{"array":[{"a":{"string":"é"},"m":{},"e":"B","f":"ab","d":true,"y":""}]},"m":{"k":[null,null]},"e":"A","f":"cd","d":false,"y":"ÿ"}"#
        let whole = try encodeAvro(try AvroValue(json: json(text), schema: schema), schema)
        var generator = SeededGenerator(seed: 3)
        var read = 0
        for _ in 0..<8_000 {
            var bytes = whole
            for _ in 0...Int.random(in: 0..<3, using: &generator) {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes[place] = UInt8.random(in: 0..<6, using: &generator)
                case 2: bytes.remove(at: place)
                default: bytes.insert(UInt8.random(in: 0..<6, using: &generator), at: place)
                }
            }
            let problem = validator.validate(bytes)
            do throws(PayloadError) {
                let value = try decoder.decode(bytes)
                #expect(problem == nil, "\(bytes)")
                read += 1
                let written = try encodeAvro(value, schema)
                #expect(try decodeAvro(written, writer: schema) == value)
                #expect(try AvroValue(json: value.json(schema), schema: schema) == value)
            } catch {
                #expect(problem != nil || error.kind == .tooLarge, "\(bytes): \(error.message)")
                #expect(error.kind != .tooLarge || bytes.count < 100)
            }
        }
        #expect(read > 50, "\(read)")
    }
}
