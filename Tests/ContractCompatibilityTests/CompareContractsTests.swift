import ContractCompatibility
import ContractModel
import Diagnostics
import Testing

@Suite struct `Two versions of a contract` {
    func compare(_ format: ContractFormat, _ old: String, _ new: String, _ mode: CompatibilityMode) -> Comparison {
        compareContracts(
            format, old: ContractText(SourceFile(path: "old", text: old)), new: ContractText(SourceFile(path: "new", text: new)), mode: mode)
    }

    @Test(arguments: [
        (ContractFormat.avro, #""int""#, #""long""#),
        (.jsonSchema, #"{"type": "integer"}"#, #"{"type": "number"}"#),
    ])
    func `a wider type is read by new readers and not by old ones`(format: ContractFormat, narrow: String, wide: String) {
        #expect(compare(format, narrow, wide, .backward).isCompatible)
        #expect(!compare(format, narrow, wide, .forward).isCompatible)
        #expect(!compare(format, narrow, wide, .full).isCompatible)
        #expect(compare(format, wide, narrow, .forward).isCompatible)
    }

    @Test func `a protobuf field that is added is compatible in both directions`() {
        let old = "syntax = \"proto3\"; message A { int32 id = 1; }"
        let new = "syntax = \"proto3\"; message A { int32 id = 1; string note = 2; }"
        #expect(compare(.protobuf, old, new, .full).isCompatible)
        #expect(!compare(.protobuf, new, old, .backward).isCompatible, "its number is left free")
    }

    @Test func `the victim is told, and the ranges stand in the versions that they are of`() throws {
        func order(_ type: String) -> String { #"{"type": "record", "name": "Order", "fields": [{"name": "id", "type": ""# + type + #""}]}"# }
        let finding = try #require(compare(.avro, order("int"), order("long"), .forward).findings.first)
        #expect(finding.victim == .oldReaders)
        #expect(finding.difference.oldRange?.file.path == "old")
        #expect(finding.difference.newRange?.file.path == "new")
    }

    @Test func `none asks for nothing, and what cannot be read has no verdict`() {
        #expect(compare(.avro, #""int""#, #""string""#, .none).isCompatible)
        let broken = compare(.avro, #""int""#, #"{"type": "nonsense"}"#, .backward)
        #expect(!broken.isReadable && !broken.isCompatible)
    }
}
