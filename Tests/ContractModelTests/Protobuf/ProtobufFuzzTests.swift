import ContractModel
import Diagnostics
import Foundation
import TestSupport
import Testing

/// Whatever the bytes: an answer, in bounds, with places that lie inside the file.
struct ProtobufFuzzTests {
    private static let seeds = [
        """
        syntax = "proto3";
        package shop.v1;
        import "google/protobuf/timestamp.proto";
        option java_package = "com.shop";
        message Order {
          string id = 1 [json_name = "ID", deprecated = true];
          repeated Line lines = 2; map<string, .shop.v1.Order.Line> by_name = 3;
          oneof pay { bool cash = 4; google.protobuf.Timestamp later = 5; }
          optional Status status = 6; reserved 7, 9 to 11; reserved "old";
          message Line { int32 n = 1; }
          enum Status { OPEN = 0; DONE = 1 [deprecated = true]; reserved 5 to max; }
        }
        service Orders { rpc Get(Order) returns (stream Order) { option deprecated = true; } }
        """,
        """
        syntax = "proto2";
        import "google/protobuf/descriptor.proto";
        extend google.protobuf.MessageOptions { optional Rules rules = 50000; repeated string tags = 50001; }
        message Rules { optional string name = 1; repeated Rules inner = 2; extensions 100 to max [declaration = { number: 100 }]; }
        message M {
          option (rules) = { name: "x\\x41\\101\\u00e9" inner { inner: [{ name: 'y' }] } }; option (rules).inner = {};
          required int32 a = 1 [default = -0x7F]; optional double d = 2 [default = 1.5e-7];
          repeated group G = 3 { optional bytes b = 1 [default = "\\377"]; }
          extend Rules { optional M m = 101; }
        }
        """,
        """
        edition = "2024";
        package test.v1;
        option features.field_presence = IMPLICIT;
        export message M { int32 f_v1 = 1 [features = { field_presence: LEGACY_REQUIRED }]; repeated int32 p = 2
          [features.repeated_field_encoding = PACKED]; M m = 3 [features.message_encoding = DELIMITED]; reserved foo, bar; }
        local enum E { option features.enum_type = CLOSED; E_A = 1; }
        """,
    ].map { Array($0.utf8) }

    @Test func `mutated files are answered`() {
        var generator = SeededGenerator(seed: 0x9207)
        for round in 0..<1_500 {
            var bytes = Self.seeds[round % Self.seeds.count]
            for _ in 0..<Int.random(in: 1...5, using: &generator) { mutate(&bytes, using: &generator) }
            check(bytes)
        }
    }

    @Test func `random bytes are answered`() {
        var generator = SeededGenerator(seed: 0xBAD)
        for _ in 0..<500 {
            let length = Int.random(in: 0...200, using: &generator)
            check((0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) })
        }
    }

    @Test func `random tokens are answered`() {
        var generator = SeededGenerator(seed: 0xF00D)
        let pieces = [
            "syntax = \"proto3\";", "edition = \"2023\";", "package a.b;", "import \"google/protobuf/any.proto\";", "message M {", "enum E {",
            "oneof o {", "extend M {", "service S {", "rpc R(M) returns (M)", "option (x.y).z = ", "option deprecated = true;", "group G = 1 {",
            "map<string, M> m = 1;", "int32 a = 1", "string b = 2;", "M c = 3;", "A = 0;", "B = -1;", "reserved 1 to max;", "extensions 5 to 9;",
            "[default = 1]", "[packed = true]", "{ a: 1 [b] < c: 'd' > }", "}", "{", "[", "]", "(", ")", "<", ">", ";", ",", "=", ".", "-", "/",
            "1", "0x", "1e", "\"s\"", "'", "//", "/*", "*/", "\n", "optional ", "repeated ", "required ", "stream ", "max", "to", "é",
        ].map { Array(($0 + " ").utf8) }
        for _ in 0..<1_500 {
            let count = Int.random(in: 1...50, using: &generator)
            check((0..<count).flatMap { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] })
        }
    }

    @Test func `inputs that were once trouble are answered`() throws {
        let folder = packageRoot.appending(path: "Fixtures/regressions/fuzz/protobuf")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        #expect(!files.isEmpty)
        for file in files { check(Array(try Data(contentsOf: file))) }
    }

    @Test func `payloads of any bytes are answered`() throws {
        let result = loadProtobuf(SourceFile(path: "fuzz", bytes: Self.seeds[1]))
        let message = try #require(result.schema.message(named: "M"))
        var generator = SeededGenerator(seed: 0xDA7A)
        let valid: [UInt8] = [0x08, 1, 0x11, 0, 0, 0, 0, 0, 0, 0, 0, 0x1B, 0x0A, 2, 1, 2, 0x1C, 0x1B, 0x1C]
        #expect(result.schema.validate(valid, as: message) == [])
        for round in 0..<6_000 {
            var payload = valid
            if round % 3 == 0 { payload = (0..<Int.random(in: 0...60, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) } }
            for _ in 0..<Int.random(in: 1...4, using: &generator) { mutate(&payload, using: &generator) }
            let problems = result.schema.validate(payload, as: message)
            #expect(problems.count <= 20 && problems.allSatisfy { (0...payload.count).contains($0.offset) })
        }
    }

    private func check(_ bytes: [UInt8]) {
        let file = SourceFile(path: "fuzz", bytes: bytes)
        let result = loadProtobuf(file)
        #expect(result.diagnostics.count <= 2 * (ProtobufLimits().maximumDiagnostics + 1))
        for diagnostic in result.diagnostics {
            #expect(diagnostic.range.map(isSound) ?? true, "\(bytes)")
            #expect(diagnostic.secondary.allSatisfy { isSound($0.range) }, "\(bytes)")
        }
        guard let read = result.schema.file(at: "fuzz") else { return }
        let text = result.schema.canonicalText(of: read)
        #expect(!result.schema.descriptor(of: read).isEmpty)
        guard !result.hasErrors else { return }
        let again = loadProtobuf(SourceFile(path: "fuzz", text: text))
        #expect(!again.hasErrors && again.schema.file(at: "fuzz").map { again.schema.canonicalText(of: $0) } == text, "\(bytes)")
    }

    private func isSound(_ range: SourceRange) -> Bool {
        range.start <= range.end && Int(range.end.offset) <= range.file.bytes.count && range.start.line >= 1 && range.start.column >= 1
    }

    private func mutate(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
        guard !bytes.isEmpty else { return }
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        let other = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: index)
        case 2: bytes.insert(Array("[]{}()<>;=.,:-\"'/* \n09aMx".utf8).randomElement(using: &generator) ?? 0, at: index)
        case 3: bytes.removeSubrange(min(index, other)..<min(max(index, other), min(index, other) + 40))
        case 4: bytes.insert(contentsOf: bytes[min(index, other)..<min(max(index, other), min(index, other) + 80)], at: index)
        default: bytes.swapAt(index, other)
        }
    }
}
