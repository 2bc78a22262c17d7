import ContractModel
import Diagnostics
import Testing

/// Inputs made to take time, memory or the stack.
struct ProtobufHostileTests {
    private func codes(_ text: String) -> Set<String> {
        Set(loadProtobuf(SourceFile(path: "hostile", text: text)).diagnostics.map(\.code))
    }

    private static let head = "syntax = \"proto3\";\n"

    @Test func `nesting of any kind ends`() {
        func repeated(_ text: String) -> String { String(repeating: text, count: 100_000) }
        #expect(codes(Self.head + repeated("message A {")).contains("protobuf/too-deep"))
        #expect(codes(Self.head + repeated("message A {") + repeated("}")).contains("protobuf/too-deep"))
        #expect(codes("syntax = \"proto2\";\nmessage M {" + repeated("optional group A = 1 {")).contains("protobuf/too-deep"))
        #expect(codes(Self.head + "option a = " + repeated("{a:")).contains("protobuf/too-deep"))
        #expect(codes(Self.head + "option a = {" + repeated("a [{")).contains("protobuf/too-deep"))
        #expect(codes(Self.head + "option a" + repeated(".a") + " = 1;").contains("protobuf/too-deep"))
        #expect(codes(Self.head + repeated("{")).contains("protobuf/syntax"))
        #expect(codes(Self.head + repeated("}")).contains("protobuf/syntax"))
        #expect(codes(Self.head + "message M { " + repeated("oneof a {")).contains("protobuf/syntax"))
        #expect(codes(Self.head + "message M { a" + repeated(".a") + " x = 1; }") == ["protobuf/unknown-name"])
        #expect(codes(Self.head + "package a" + repeated(".a") + ";") == ["protobuf/package-too-long"])
    }

    @Test func `thirty-two messages in each other are read`() {
        func nested(_ depth: Int) -> String {
            Self.head + String(repeating: "message A { ", count: depth) + String(repeating: "}", count: depth)
        }
        #expect(codes(nested(32)) == [])
        #expect(codes(nested(33)) == ["protobuf/too-deep"])
    }

    @Test func `ten thousand fields are read, and as many mistakes`() throws {
        var text = Self.head + "message M {\n"
        for number in 1...10_000 { text += "  M field_\(number) = \(number);\n" }
        let result = loadProtobuf(SourceFile(path: "hostile", text: text + "}"))
        #expect(!result.hasErrors)
        let message = try #require(result.schema.message(named: "M"))
        #expect(result.schema.field(9_999, of: message)?.name == "field_9999")
        let wrong = loadProtobuf(SourceFile(path: "hostile", text: text.replacing(" = ", with: " = 0") + "}"))
        #expect(wrong.diagnostics.count == ProtobufLimits().maximumDiagnostics + 1)
    }

    @Test func `ranges, values and extensions by the ten thousand are read`() {
        let numbers = 1...10_000
        let ranges = numbers.map { "\($0 * 20 + 20_000)" }.joined(separator: ", ")
        let extensions = numbers.map { "optional int32 e\($0) = \($0 * 20 + 20_000);" }.joined(separator: "\n")
        #expect(codes("syntax = \"proto2\";\nmessage M { extensions \(ranges); }\nextend M { \(extensions) }") == [])
        let values = numbers.map { "V\($0) = \($0);" }.joined()
        #expect(codes(Self.head + "enum E { Z = 0; \(values) reserved \(numbers.map { "-\($0)" }.joined(separator: ",")); }") == [])
        let imports = numbers.map { "import \"f\($0).proto\";" }.joined()
        #expect(codes(Self.head + imports) == ["protobuf/import-not-found", "protobuf/too-many-errors"])
        let options = numbers.map { _ in "option (x) = 1;" }.joined()
        #expect(codes(Self.head + "import \"google/protobuf/descriptor.proto\"; extend google.protobuf.FileOptions { repeated int32 x = 1000; }" + options) == [])
    }

