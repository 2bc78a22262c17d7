import Foundation
import HeddleRuntime
import LocatedJSON
import TestSupport
import Testing

/// The runtime's types of google/protobuf, held against what others write of the same bytes.
@Suite struct ProtobufWellKnownBytesTests {
    private static let types: [(name: String, again: @Sendable ([UInt8]) throws(CodecError) -> [UInt8])] = [
        ("Timestamp", { (bytes) throws(CodecError) in try again(ProtobufTimestamp.self, bytes) }),
        ("Duration", { (bytes) throws(CodecError) in try again(ProtobufDuration.self, bytes) }),
        ("Any", { (bytes) throws(CodecError) in try again(ProtobufAny.self, bytes) }),
        ("Struct", { (bytes) throws(CodecError) in try again(ProtobufStruct.self, bytes) }),
        ("Value", { (bytes) throws(CodecError) in try again(ProtobufValue.self, bytes) }),
        ("ListValue", { (bytes) throws(CodecError) in try again(ProtobufListValue.self, bytes) }),
        ("FieldMask", { (bytes) throws(CodecError) in try again(ProtobufFieldMask.self, bytes) }),
        ("Empty", { (bytes) throws(CodecError) in try again(ProtobufEmpty.self, bytes) }),
        ("DoubleValue", { (bytes) throws(CodecError) in try again(ProtobufDoubleValue.self, bytes) }),
        ("FloatValue", { (bytes) throws(CodecError) in try again(ProtobufFloatValue.self, bytes) }),
        ("Int64Value", { (bytes) throws(CodecError) in try again(ProtobufInt64Value.self, bytes) }),
        ("UInt64Value", { (bytes) throws(CodecError) in try again(ProtobufUInt64Value.self, bytes) }),
        ("Int32Value", { (bytes) throws(CodecError) in try again(ProtobufInt32Value.self, bytes) }),
        ("UInt32Value", { (bytes) throws(CodecError) in try again(ProtobufUInt32Value.self, bytes) }),
        ("BoolValue", { (bytes) throws(CodecError) in try again(ProtobufBoolValue.self, bytes) }),
        ("StringValue", { (bytes) throws(CodecError) in try again(ProtobufStringValue.self, bytes) }),
        ("BytesValue", { (bytes) throws(CodecError) in try again(ProtobufBytesValue.self, bytes) }),
    ]

    private static func again<M: ProtobufMessage>(_: M.Type, _ bytes: [UInt8]) throws(CodecError) -> [UInt8] {
        var writer = ByteWriter()
        writer.sortsMaps = true
        try M(decoding: bytes).encode(into: &writer)
        return writer.copyBytes()
    }

    private static func answer(_ type: Int, _ bytes: [UInt8]) -> String {
        do throws(CodecError) { return "=" + hexText(try types[type].again(bytes)) } catch { return "!\(error)" }
    }

    @Test func `bytes are swift-protobuf's`() throws {
        let path = packageRoot.appending(path: "Tests/ContractCodegenTests/Protobuf/Recorded/well-known.txt")
        let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n").dropFirst()
        #expect(lines.count > 300)
        for line in lines {
            let parts = line.split(separator: " ").map { $0 == "-" ? "" : String($0) }
            let type = try #require(Self.types.firstIndex { $0.name == parts[0] })
            #expect(Self.answer(type, hexBytes(parts[1])) == "=" + parts[2], "\(line)")
        }
    }

    @Test(.enabled(if: PythonClient.isThere, "needs the oracles that 'make test' installs"))
    func `bytes are those of google's library for python`() throws {
        let imports = ["timestamp", "duration", "any", "struct", "field_mask", "empty", "wrappers"].map { "import \"google/protobuf/\($0).proto\"; " }
        let comparison = Comparison(
            messages: Self.types.map { (name: "google.protobuf." + $0.name, contract: "") },
            files: "\"k.proto\":\(jsonText("syntax = \"proto3\"; package k; \(imports.joined()) message K {}"))")
        let cases = try comparison.cases { index, name in "{\"message\":\"\(name)\",\"seed\":\(index + 100),\"count\":60}" }
        #expect(cases.count == 60 * Self.types.count)
        let (differences, passed) = try comparison.differences(of: cases.map { Self.answer($0.message, hexBytes($0.payload)) }, from: cases)
        for text in differences.prefix(5) { Issue.record("\(text)") }
        #expect(differences.isEmpty)
        #expect(passed < 10)
    }
}
