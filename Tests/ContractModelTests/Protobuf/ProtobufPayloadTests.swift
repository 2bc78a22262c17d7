import ContractModel
import Testing

struct ProtobufPayloadTests {
    private static let text = """
        syntax = "proto3";
        message Order {
          string id = 1;
          repeated Line lines = 2;
          repeated int32 counts = 3;
          map<string, int32> stock = 4;
          fixed64 at = 5;
          repeated double prices = 6;
          bytes raw = 7;
        }
        message Line { string name = 1; Order order = 2; }
        """

    private func problems(_ payload: [UInt8], _ text: String = text, _ message: String = "Order") throws -> [String] {
        let schema = protobufSchema(text)
        return schema.validate(payload, as: try #require(schema.message(named: message))).map { "\($0.offset): \($0.message)" }
    }

    @Test func `a message of the type has no problems`() throws {
        #expect(try problems([]) == [])
        #expect(try problems([0x0A, 1, 0x61, 0x12, 3, 0x0A, 1, 0x62, 0x18, 1, 0x1A, 2, 1, 2, 0x22, 5, 0x0A, 1, 0x61, 0x10, 1]) == [])
        // Unknown fields of every wire type.
        #expect(try problems([0xA0, 6, 1, 0xA1, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0xA2, 6, 1, 0, 0xA3, 6, 0xA4, 6, 0xA5, 6, 0, 0, 0, 0]) == [])
    }

    @Test func `problems have the path of the field and the offset of its tag`() throws {
        // Two lines, the second with a name that is not UTF-8.
        let payload: [UInt8] = [0x12, 3, 0x0A, 1, 0x61, 0x12, 3, 0x0A, 1, 0xFF]
        #expect(try problems(payload) == ["7: 'lines[1].name' is not UTF-8"])
        #expect(try problems([0x22, 3, 0x0A, 1, 0x80]) == ["2: 'stock[0].key' is not UTF-8"])
        #expect(try problems([0x0D, 0, 0, 0, 0]) == ["0: 'id' has wire type 5, and the contract's type has 2"])
        #expect(try problems([0x32, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0]) == ["0: 'prices[0]' has part of a value at its end"])
        #expect(try problems([0x3A, 1, 0xFF]) == [])
    }

    @Test(arguments: [
        ([0x0A, 5, 0x61], "2: the length of 'id' goes beyond what it is in"),
        ([0x12, 2, 0x0A, 1], "4: the length of 'lines[0].name' goes beyond what it is in"),
        ([0x18], "1: 'counts[0]' ends too early"), ([0x18, 0x80], "2: 'counts[0]' ends too early"),
        ([0x29, 0, 0], "1: 'at' ends too early"), ([0x00, 0], "1: in the payload stands a tag that no field has"),
        ([0x0F], "1: in the payload stands a tag that no field has"), ([0x0C], "1: in the payload a group begins or ends alone"),
        ([0xA3, 6, 0x08, 1], "4: in the payload a group begins or ends alone"),
        ([0x18] + Array(repeating: UInt8(0xFF), count: 10), "11: 'counts[0]' has a number of more than 64 bits"),
    ] as [([UInt8], String)])
    func `bytes that are no message are refused`(_ payload: [UInt8], _ problem: String) throws {
        #expect(try problems(payload) == [problem])
    }

    @Test func `required fields are missed in the message that lacks them`() throws {
        let text = "syntax = \"proto2\";\nmessage M { required int32 a = 1; repeated M m = 2; optional group G = 3 { required string s = 1; } }"
        #expect(try problems([], text, "M") == ["0: 'a' is required, and absent"])
        #expect(try problems([0x08, 1, 0x12, 2, 8, 1, 0x12, 0], text, "M") == ["8: 'm[1].a' is required, and absent"])
        #expect(try problems([0x1B, 0x1C, 0x08, 1], text, "M") == ["1: 'g.s' is required, and absent"])
        #expect(try problems([0x1B, 0x0A, 0, 0x1C, 0x08, 1], text, "M") == [])
    }

    @Test func `proto2 strings may be any bytes`() throws {
        #expect(try problems([0x0A, 1, 0xFF], "syntax = \"proto2\";\nmessage M { optional string s = 1; }", "M") == [])
    }

    @Test func `nesting ends at a hundred`() throws {
        let schema = protobufSchema("syntax = \"proto3\";\nmessage M { M m = 1; }")
        let message = try #require(schema.message(named: "M"))
        func nested(_ depth: Int) -> [UInt8] {
            var payload: [UInt8] = []
            for _ in 0..<depth {
                var length = payload.count
                var prefix: [UInt8] = [0x0A]
                while length >= 0x80 {
                    prefix.append(UInt8(length & 0x7F) | 0x80)
                    length >>= 7
                }
                payload = prefix + [UInt8(length)] + payload
            }
            return payload
        }
        #expect(schema.validate(nested(100), as: message) == [])
        #expect(schema.validate(nested(101), as: message).map(\.kind) == [.tooDeep])
        #expect(schema.validate(nested(20_000), as: message).map(\.kind) == [.tooDeep])
        #expect(schema.validate(Array(repeating: 0x0B, count: 100_000), as: message).map(\.kind) == [.wrongWireType(expected: 2, found: 3), .tooDeep])
    }
}
