import ContractModel
import Testing

struct ProtobufModelTests {
    private static let three = """
        syntax = "proto3";
        message M {
          int32 plain = 1;
          optional int32 maybe = 2;
          repeated int32 many = 3;
          repeated string texts = 4;
          repeated int64 loose = 5 [packed = false];
          oneof choice { string left = 6; M right = 7; }
          map<string, E> by_name = 8;
          E status = 9;
          bytes data = 10 [json_name = "raw"];
        }
        enum E { ZERO = 0; }
        """

    private func field(_ name: String, of schema: ProtobufSchema, _ message: String = "M") throws -> ProtobufField {
        let message = try #require(schema.message(named: message))
        return try #require(schema.fields(of: message).first { $0.name == name })
    }

    @Test func `presence follows syntax, labels and oneofs`() throws {
        let schema = protobufSchema(Self.three)
        #expect(try field("plain", of: schema).presence == .implicit)
        #expect(try field("maybe", of: schema).presence == .explicit)
        #expect(try field("many", of: schema).presence == .none)
        #expect(try field("left", of: schema).presence == .explicit)
        #expect(try field("right", of: schema).presence == .explicit)
        #expect(try field("status", of: schema).presence == .implicit)
    }

    @Test func `numbers are packed in proto3 unless they say otherwise`() throws {
        let schema = protobufSchema(Self.three)
        #expect(try field("many", of: schema).isPacked)
        #expect(try !field("texts", of: schema).isPacked)
        #expect(try !field("loose", of: schema).isPacked)
    }

    @Test func `an optional of proto3 has a oneof of its own, last`() throws {
        let schema = protobufSchema("syntax = \"proto3\";\nmessage M { optional int32 a = 1; int32 _a = 2; oneof b { int32 c = 3; } optional int32 _d = 4; }")
        let oneofs = schema.oneofs(of: try #require(schema.message(named: "M")))
        #expect(oneofs.map(\.name) == ["b", "X_a", "X_d"])
        #expect(oneofs.map(\.isSynthetic) == [false, true, true])
    }

    @Test func `maps have entries with a key and a value`() throws {
        let schema = protobufSchema(Self.three)
        let entry = try #require(schema.mapEntry(of: field("by_name", of: schema)))
        #expect(entry.key.type == .scalar(.string) && entry.key.number == 1)
        #expect(entry.value.type == .enumeration(try #require(schema.enumeration(named: "E")).id))
        #expect(schema.message(named: "M.ByNameEntry")?.kind == .mapEntry)
        #expect(schema.mapEntry(of: try field("texts", of: schema)) == nil)
    }

    @Test(arguments: [
        ("foo_bar", "fooBar"), ("fooBar", "fooBar"), ("_foo", "Foo"), ("foo__bar_2x", "fooBar2x"), ("FOO_BAR", "FOOBAR"), ("a_", "a"),
    ])
    func `a field's name in JSON has capitals for underscores`(_ name: String, _ expected: String) throws {
        let schema = protobufSchema("syntax = \"proto3\";\nmessage M { int32 \(name) = 1; }")
        #expect(try field(name, of: schema).jsonName == expected)
        #expect(try field("data", of: self.schemaOfThree).jsonName == "raw")
    }

    private var schemaOfThree: ProtobufSchema { protobufSchema(Self.three) }

    @Test func `proto2 has required fields, groups, closed enums and defaults`() throws {
        let schema = protobufSchema(
            """
            syntax = "proto2";
            message M {
              required int32 id = 1;
              optional group Part = 2 { optional string name = 1; }
              optional E e = 3 [default = B];
              optional float f = 4 [default = -inf];
              optional bytes b = 5 [default = "a\\000\\xff\\n"];
              optional uint64 u = 6 [default = 0xFFFFFFFFFFFFFFFF];
              optional sint32 s = 7 [default = -0x80000000];
              repeated int32 r = 8;
            }
            enum E { A = 1; B = 2; }
            """)
        #expect(try field("id", of: schema).cardinality == .required)
        let part = try field("part", of: schema)
        #expect(part.isGroup && part.isDelimited && schema.message(named: "M.Part")?.kind == .group)
        #expect(try #require(schema.enumeration(named: "E")).isClosed)
        #expect(try !field("r", of: schema).isPacked)
        let defaults = try ["e", "f", "b", "u", "s"].map { schema.defaultText(of: try field($0, of: schema)) }
        #expect(defaults == ["B", "-inf", "a\\000\\377\\n", "18446744073709551615", "-2147483648"])
        #expect(try !field("e", of: schema).requiresUTF8)
    }

    @Test func `features go from files inward, and what is nearest holds`() throws {
        let schema = protobufSchema(
            """
            edition = "2023";
            option features.field_presence = IMPLICIT;
            option features.repeated_field_encoding = EXPANDED;
            option features.utf8_validation = NONE;
            message M {
              int32 a = 1;
              int32 b = 2 [features.field_presence = EXPLICIT];
              int32 c = 3 [features = { field_presence: LEGACY_REQUIRED }];
              repeated int32 d = 4;
              repeated int32 e = 5 [features.repeated_field_encoding = PACKED];
              M f = 6 [features.message_encoding = DELIMITED];
              string g = 7;
              string h = 8 [features.utf8_validation = VERIFY];
              map<string, string> i = 9 [features.utf8_validation = VERIFY];
            }
            enum E { option features.enum_type = CLOSED; A = 1; }
            """)
        #expect(try ["a", "b"].map { try field($0, of: schema).presence } == [.implicit, .explicit])
        #expect(try field("c", of: schema).cardinality == .required)
        #expect(try ["d", "e"].map { try field($0, of: schema).isPacked } == [false, true])
        #expect(try field("f", of: schema).isDelimited)
        #expect(try ["g", "h"].map { try field($0, of: schema).requiresUTF8 } == [false, true])
        #expect(try #require(schema.mapEntry(of: field("i", of: schema))).value.requiresUTF8)
        #expect(try #require(schema.enumeration(named: "E")).isClosed)
    }

    @Test func `extensions are found by what they extend`() throws {
        let schema = protobufSchema(
            """
            syntax = "proto2";
            package p;
            message M { extensions 100 to 199, 500 to max; message N { extend M { optional N inner = 101; } } }
            extend M { repeated int32 outer = 500; }
            """)
        let message = try #require(schema.message(named: "p.M"))
        #expect(schema.field(101, of: message).map { schema.fullName(of: $0) } == "p.M.N.inner")
        #expect(schema.field(500, of: message).map { schema.fullName(of: $0) } == "p.outer")
        #expect(schema.field(102, of: message) == nil)
        #expect(message.extensionRanges.map(\.numbers) == [100...199, 500...536_870_911])
    }

    @Test func `fields are found by number in any order`() throws {
        let numbers = [7, 3, 100, 1, 536_870_911, 2, 50]
        let text = numbers.map { "int32 f\($0) = \($0);" }.joined(separator: " ")
        let schema = protobufSchema("syntax = \"proto3\";\nmessage M { \(text) }")
        let message = try #require(schema.message(named: "M"))
        for number in numbers { #expect(schema.field(Int32(number), of: message)?.name == "f\(number)") }
        for number: Int32 in [-1, 0, 4, 99, 101, .max] { #expect(schema.field(number, of: message) == nil) }
    }
}
