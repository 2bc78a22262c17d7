import ContractCodegen
import Diagnostics
import Foundation
import HeddleRuntime
import TestSupport
import Testing

/// `Generated/Consignment.swift` is what the generator makes of `consignment`, and is compiled into these tests.
@Suite struct ProtobufGoldenTests {
    private static let golden = packageRoot.appending(path: "Tests/ContractCodegenTests/Protobuf/Generated/Consignment.swift")

    @Test func `the golden file is what the generator makes`() throws {
        let file = SourceFile(path: "consignment.proto", text: consignment)
        let (files, diagnostics) = generateSwift([ContractInput(format: .protobuf, file: file, outputName: "Consignment")])
        #expect(diagnostics.isEmpty)
        let text = try #require(files.first?.text)
        if ProcessInfo.processInfo.environment["HEDDLE_UPDATE_GOLDENS"] == "1" { try text.write(to: Self.golden, atomically: true, encoding: .utf8) }
        #expect(try String(contentsOf: Self.golden, encoding: .utf8) == text, "HEDDLE_UPDATE_GOLDENS=1 writes it anew")
    }

    @Test func `a message in two parts is asked for what is required once both are read`() throws {
        // Field 12 twice, an id only in the second; then the field that is required of the whole.
        let bytes: [UInt8] = [0x62, 2, 0x68, 7, 0x62, 3, 0x0A, 1, 0x78, 0x0A, 1, 0x79]
        let value = try Consignment(decoding: bytes)
        #expect(value.id == "y")
        #expect(value.next?.id == "x")
        #expect(throws: CodecError(.malformed(expected: "the required field 'id'"), at: 7, path: [.field("next")])) {
            try Consignment(decoding: [0x62, 2, 0x68, 7, 0x0A, 1, 0x79])
        }
        var merged = value
        #expect(!merge(&merged, [0x62, 2, 0x68, 8, 0x7B]))
        #expect(merged == value)
    }

    private func merge(_ value: inout Consignment, _ bytes: [UInt8]) -> Bool {
        var reader = ByteReader(bytes.span.bytes)
        do throws(CodecError) {
            try value.merge(from: &reader)
            return true
        } catch { return false }
    }

    @Test func `an entry that holds more than a key and a value is kept whole`() throws {
        let bytes: [UInt8] = [0x0A, 1, 0x78, 0x22, 7, 0x0A, 1, 0x61, 0x10, 5, 0x18, 1]
        let value = try Consignment(decoding: bytes)
        #expect(value.counts.isEmpty)
        #expect(try value.encoded() == bytes)
    }
}

/// Something of all that Protobuf has: keywords for names, presence, closed and open enums, maps, oneofs, groups, recursion, defaults.
let consignment = """
    syntax = "proto2";
    package shop.depot;

    import "google/protobuf/timestamp.proto";

    // How a consignment goes.
    enum Handling {
      HANDLING_DEFAULT = 0;
      HANDLING_SELF = 1;
      HANDLING_URGENT = -1 [deprecated = true];
    }

    // What leaves a depot.
    message Consignment {
      required string id = 1;
      optional google.protobuf.Timestamp sent = 2;
      repeated sint64 weights = 3 [packed = true];
      map<string, int32> counts = 4; // By article.
      map<int64, Handling> classes = 5;
      oneof way {
        string ship = 6;
        Consignment within = 7;
        Handling class = 8;
      }
      repeated Handling many = 9;
      optional Handling default = 10 [default = HANDLING_SELF];
      optional double ratio = 11 [default = -inf];
      optional Consignment next = 12;
      optional int32 init = 13 [deprecated = true];
      repeated fixed32 seals = 14;
      optional group Box = 15 {
        optional bytes label = 1 [default = "\\\\001x"];
      }
      message Crate {
        optional bool self = 1;
      }
      extensions 100 to max;
    }
    """
