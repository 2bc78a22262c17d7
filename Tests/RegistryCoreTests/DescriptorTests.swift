import ContractModel
import Diagnostics
import TestSupport
import Testing

@Suite struct `Texts of Protobuf descriptors` {
    static let texts = [
        """
        syntax = "proto2";
        package a.b;
        message M {
          enum E { option allow_alias = true; A = 1; B = -2; C = 1 [deprecated = true]; reserved 5, 7 to max; reserved "X"; }
          required int32 r = 1 [default = -5];
          optional string s = 2 [default = "a\\"\\n\\303\\244", deprecated = true];
          optional bytes y = 3 [default = "\\001\\377\\"'"];
          optional double d = 4 [default = inf];
          optional float f = 5 [default = -1.5e-10];
          optional E e = 6 [default = B];
          optional bool o = 7 [default = true];
          repeated int32 p = 8 [packed = true];
          repeated group G = 9 { optional int32 x = 1; optional M m = 2; }
          map<string, M> map = 10;
          map<int32, E> enums = 11;
          oneof choice { int32 one = 12; group Two = 13 { optional int32 z = 1; } }
          optional int32 named = 14 [json_name = "other"];
          optional int32 snake_case_name = 15;
          extensions 100 to 199, 300;
          extensions 1000 to max;
          reserved 50, 60 to 70;
          reserved "gone", "lost";
          extend M { optional string inner = 150; }
        }
        extend M { optional M ext = 100; repeated int32 many = 101; }
        service S { rpc One(M) returns (stream M); rpc Two(stream M) returns (M) { option deprecated = true; } }
        """,
        """
        syntax = "proto3";
        package shop;
        import public "google/protobuf/timestamp.proto";
        import "google/protobuf/any.proto";
        option java_package = "shop.example";
        option optimize_for = SPEED;
        message Order {
          message Line { string sku = 1; message Deep { Order order = 1; } }
          optional int64 id = 1;
          repeated Line lines = 2;
          google.protobuf.Timestamp at = 3;
          oneof paid { string card = 4; google.protobuf.Any cash = 5; }
          map<string, Line.Deep> deep = 6;
          optional string note = 7;
          State state = 8;
        }
        enum State { STATE_UNSPECIFIED = 0; STATE_PAID = 1; }
        """,
        """
        edition = "2023";
        option features.field_presence = IMPLICIT;
        message A {
          int32 x = 1 [features.field_presence = LEGACY_REQUIRED];
          A child = 2 [features.message_encoding = DELIMITED];
          repeated int32 list = 3 [features.repeated_field_encoding = EXPANDED];
          reserved old, older;
        }
        enum E { option features.enum_type = CLOSED; E_ONE = 1; }
        """,
        """
        edition = "2024";
        package vis;
        export message A { local message B {} B b = 1; }
        local enum E { E_ZERO = 0; }
        """,
    ]

    private static func descriptor(_ text: String) throws -> [UInt8] {
        let loaded = loadProtobuf(["file.proto"]) { $0 == "file.proto" ? SourceFile(path: $0, text: text) : nil }
        #expect(loaded.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
        return loaded.schema.descriptor(of: try #require(loaded.schema.file(at: "file.proto")))
    }

    @Test(arguments: texts)
    func `a descriptor, written as text and read again, is the same descriptor`(text: String) throws {
        let bytes = try Self.descriptor(text)
        #expect(try Self.descriptor(protobufText(ofDescriptor: bytes)) == bytes)
    }

    @Test(arguments: ProtobufWellKnown.paths)
    func `so it is with the files that everyone has`(path: String) throws {
        let loaded = loadProtobuf([path]) { _ in nil }
        let bytes = loaded.schema.descriptor(of: try #require(loaded.schema.file(at: path)))
        let text = try protobufText(ofDescriptor: bytes)
        let again = loadProtobuf([path]) { $0 == path ? SourceFile(path: path, text: text) : nil }
        #expect(again.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
        #expect(again.schema.descriptor(of: try #require(again.schema.file(at: path))) == bytes)
    }

    @Test func `options that an import declares are told by name`() throws {
        let options = SourceFile(
            path: "options.proto",
            text: "syntax = \"proto2\"; package o; import \"google/protobuf/descriptor.proto\"; message Owner { optional string team = 1; repeated sint32 n = 2; } "
                + "extend google.protobuf.FieldOptions { optional Owner owner = 5000; }")
        let text = "syntax = \"proto3\"; import \"options.proto\"; message A { int32 x = 1 [(o.owner) = { team: \"blue\" n: [-1, 2] }]; }"
        let resolve: (String) -> SourceFile? = { $0 == "options.proto" ? options : nil }
        let loaded = loadProtobuf(["a.proto"]) { $0 == "a.proto" ? SourceFile(path: $0, text: text) : resolve($0) }
        let bytes = loaded.schema.descriptor(of: try #require(loaded.schema.file(at: "a.proto")))
        #expect(try protobufText(ofDescriptor: bytes, resolve: resolve).contains("[(.o.owner) = { team: \"blue\" n: -1 n: 2 }]"))
        #expect(try !protobufText(ofDescriptor: bytes).contains("owner"))
    }

    @Test func `names that would be a text of their own are refused`() {
        // name "a", message "A{}message B"
        let bytes: [UInt8] = [0x0A, 1, 0x61, 0x22, 15, 0x0A, 13] + Array("A{}message BCD".utf8.prefix(13))
        #expect(throws: ProtobufDescriptorProblem.self) { try protobufText(ofDescriptor: bytes) }
        #expect(throws: ProtobufDescriptorProblem.self) { try protobufText(ofDescriptor: []) }
        #expect(throws: ProtobufDescriptorProblem.self) { try protobufText(ofDescriptor: [0x0A]) }
    }

    @Test func `any bytes give a text or a reason`() throws {
        var generator = SeededGenerator(seed: 3)
        let seeds = try Self.texts.map(Self.descriptor)
        var (texts, whole) = (0, 0)
        for _ in 0..<1_000 {
            var bytes = seeds.randomElement(using: &generator) ?? []
            for _ in 0..<Int.random(in: 1..<3, using: &generator) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<8, using: &generator) {
                case 0..<6: bytes[place] = UInt8.random(in: 0...255, using: &generator)
                case 6: bytes.remove(at: place)
                default: bytes.insert(contentsOf: bytes[place...].prefix(30), at: place)
                }
            }
            guard let text = try? protobufText(ofDescriptor: bytes) else { continue }
            texts += 1
            let file = SourceFile(path: "file.proto", text: text)
            let loaded = loadProtobuf(file)
            guard !loaded.hasErrors, let root = loaded.schema.file(at: "file.proto") else { continue }
            whole += 1
            // What loads is a fixed point: written once more, it is the same text.
            #expect(try protobufText(ofDescriptor: loaded.schema.descriptor(of: root)) == text, "\(text)")
        }
        #expect(texts > 100 && whole > 10, "\(texts) \(whole)")
    }
}
