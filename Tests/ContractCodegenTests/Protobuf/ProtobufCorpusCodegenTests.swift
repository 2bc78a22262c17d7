import CompiledCodecs
import ContractCodegen
import ContractModel
import Diagnostics
import Foundation
import TestSupport
import Testing

/// Every .proto of the corpora that is a contract becomes Swift that compiles without a warning.
@Suite(.enabled(if: conformanceFolder("protobuf-parse") != nil, "the corpora are not there"))
struct ProtobufCorpusCodegenTests {
    @Test func `real contracts become swift without a warning`() throws {
        let root = try #require(conformanceFolder("protobuf-parse"))
        var sources: [String: String] = [:]
        var refused: [String] = []
        var contracts = 0
        let known = Folder(root)
        for (index, file) in known.paths.enumerated() {
            let result = loadProtobuf([file.path]) { known.file($0, beside: file) }
            if result.hasErrors { continue }
            var options = CodegenOptions()
            // All stand in one module: a name of its own for each type of each file.
            for file in result.schema.files {
                for id in file.messages { options.names[result.schema[id].fullName] = "C\(index)" + result.schema[id].name }
                for id in file.enums { options.names[result.schema[id].fullName] = "C\(index)" + result.schema[id].name }
            }
            let references = result.schema.files.filter { $0.path != file.path }.reduce(into: [String: SourceFile]()) { $0[$1.path] = $1.source.file }
            guard let own = result.schema.file(at: file.path) else { continue }
            let input = ContractInput(
                format: .protobuf, file: own.source.file, references: references, importPath: file.path, outputName: "Contract\(index)", options: options)
            let (files, diagnostics) = generateSwift([input])
            if let error = diagnostics.first(where: { $0.severity == .error }) {
                refused.append("\(file.path): \(error.message)")
                continue
            }
            contracts += 1
            for file in files { sources[file.name] = file.text }
        }
        // The others are wrong on purpose, or parts for a parser's tests. Two values of one enum that differ by case and underscores alone:
        #expect(refused == ["ir/options/validate/enum_names.proto: 'fooBar' and 'foo_bar' of 'buf.test.E' would both be 'fooBar'"])
        #expect(contracts == 172)
        try CompiledProgram.typecheck(sources: sources)
    }

    /// The files by the path under which imports name them.
    private struct Folder {
        let root: URL
        let paths: [(path: String, url: URL, base: URL)]

        init(_ root: URL) {
            self.root = root
            let found = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
            paths = found.filter { $0.pathExtension == "proto" }.map { url in
                let below = String(url.path.dropFirst(root.path.count + 1))
                for base in ["protobuf/src/", "protobuf/", "protocompile/"] where below.hasPrefix(base) {
                    return (String(below.dropFirst(base.count)), url, root.appending(path: base))
                }
                return (below, url, root)
            }.sorted { $0.1.path < $1.1.path }
        }

        func file(_ path: String, beside own: (path: String, url: URL, base: URL)) -> SourceFile? {
            for url in path == own.path ? [own.url] : [own.base.appending(path: path), root.appending(path: "protobuf/src/" + path), root.appending(path: "protobuf/" + path)] {
                if let data = try? Data(contentsOf: url) { return SourceFile(path: path, bytes: Array(data)) }
            }
            return nil
        }
    }
}
