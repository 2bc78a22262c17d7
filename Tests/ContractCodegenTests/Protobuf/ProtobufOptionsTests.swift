import CompiledCodecs
import ContractCodegen
import Diagnostics
import Testing

/// One contract under every option, compiled together without a warning: all of them read the same bytes, and write the same ones.
@Suite struct ProtobufOptionsTests {
    private static let variants: [(suffix: String, root: String, change: @Sendable (inout CodegenOptions) -> Void)] = [
        ("a", "ParcelA", { _ in }),
        ("b", "ParcelB", { $0.codable = true; $0.access = .public }),
        ("c", "ParcelC", { $0.dates = .foundation; $0.codable = true }),
        ("d", "ParcelD", { $0.maps = .pairs; $0.codable = true }),
        ("e", "Depot.E.ParcelE", { $0.namespaces = .nested; $0.access = .public }),
        ("f", "DepotFParcelF", { $0.namespaces = .flat }),
        ("g", "ParcelG", { $0.unknownFields = false; $0.enums = .closed }),
        ("h", "ParcelH", { $0.unknownFields = false; $0.maps = .pairs; $0.dates = .foundation; $0.enums = .closed; $0.access = .public }),
    ]

    @Test func `every option compiles, and changes nothing on the wire`() throws {
        let inputs = Self.variants.map { variant in
            var options = CodegenOptions()
            variant.change(&options)
            let text = Self.contract.replacing("NAME", with: variant.suffix.uppercased()).replacing("depot", with: "depot.\(variant.suffix)")
            return ContractInput(
                format: .protobuf, file: SourceFile(path: "\(variant.suffix).proto", text: text), outputName: "Parcel\(variant.suffix)", options: options)
        }
        let (files, diagnostics) = generateSwift(inputs)
        #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message))")
        var sources = Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.text) })
        sources["main.swift"] = Self.main + Self.variants.map { "print(answer(\($0.root).self, bytes))\n" }.joined()
        let program = try CompiledProgram(sources: sources)
        defer { program.remove() }
        #expect(try program.run() == [String](repeating: "same", count: Self.variants.count))
        #expect(files.first { $0.name == "Parcelc.swift" }?.text.contains("var sent: Foundation.Date?") == true)
        #expect(files.first { $0.name == "Parceld.swift" }?.text.contains("[HeddleRuntime.ProtobufMapEntry<Swift.String, Swift.Int32>]") == true)
    }

    @Test func `flat names keep the capitals of their parts`() throws {
        var options = CodegenOptions()
        options.namespaces = .flat
        let file = SourceFile(path: "p.proto", text: "syntax = \"proto3\"; package p3; message M0 { int32 a = 1; }")
        let text = try #require(generateSwift([ContractInput(format: .protobuf, file: file, outputName: "P", options: options)]).files.first?.text)
        #expect(text.contains("struct P3M0:"))
    }

    private static let contract = """
        syntax = "proto2";
        package depot;
        import "google/protobuf/timestamp.proto";
        enum ClassNAME { DEFAULT = 0; SELF = 1; }
        message ParcelNAME {
          required string id = 1;
          optional google.protobuf.Timestamp sent = 2;
          repeated google.protobuf.Timestamp seen = 3;
          map<string, int32> counts = 4;
          map<int32, google.protobuf.Timestamp> stops = 5;
          map<int64, ClassNAME> classes = 6;
          map<bool, ParcelNAME> parts = 7;
          oneof way { google.protobuf.Timestamp until = 8; ClassNAME class = 9; ParcelNAME within = 10; }
          repeated ClassNAME many = 11 [packed = true];
          optional ParcelNAME next = 12;
          optional int32 old = 13 [deprecated = true];
          optional double ratio = 14 [default = -0.5];
          optional group Box = 15 { required int32 size = 1; }
        }
        """

    /// Each field once, maps with one entry, a timestamp to the microsecond.
    private static let main = """
        import HeddleRuntime

        func field(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] { [tag, UInt8(content.count)] + content }
        let id = field(0x0A, [0x78])
        // 1,700,000,000.123456 seconds.
        let time: [UInt8] = [0x08, 0x80, 0xE2, 0xCF, 0xAA, 0x06, 0x10, 0x80, 0x94, 0xEF, 0x3A]
        var bytes = id + field(0x12, time) + field(0x1A, time) + field(0x1A, []) + field(0x22, field(0x0A, [0x61]) + [0x10, 5])
        bytes += field(0x2A, [0x08, 1] + field(0x12, time)) + field(0x32, [0x08, 2, 0x10, 1]) + field(0x3A, [0x08, 1] + field(0x12, id))
        bytes += field(0x42, time) + field(0x5A, [0, 1, 1]) + field(0x62, id) + [0x68, 7] + [0x71, 0, 0, 0, 0, 0, 0, 0, 0x80] + [0x7B, 0x08, 3, 0x7C]

        func answer<Value: ProtobufMessage>(_: Value.Type, _ bytes: [UInt8]) -> String {
            do throws(CodecError) {
                let written = try Value(decoding: bytes).encoded()
                return written == bytes ? "same" : "\\(Value.self) differs: \\(written) of \\(bytes)"
            } catch { return "\\(Value.self): \\(error)" }
        }

        """
}
