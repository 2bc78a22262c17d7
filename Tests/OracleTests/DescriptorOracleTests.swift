import ContractModel
import Diagnostics
import Foundation
import LocatedJSON
import RandomContracts
import Testing

/// What protoc makes of .proto files, decoded by Google's library: our descriptors are the same.
@Suite(.enabled(if: Oracle.isThere && Oracle.hasProtoc, "needs the oracles that 'make test' installs"))
struct DescriptorOracleTests {
    @Test func `descriptors are those that protoc writes`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("heddle-oracle-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        // Every third is of an edition, which Debian's protoc does not know yet.
        var files: [String: SourceFile] = [:]
        for seed in UInt64(0)..<300 where seed % 3 != 2 {
            let file = SourceFile(path: "p\(seed).proto", text: RandomProtobufContract(seed: seed).text)
            files[file.path] = file
            try Data(file.bytes).write(to: folder.appendingPathComponent(file.path))
        }
        let names = files.keys.sorted()
        var different: [String] = []
        var count = 0
        for name in names {
            // Each alone: the contracts know nothing of each other.
            let result = loadProtobuf([name]) { files[$0] }
            try #require(!result.hasErrors, "\(result.diagnostics.map(\.message))")
            let file = try #require(result.schema.file(at: name))
            try Data(result.schema.descriptorSet(of: [file])).write(to: folder.appendingPathComponent(name + ".ours"))
            let alone = folder.appendingPathComponent(name + ".pb").path
            try #require(try Oracle.run("protoc", ["-I", folder.path, "--include_imports", "--descriptor_set_out=\(alone)", name]) == 0)
        }
        let answers = try Oracle.ask(
            names.map { name in
                "{\"kind\":\"descriptors\",\"protoc\":\(jsonText(folder.appendingPathComponent(name + ".pb").path)),"
                    + "\"ours\":\(jsonText(folder.appendingPathComponent(name + ".ours").path))}"
            })
        for (name, answer) in zip(names, answers) {
            count += answer["count"]?.int64.map { Int($0) } ?? 0
            for file in answer["different"]?.array ?? [] { different.append("\(name): \(file.string ?? "")") }
        }
        #expect(different == [])
        #expect(count >= names.count)
    }
}
