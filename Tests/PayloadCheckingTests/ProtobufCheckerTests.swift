import BrokerCore
import ContractModel
import Diagnostics
import Testing
@testable import PayloadChecking

private func problem(_ text: String, _ payload: [UInt8], header: [UInt8]? = nil) -> String? {
    var schemas = RegisteredSchemas([
        RegisteredSchema(id: 1, format: .protobuf, text: SourceFile(path: "a.proto", text: text), subjects: ["a"])
    ])
    return schemas.problem(with: payload, header: header)
}

extension RegisteredSchemas {
    mutating func problem(with payload: [UInt8], of schema: SchemaReference = .id(1), header: [UInt8]? = nil) -> String? {
        payload.withUnsafeBytes { bytes in
            guard let header else { return problem(in: FramedPayload(schema: schema, payload: bytes)) }
            return header.withUnsafeBytes { rest in
                problem(in: FramedPayload(schema: schema, payload: bytes, headerRest: rest))
            }
        }
    }
}

@Suite struct ProtobufCheckerTests {
    private let shop = """
        syntax = "proto2";
        message Customer { required string name = 1; }
        message Order {
          map<string, int32> stock = 1;
          message Line { required int64 count = 1; }
          message Note { required string text = 1; message Author { required bool known = 1; } }
        }
        """

    @Test func `a single 0 is the first message`() {
        #expect(problem(shop, [0, 0x0A, 1, 97]) == nil)
        #expect(problem(shop, [2, 0, 0x0A, 1, 97]) == nil)
        #expect(problem(shop, [0]) == "as Customer: 'name' is required, and absent")
    }

    @Test func `indexes lead from message to message within it`() {
        // Counted without the map's own message, and with it.
        #expect(problem(shop, [4, 2, 0, 0x08, 1]) == nil)
        #expect(problem(shop, [4, 2, 2, 0x08, 1]) == nil)
        #expect(problem(shop, [4, 2, 2, 0x0A, 1, 97]) == nil)
        #expect(problem(shop, [4, 2, 4, 0x0A, 1, 97]) == nil)
        #expect(problem(shop, [6, 2, 2, 0, 0x08, 1]) == nil)
        #expect(problem(shop, [6, 2, 2, 0]) == "as Order.Note.Author: 'known' is required, and absent")
    }

    @Test func `indexes that lead nowhere are told`() {
        #expect(problem(shop, [2, 4]) == "the schema has no message with the indexes [2]")
        #expect(problem(shop, [4, 0, 0]) == "the schema has no message with the indexes [0, 0]")
        #expect(problem(shop, [4, 2, 6]) == "the schema has no message with the indexes [1, 3]")
        let unsaid = "it does not say which message of the schema it is"
        for bytes: [UInt8] in [[], [1], [2], [2, 1], [0x80], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], [0xFE, 0x01, 0], [4, 2]] {
            #expect(problem(shop, bytes) == unsaid, "\(bytes)")
        }
    }

    @Test func `with a header the indexes are there, and the payload is the message alone`() {
        #expect(problem(shop, [0x0A, 1, 97], header: [0]) == nil)
        #expect(problem(shop, [0x08, 1], header: [4, 2, 0]) == nil)
        #expect(problem(shop, [0x0A, 1, 97], header: []) == "it does not say which message of the schema it is")
    }

    @Test func `imports are those of the registered references`() {
        var schemas = RegisteredSchemas([
            RegisteredSchema(
                id: 1, format: .protobuf,
                text: SourceFile(
                    path: "a.proto",
                    text: #"syntax = "proto3"; import "b.proto"; import "google/protobuf/timestamp.proto"; message A { B b = 1; google.protobuf.Timestamp t = 2; }"#),
                references: ["b.proto": SourceFile(path: "b.proto", text: #"syntax = "proto3"; message B { string s = 1; }"#)],
                subjects: ["a"])
        ])
        #expect(schemas.problem(with: [0, 0x0A, 3, 0x0A, 1, 97]) == nil)
        #expect(schemas.problem(with: [0, 0x0A, 3, 0x0A, 1, 0xFF]) == "as A: 'b.s' is not UTF-8")
    }
}
