import ContractModel
import Testing

/// Names are looked up as protoc does it.
struct ProtobufNamesTests {
    @Test func `the innermost type is found first`() throws {
        let schema = protobufSchema(
            """
            syntax = "proto3";
            package a.b;
            message T {}
            message Outer {
              message T {}
              message Inner { T near = 1; .a.b.T far = 2; b.T middle = 3; Outer.T through = 4; }
            }
            """)
        let inner = try #require(schema.message(named: "a.b.Outer.Inner"))
        let types = schema.fields(of: inner).map { field in
            if case .message(let id) = field.type { schema[id].fullName } else { "" }
        }
        #expect(types == ["a.b.Outer.T", "a.b.T", "a.b.T", "a.b.Outer.T"])
    }

    @Test func `a first part that is found hides those further out`() {
        expectProtobufFindings(
            """
            syntax = "proto3";
            package test;
            message M {
              message N {}
              message M { ⟦M.N⟧ n = 1; }
            }
            """, "unknown-name")
    }

    @Test func `types pass over what is no type, rpcs do not`() {
        expectProtobufFindings(
            """
            syntax = "proto3";
            message N {}
            message P {
              enum X { N = 0; }
              N n = 1;
            }
            service S { rpc N(⟦N⟧) returns (.N); }
            """, "wrong-kind")
    }

    @Test func `packages of imported files are seen, and others are not`() {
        let found = protobufCodes(
            """
            syntax = "proto3";
            package shop.orders;
            import "items.proto";
            message Order { items.Item item = 1; stock.Shelf shelf = 2; }
            // file: items.proto
            syntax = "proto3";
            package shop.items;
            import "stock.proto";
            message Item { stock.Shelf shelf = 1; }
            // file: stock.proto
            syntax = "proto3";
            package shop.stock;
            message Shelf {}
            """)
        #expect(found == ["not-imported"])
    }

    @Test func `public imports pass on what they import`() {
        let files = """
            // file: b.proto
            syntax = "proto3";
            import public "c.proto";
            // file: c.proto
            syntax = "proto3";
            import public "d.proto";
            // file: d.proto
            syntax = "proto3";
            message D {}
            """
        #expect(protobufCodes("syntax = \"proto3\";\nimport \"b.proto\";\nmessage M { D d = 1; }\n" + files) == [])
        #expect(protobufCodes("syntax = \"proto3\";\nimport \"b.proto\";\nmessage M {}\n" + files) == ["unused-import"])
    }

    @Test func `keywords are names where they can be`() throws {
        let schema = protobufSchema(
            """
            syntax = "proto3";
            message message { string string = 1; int32 optional = 2; optional bool reserved = 3; repeated message repeated = 4; }
            message stream { message to { bool max = 1; } map<string, message> map = 1; stream.to oneof = 2; .message group = 3; }
            enum enum { option = 0; rpc = 1; returns = 2; }
            service service { rpc rpc(stream) returns (stream stream); rpc extend(stream stream) returns (stream.to); }
            """)
        let service = try #require(schema.services.first { $0.name == "service" })
        #expect(schema.methods(of: service).map { [$0.isClientStreaming, $0.isServerStreaming] } == [[false, true], [true, false]])
        let stream = try #require(schema.message(named: "stream"))
        #expect(schema.fields(of: stream).map(\.name) == ["map", "oneof", "group"])
    }

    @Test func `packages are no types and types no packages`() {
        #expect(
            protobufCodes(
                """
                syntax = "proto3";
                package a.b;
                import "c.proto";
                message M { a.b x = 1; C c = 2; }
                // file: c.proto
                syntax = "proto3";
                package a;
                message b {}
                message C {}
                """) == ["wrong-kind", "duplicate-name"])
    }

    @Test func `local symbols of edition 2024 stay in their file`() {
        #expect(
            protobufCodes(
                """
                edition = "2024";
                import "b.proto";
                message M { A a = 1; A.B b = 2; C c = 3; A.D d = 4; }
                // file: b.proto
                edition = "2024";
                message A { message B {} export message D {} }
                local message C {}
                """) == ["not-visible", "not-visible"])
    }
}
