import ContractModel
import ContractPayloads
import LocatedJSON
import TestSupport
import Testing

struct ProtobufPayloadTests {
    private static let text = """
        syntax = "proto3";
        package t;
        import "google/protobuf/any.proto";
        import "google/protobuf/timestamp.proto";
        import "google/protobuf/duration.proto";
        import "google/protobuf/struct.proto";
        import "google/protobuf/wrappers.proto";
        import "google/protobuf/field_mask.proto";
        enum Kind { KIND_NONE = 0; KIND_A = 1; KIND_B = -2; }
        message M {
          int64 big_id = 1; uint64 u = 2; double d = 3; float f = 4; bool b = 5; string s = 6; bytes y = 7; Kind k = 8;
          repeated int32 r = 9; map<string, Kind> m = 10; M inner = 11; optional int32 o = 12; oneof one { string x = 13; int32 z = 14; }
          google.protobuf.Any any = 20; google.protobuf.Timestamp at = 21; google.protobuf.Duration lasts = 22;
          google.protobuf.Struct free = 23; google.protobuf.Value v = 24; google.protobuf.Int64Value w = 25;
          google.protobuf.FieldMask mask = 26; map<bool, sint32> flags = 27; fixed32 g = 28; sfixed64 h = 29;
          google.protobuf.ListValue list = 30;
        }
        """

