import ContractModel
import Diagnostics
import Foundation
import Testing

struct ProtobufDescriptorTests {
    @Test(arguments: ProtobufDescriptorGolden.all)
    func `a descriptor is protoc's to the byte`(_ golden: ProtobufDescriptorGolden) throws {
        let texts = Dictionary(uniqueKeysWithValues: ProtobufDescriptorGolden.all.map { ($0.path, $0.text + "\n") })
        let result = loadProtobuf([golden.path]) { path in texts[path].map { SourceFile(path: path, text: $0) } }
        #expect(result.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
        let file = try #require(result.schema.file(at: golden.path))
        let expected = try #require(Data(base64Encoded: golden.descriptor))
        #expect(result.schema.descriptor(of: file) == Array(expected))
    }

    @Test func `a set has what is imported first, each file once`() throws {
        let schema = protobufSchema(
            """
            syntax = "proto3";
            import "b.proto";
            import "c.proto";
            message A { B b = 1; C c = 2; }
            // file: b.proto
            syntax = "proto3";
            import "c.proto";
            message B { C c = 1; }
            // file: c.proto
            syntax = "proto3";
            message C {}
            """)
        let main = try #require(schema.file(at: "main.proto"))
        let set = schema.descriptorSet(of: [main, main])
        // FileDescriptorProto { string name = 1; } within FileDescriptorSet { repeated FileDescriptorProto file = 1; }
        let text = String(decoding: set, as: UTF8.self)
        let places = try ["c.proto", "b.proto", "main.proto"].map { name in
            try #require(text.range(of: "\n" + String(UnicodeScalar(UInt8(name.utf8.count))) + name)).lowerBound
        }
        #expect(places == places.sorted())
        #expect(text.ranges(of: "main.proto").count == 1)
    }
}
