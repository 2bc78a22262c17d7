import ContractCompatibility
import ContractModel
import ContractSampling
import Testing

struct CounterExampleTests {
    private func find(
        _ format: ContractFormat, _ old: String, _ new: String, _ victim: Difference.Victim = .newReaders, level: ProtobufLevel = .wire
    ) -> CounterExample? {
        let mode: CompatibilityMode = victim == .newReaders ? .backward : .forward
        let comparison = compareContracts(format, old: contract(old), new: contract(new), mode: mode, level: level)
        let difference = comparison.findings.first { $0.difference.isBreaking }?.difference
        return counterExample(format, old: contract(old), new: contract(new), victim: victim, difference: difference, level: level)
    }

    @Test func `of avro the smallest payload that is refused is shown, with where and why`() throws {
        func order(_ symbols: String, _ type: String = "int") -> String {
            #"{"type":"record","name":"Order","fields":[{"name":"id","type":"\#(type)"},{"name":"lines","type":{"type":"array","items":{"type":"record","name":"Line","fields":[{"name":"kind","type":{"type":"enum","name":"Kind","symbols":[\#(symbols)]}}]}}}]}"#
        }
        let found = try #require(find(.avro, order(#""BOOK","FILM""#), order(#""BOOK""#)))
        #expect(found.payload == #"{"id":0,"lines":[{"kind":"FILM"}]}"#)
        #expect(found.bytes == [0, 2, 2, 0])
        #expect(found.path == "lines[0].kind")
        #expect(found.explanation.contains("'FILM', which the enum 'Kind' does not have"))
        #expect(find(.avro, order(#""BOOK""#), order(#""BOOK","FILM""#)) == nil)
        #expect(find(.avro, order(#""BOOK""#), order(#""BOOK","FILM""#), .oldReaders) != nil)
    }

    @Test(arguments: [
        (#"{"type":"integer","maximum":10}"#, #"{"type":"integer","maximum":9}"#, "10"),
        (#"{"type":"string"}"#, #"{"type":"string","maxLength":3}"#, #""aaaa""#),
        (#"{"type":"object"}"#, #"{"type":"object","required":["a"]}"#, "{}"),
        (
            #"{"properties":{"a":{"type":"string"}}}"#, #"{"properties":{"a":{"type":"string"}},"additionalProperties":false}"#,
            #"{"a":"","b":null}"#
        ),
        (#"{"enum":["a","b"]}"#, #"{"enum":["a"]}"#, #""b""#),
        (
            #"{"type":"object","properties":{"o":{"type":"object","properties":{"n":{"type":["integer","null"]}}}}}"#,
            #"{"type":"object","properties":{"o":{"type":"object","properties":{"n":{"type":"integer"}}}}}"#, #"{"o":{"n":null}}"#
        ),
    ])
    func `of json schema a small one is shown`(old: String, new: String, expected: String) throws {
        let found = try #require(find(.jsonSchema, old, new))
        #expect(found.payload.utf8.count <= expected.utf8.count, "\(found.payload)")
        #expect(!found.explanation.isEmpty)
    }

    @Test func `of several differences the one that is asked for is shown`() throws {
        let old = #"{"type":"object","properties":{"a":{"type":"integer"},"b":{"type":"string"},"c":{"type":"integer","maximum":9}}}"#
        let new =
            #"{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string","maxLength":4},"c":{"type":"integer","maximum":5}}}"#
        let findings = compareContracts(.jsonSchema, old: contract(old), new: contract(new), mode: .backward).findings
        #expect(findings.count == 3)
        for finding in findings {
            let found = try #require(
                counterExample(.jsonSchema, old: contract(old), new: contract(new), victim: .newReaders, difference: finding.difference))
            #expect(finding.difference.path.hasPrefix("#/properties" + found.path), "\(finding.difference.path): \(found)")
        }
        let (first, second) = (message("bytes a = 1; int32 b = 2;"), message("string a = 1; string b = 2;"))
        for finding in compareContracts(.protobuf, old: contract(first), new: contract(second), mode: .backward).findings {
            let found = counterExample(
                .protobuf, old: contract(first), new: contract(second), victim: .newReaders, difference: finding.difference)
            #expect(finding.difference.path == "shop.Order.\(found?.path ?? "")")
        }
    }

    @Test func `a property with a default that is missing is no counter-example`() {
        let old = #"{"type":"object","properties":{"a":{"type":"string","default":""}}}"#
        let new = #"{"type":"object","required":["a"],"properties":{"a":{"type":"string","default":""}}}"#
        #expect(find(.jsonSchema, old, new) == nil)
    }

    @Test func `what only readers refuse that check formats says so`() throws {
        let found = try #require(find(.jsonSchema, #"{"type":"string"}"#, #"{"type":"string","format":"date"}"#))
        #expect(found.explanation.contains("check formats"))
    }

    private func message(_ fields: String) -> String { "syntax = \"proto3\"; package shop; message Order { \(fields) }" }

    @Test func `of protobuf what is refused and what is taken for another value are told apart`() throws {
        let refused = try #require(find(.protobuf, message("bytes note = 1;"), message("string note = 1;")))
        #expect(!refused.isSilent && refused.path == "note" && refused.explanation.contains("not UTF-8"))
        let changed = try #require(find(.protobuf, message("int32 total = 1;"), message("sint32 total = 1;")))
        #expect(changed.isSilent && changed.path == "total" && changed.explanation.contains("takes it for sint32"))
        let lost = try #require(find(.protobuf, message("int32 total = 1;"), message("string total = 1;")))
        #expect(lost.isSilent && lost.explanation.contains("finds nothing there"))
        #expect(find(.protobuf, message("int32 total = 1;"), message("int64 total = 1;")) == nil)
    }

    @Test func `of protobuf's json a name that is gone is shown`() throws {
        let found = try #require(find(.protobuf, message("string note = 1;"), message("string remark = 1;"), level: .wireJSON))
        #expect(found.explanation.contains("as JSON"))
        #expect(find(.protobuf, message("string note = 1;"), message("string remark = 1;")) == nil)
    }

    @Test func `contracts with errors have none`() {
        for format in [ContractFormat.avro, .jsonSchema, .protobuf] { #expect(find(format, "{", "{") == nil) }
    }
}