    private func there(_ text: String) throws -> [UInt8] {
        let schema = try protobufSchema(Self.text)
        return try protobufBinary(json(text), message: #require(schema.message(named: "t.M")), in: schema)
    }

    private func andBack(_ text: String) throws -> String {
        let schema = try protobufSchema(Self.text)
        return try protobufJSON(there(text), message: #require(schema.message(named: "t.M")), in: schema).compactText
    }

    @Test(arguments: [
        #"{"bigId":"9007199254740993","u":"18446744073709551615","d":0.1,"f":"-Infinity","b":true,"s":"é","y":"+/8=","k":"KIND_B"}"#,
        #"{"r":[1,-1,0],"m":{"a":"KIND_A","b":"KIND_NONE"},"inner":{"inner":{}},"o":0,"z":0}"#,
        #"{"any":{"@type":"type.googleapis.com/t.M","s":"in"},"at":"2024-02-29T12:30:00.010Z","lasts":"-1.000000001s"}"#,
        #"{"any":{"@type":"type.googleapis.com/google.protobuf.Duration","value":"3s"}}"#,
        #"{"free":{"a":[1.5,null,{"b":true}],"c":"x"},"v":null,"w":"0","mask":"fooBar.baz,x","flags":{"false":-1},"g":4294967295,"h":"-1"}"#,
        #"{"at":"0001-01-01T00:00:00Z","lasts":"315576000000s","v":[{}],"list":["a"]}"#, #"{"at":"9999-12-31T23:59:59.999999999Z"}"#,
        #"{"k":7}"#,
    ])
    func `json becomes bytes and the same json again`(_ text: String) throws {
        #expect(try json(andBack(text)) == json(text))
    }

    @Test(arguments: [
        (#"{"big_id":5,"s":null,"u":"1e3","b":false,"r":["7"],"k":1}"#, #"{"bigId":"5","u":"1000","r":[7],"k":"KIND_A"}"#),
        (#"{"at":"2024-01-01T01:00:00+01:00","y":"-_8","d":"1.5","o":3.0}"#, #"{"y":"+/8=","d":1.5,"o":3,"at":"2024-01-01T00:00:00Z"}"#),
        (#"{"d":-0.0}"#, #"{"d":-0.0}"#), ("{}", "{}"), (#"{"any":{}}"#, #"{"any":{}}"#),
    ])
    func `readers take more forms than writers write`(_ text: String, _ expected: String) throws {
        #expect(try json(andBack(text)) == json(expected))
    }

    @Test(arguments: [
        #"{"nope":1}"#, #"{"s":1}"#, #"{"o":1.5}"#, #"{"o":2147483648}"#, #"{"u":-1}"#, #"{"f":1e39}"#, #"{"k":"KIND_C"}"#,
        #"{"r":[null]}"#,
        #"{"x":"a","z":1}"#, #"{"y":"*"}"#, #"{"at":"2023-02-29T00:00:00Z"}"#, #"{"at":"10000-01-01T00:00:00Z"}"#, #"{"lasts":"1"}"#,
        #"{"lasts":"315576000001s"}"#, #"{"any":{"@type":"x/t.Unknown"}}"#, #"{"any":{"s":"x"}}"#, #"{"mask":"a_b"}"#,
        #"{"flags":{"yes":1}}"#,
        #"{"s":"a","s":"b"}"#, #"{"bigId":1,"big_id":2}"#, "[]", #"{"b":"true"}"#, #"{"d":"x"}"#, #"{"d":1e999}"#,
    ])
    func `json that is no message is refused`(_ text: String) throws {
        let schema = try protobufSchema(Self.text)
        var limits = JSONLimits()
        limits.allowsDuplicateKeys = true
        let node = try parseJSONPayload(Array(text.utf8), limits: limits)
        #expect(throws: PayloadError.self) { try protobufBinary(node, message: #require(schema.message(named: "t.M")), in: schema) }
    }

    @Test func `what is not known is passed over, numbers are read packed and unpacked, parts are put together`() throws {
        let schema = try protobufSchema(Self.text)
        let message = try #require(schema.message(named: "t.M"))
        // Field 100, then r unpacked and packed, then inner in two parts, then both members of the oneof.
        let bytes: [UInt8] = [
            0xA0, 0x06, 0x01, 0x48, 0x01, 0x4A, 0x02, 0x02, 0x03, 0x5A, 0x02, 0x28, 0x01, 0x5A, 0x02, 0x60, 0x05, 0x6A, 0x01, 0x61, 0x70,
            0x09,
        ]
        #expect(try protobufJSON(bytes, message: message, in: schema).compactText == #"{"r":[1,2,3],"inner":{"b":true,"o":5},"z":9}"#)
        // s with the wire type of a number is as a field that nobody knows.
        #expect(try protobufJSON([0x30, 0x01], message: message, in: schema).compactText == "{}")
    }

    @Test func `groups, extensions, closed enums and required fields are proto2's`() throws {
        let schema = try protobufSchema(
            """
            syntax = "proto2";
            package t;
            enum E { ONE = 1; }
            message M { required int32 id = 1; optional group Sub = 2 { optional string s = 1; } optional E e = 3; extensions 100 to 200; optional string def = 4 [default = "x"]; }
            extend M { repeated sint32 more = 101; }
            """)
        let message = try #require(schema.message(named: "t.M"))
        let text = #"{"id":1,"sub":{"s":"a"},"e":"ONE","[t.more]":[-1,2]}"#
        let bytes = try protobufBinary(json(text), message: message, in: schema)
        #expect(bytes == [0x08, 0x01, 0x13, 0x0A, 0x01, 0x61, 0x14, 0x18, 0x01, 0xA8, 0x06, 0x01, 0xA8, 0x06, 0x04])
        #expect(try protobufJSON(bytes, message: message, in: schema) == json(text))
        #expect(try protobufJSON([0x08, 0x01, 0x18, 0x05], message: message, in: schema).compactText == #"{"id":1}"#)
        #expect(throws: PayloadError.self) { try protobufJSON([0x18, 0x01], message: message, in: schema) }
        #expect(throws: PayloadError.self) { try protobufBinary(json("{}"), message: message, in: schema) }
    }

    @Test func `depth is bounded, also within an any`() throws {
        let schema = try protobufSchema(Self.text)
        let message = try #require(schema.message(named: "t.M"))
        var bytes: [UInt8] = []
        for _ in 0..<150 {
            var length: [UInt8] = [UInt8(bytes.count & 0x7F | 0x80), UInt8(bytes.count >> 7)]
            if bytes.count < 0x80 { length = [UInt8(bytes.count)] }
            bytes = [0x5A] + length + bytes
        }
        do {
            _ = try decodeProtobuf(bytes, message: message, in: schema)
            Issue.record("it is read")
        } catch { #expect(error.kind == .tooDeep) }
        var any = #"{"@type":"x/t.M"}"#
        for _ in 0..<150 { any = #"{"@type":"x/t.M","any":\#(any)}"# }
        #expect(throws: PayloadError.self) { try there(#"{"any":\#(any)}"#) }
    }

    @Test func `the decoder and the validator agree on spoilt messages, and what is read is written alike`() throws {
        let schema = try protobufSchema(Self.text)
        let message = try #require(schema.message(named: "t.M"))
        let whole = try there(
            #"{"bigId":"5","s":"é","r":[1,2],"m":{"a":"KIND_A"},"inner":{"f":1.5},"any":{"@type":"x/t.M","s":"in"},"at":"2024-02-29T12:30:00Z","free":{"a":[1.5,null]},"v":true,"w":"3","g":7,"h":"-1"}"#
        )
        var generator = SeededGenerator(seed: 9)
        var read = 0
        for _ in 0..<4_000 {
            var bytes = whole
            for _ in 0...Int.random(in: 0..<3, using: &generator) {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.remove(at: place)
                default: bytes.insert(UInt8.random(in: 0..<0x20, using: &generator), at: place)
                }
            }
            // The validator tells a wrong wire type, which readers pass over.
            let problems = schema.validate(bytes, as: message).filter { if case .wrongWireType = $0.kind { false } else { true } }
            do throws(PayloadError) {
                let datum = try decodeProtobuf(bytes, message: message, in: schema)
                #expect(problems.isEmpty, "\(bytes): \(problems.map(\.message))")
                read += 1
                #expect(try decodeProtobuf(encodeProtobuf(datum, in: schema), message: message, in: schema) == datum)
                guard let node = try? datum.json(in: schema) else { continue }
                // Map keys and an Any's bytes may be written in another way than they came.
                #expect(try ProtobufDatum(json: node, message: message, in: schema).json(in: schema) == node)
            } catch {
                #expect(!problems.isEmpty, "\(bytes): \(error.message)")
            }
        }
        #expect(read > 200, "\(read)")
    }
}