    @Test func `options by the thousand are set`() {
        let numbers = 0..<5_000
        let fields = numbers.map { "optional int32 e\($0) = \($0 + 20_000);" }.joined()
        let required = numbers.map { "required int32 e\($0) = \($0 + 20_000);" }.joined()
        let head = "syntax = \"proto2\";\nimport \"google/protobuf/descriptor.proto\";\n"
        let extend = "extend google.protobuf.FileOptions {"
        #expect(codes(head + "\(extend) \(fields) }" + numbers.map { "option (e\($0)) = 1;" }.joined()) == [])
        let inner = head + "message R { \(fields) } \(extend) optional R r = 50000; }"
        #expect(codes(inner + numbers.map { "option (r).e\($0) = 1;" }.joined()) == [])
        #expect(codes(inner + "option (r) = { \(numbers.map { "e\($0): 1" }.joined(separator: " ")) };") == [])
        let wrong = codes(inner + "option (r) = { \(numbers.map { "f\($0): 1" }.joined(separator: " ")) };")
        #expect(wrong == ["protobuf/unknown-option", "protobuf/too-many-errors"])
        let all = head + "message R { \(required) } message L { repeated R r = 1; } \(extend) optional L l = 50000; }"
        #expect(codes(all + "option (l) = { \(String(repeating: "r {} ", count: 5_000)) };").contains("protobuf/option-value"))
    }

    @Test func `a line of many mistakes is told`() {
        let fields = String(repeating: "A a = 1; ", count: 20_000)
        #expect(codes(Self.head + "message M { \(fields) }").contains("protobuf/duplicate-name"))
    }

    @Test func `a chain of two thousand imports is followed`() {
        let result = loadProtobuf(["0"]) { path in
            guard let number = Int(path), number < 2_000 else { return SourceFile(path: path, text: Self.head) }
            return SourceFile(path: path, text: Self.head + "import public \"\(number + 1)\";")
        }
        #expect(!result.hasErrors)
        #expect(result.schema.files.count == 2_002)
    }

    @Test func `imports end at the limit of files`() {
        var limits = ProtobufLimits()
        limits.maximumFiles = 50
        let result = loadProtobuf(["0"], limits: limits) { path in
            SourceFile(path: path, text: Self.head + "import \"\((Int(path) ?? 0) + 1)\";")
        }
        #expect(result.diagnostics.map(\.code).contains("protobuf/import-not-found"))
        #expect(result.schema.files.count <= 51)
    }

    @Test func `names that collide by hash are still names`() {
        // Twelve letters of which two spellings have one FNV-1a hash in 32 bits would do; many names in one bucket do too.
        let fields = (1...20_000).map { "int32 f\($0 &* 2_654_435_761 % 1_000_003)_\($0) = \($0 < 19_000 ? $0 : $0 + 1_000);" }
        #expect(codes(Self.head + "message M { \(fields.joined(separator: "\n")) }") == [])
    }

    @Test func `a file beyond the limit is not read`() {
        var limits = ProtobufLimits()
        limits.maximumBytes = 100
        let file = SourceFile(path: "hostile", text: Self.head + String(repeating: " ", count: 100))
        #expect(loadProtobuf(file, limits: limits).diagnostics.map(\.code) == ["protobuf/too-large"])
    }

    @Test func `numbers of any size are told to be too large`() {
        let digits = String(repeating: "9", count: 10_000)
        #expect(codes(Self.head + "message M { int32 a = \(digits); reserved \(digits); }") == ["protobuf/field-number", "protobuf/number-range"])
        #expect(codes(Self.head + "enum E { A = 0; B = -\(digits); }") == ["protobuf/enum-number"])
        #expect(codes("syntax = \"proto2\";\nmessage M { optional double d = 1 [default = \(digits)]; optional float f = 2 [default = 1e\(digits)]; }") == [])
    }
}
