import ContractModel
import ContractPayloads
import ContractSampling
import Determinism
import Diagnostics
import Foundation
import LocatedJSON
import RandomContracts
import Testing

/// Random contracts, compiled by protoc, and random messages: what Google's library for Python makes of their bytes and of
/// their JSON.
@Suite(.enabled(if: Oracle.isThere, "needs the oracles that 'make test' installs"))
struct ProtobufOracleTests {
    private static let known: [String: String] = [:]

    @Test func `messages become json and bytes as by google's library`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("heddle-oracle-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let contracts = (0..<300).map { RandomProtobufContract(seed: $0) }
        // Debian's protoc is older than the editions: of those the descriptors are our own, and of all where it is not there.
        let compiled = Oracle.hasProtoc ? contracts.indices.filter { $0 % 3 != 2 } : []
        for index in compiled {
            try contracts[index].text.write(to: folder.appendingPathComponent("p\(index).proto"), atomically: true, encoding: .utf8)
        }
        let descriptors = folder.appendingPathComponent("all.pb").path
        if !compiled.isEmpty {
            let status = try Oracle.run(
                "protoc", ["-I", folder.path, "--include_imports", "--descriptor_set_out=\(descriptors)"] + compiled.map { "p\($0).proto" })
            try #require(status == 0)
        }
        var questions: [String] = []
        var asked: [(message: ProtobufMessage, schema: ProtobufSchema, sample: Sample)] = []
        for (index, contract) in contracts.enumerated() {
            let result = loadProtobuf(SourceFile(path: "p\(index).proto", text: contract.text))
            try #require(!result.hasErrors, "\(result.diagnostics.map(\.message)): \(contract.text)")
            var path = descriptors
            if !compiled.contains(index) {
                path = folder.appendingPathComponent("p\(index).pb").path
                let file = try #require(result.schema.file(at: "p\(index).proto"))
                try Data(result.schema.descriptorSet(of: [file])).write(to: URL(fileURLWithPath: path))
            }
            let load = "{\"kind\":\"load\",\"path\":\(jsonText(path))}"
            for name in contract.messages {
                let message = try #require(result.schema.message(named: name))
                var generator = SeededGenerator(seed: UInt64(asked.count))
                for _ in 0..<5 {
                    let sample = try sampleProtobuf(message, in: result.schema, using: &generator)
                    asked.append((message, result.schema, sample))
                    questions.append(load)
                    questions.append(
                        "{\"kind\":\"protobuf\",\"message\":\"\(name)\",\"bytes\":\"\(Data(sample.bytes).base64EncodedString())\",\"json\":\(sample.json.compactText)}"
                    )
                }
            }
        }
        let all = try Oracle.ask(questions)
        let answers = all.indices.filter { $0 % 2 == 1 }.map { all[$0] }
        var known = KnownDifferences(Self.known)
        var same = 0
        for (question, answer) in zip(asked, answers) {
            let text = question.sample.json.compactText
            if let json = answer["json"]?["ok"], isNearly(json, question.sample.json) {
                same += 1
            } else {
                known.note(nil, "as JSON: \(text) here, \(answer["json"]?.compactText ?? "") there")
            }
            let bytes = answer["bytes"]?["ok"]?.string.flatMap { Data(base64Encoded: $0) }.map { Array($0) }
            // Entries of a map have no order: what counts is what is read back.
            if let bytes, let read = try? protobufJSON(bytes, message: question.message, in: question.schema), read == question.sample.json
            {
                same += 1
            } else {
                known.note(nil, "as bytes: \(text) here, \(answer["bytes"]?.compactText ?? "") there")
            }
        }
        print(
            "Protobuf oracle: \(contracts.count) contracts, \(asked.count) messages, \(same) forms alike; known differences \(known.counts)"
        )
        #expect(asked.count > 1_000)
        known.settle()
    }
}
