import ContractModel
import Testing

struct ProtobufOptionTests {
    private static let rules = """
        import "google/protobuf/descriptor.proto";
        message Rules {
          optional string name = 1;
          repeated int32 levels = 2;
          optional Rules inner = 3;
          map<string, int32> weights = 4;
          oneof kind { bool a = 5; bool b = 6; }
          optional Mode mode = 7;
          optional bytes raw = 8;
          optional double ratio = 9;
        }
        enum Mode { OFF = 0; ON = 1; }
        extend google.protobuf.MessageOptions { optional Rules rules = 50000; repeated string tags = 50001; }
        """

    private func options(_ statements: String) throws -> (ProtobufSchema, ProtobufOptions) {
        let schema = protobufSchema("syntax = \"proto3\";\npackage p;\n" + Self.rules + "\nmessage M { \(statements) }")
        return (schema, try #require(schema.message(named: "p.M")).options)
    }

    @Test func `options of the language are values`() throws {
        let (schema, options) = try options("option deprecated = true;")
        #expect(schema.option("deprecated", in: options) == [.bool(true)])
        #expect(options[3] == [.bool(true)])
        #expect(options.written.map(\.name) == ["deprecated"])
    }

    @Test func `options of one's own are set whole or in parts`() throws {
        let parts = "option (rules).name = \"x\"; option (p.rules).levels = 1; option (.p.rules).levels = 2; option (rules).inner.name = \"y\";"
        let whole = "option (rules) = { name: \"x\" levels: [1, 2], inner < name: 'y' > };"
        let (first, split) = try options(parts)
        let (second, joined) = try options(whole)
        #expect(first.encode(try #require(split.value)) == second.encode(try #require(joined.value)))
    }

    @Test func `values of messages are written as the text format has it`() throws {
        let (schema, options) = try options(
            "option (rules) = { weights { key: \"a\" value: 1 }, weights: [{ key: \"b\" value: -2 }]; a: t mode: 1 raw: \"\\xff\" \"b\" ratio: -inf };"
                + "option (tags) = \"one\"; option (tags) = 'two';")
        let value = try #require(options.value?.message(50_000))
        #expect(value[4].count == 2)
        #expect(value[5] == [.bool(true)])
        #expect(value[7] == [.enumeration(1)])
        #expect(value[8] == [.bytes([0xFF, UInt8(ascii: "b")])])
        #expect(value[9] == [.double(-.infinity)])
        #expect(schema.option("p.tags", in: options).map(\.text) == ["one", "two"])
    }

    @Test(arguments: [
        ("(rules).name = 1", "option-value"), ("(rules).mode = 1", "option-value"), ("(rules).mode = ONN", "option-value"),
        ("(rules) = { levels: 2147483648 }", "option-value"), ("(rules) = { levels: [1, \"a\"] }", "option-value"),
        ("(rules) = { name: [\"a\"] }", "option-value"), ("(rules) = { nam: \"a\" }", "unknown-option"),
        ("(rules).levels.x = 1", "unknown-option"), ("(rules) = { a: true b: true }", "option-twice"),
        ("(rules) = { name: 'a' name: 'b' }", "option-twice"), ("(nothing) = 1", "unknown-name"), ("(Rules) = {}", "wrong-kind"),
        ("(Rules.name) = 'a'", "unknown-option"), ("rules = {}", "unknown-option"), ("map_entry = true", "option-not-allowed"),
        ("uninterpreted_option = {}", "option-not-allowed"), ("features = {}", "feature"), ("(rules) = 5", "option-value"),
        ("(rules) = { [p.tags]: 'a' }", "wrong-kind"), ("(rules) = { raw: 1 }", "option-value"), ("deprecated = True", "option-value"),
    ])
    func `what does not fit is refused`(_ option: String, _ code: String) {
        #expect(protobufCodes("syntax = \"proto3\";\npackage p;\n" + Self.rules + "\nmessage M { option \(option); }") == [code])
    }

    @Test func `an Any holds the bytes of its message`() throws {
        let schema = protobufSchema(
            """
            syntax = "proto3";
            package p;
            import "google/protobuf/descriptor.proto";
            import "google/protobuf/any.proto";
            message V { int32 x = 1; string y = 2; }
            extend google.protobuf.FileOptions { google.protobuf.Any held = 50000; }
            option (held) = { [type.googleapis.com/p.V] { x: 150 y: "testing" } };
            """)
        let value = try #require(schema.file(at: "main.proto")?.options.value?.message(50_000))
        #expect(value[1].first?.text == "type.googleapis.com/p.V")
        #expect(value[2] == [.bytes([0x08, 0x96, 0x01, 0x12, 0x07] + Array("testing".utf8))])
    }

    @Test func `required fields of an option have to be set`() {
        #expect(
            protobufCodes(
                """
                syntax = "proto2";
                import "google/protobuf/descriptor.proto";
                message R { required int32 a = 1; optional R b = 2; }
                extend google.protobuf.FileOptions { optional R r = 50000; }
                option (r) = { a: 1 b {} };
                """) == ["option-value"])
    }
}
