import ContractModel
import Diagnostics
import Foundation
import TestSupport

/// Inputs of protocompile with a verdict, and the Protobuf project's own files.
struct ProtobufCorpus: Sendable {
    struct Case: Decodable, Sendable {
        var file: String
        var errors: Int
        var firstError: String?

        private enum CodingKeys: String, CodingKey {
            case file
            case errors = "protocompile_errors"
            case firstError = "first_error"
        }

        /// Tests of a parser alone: what they import and name is not there.
        var isOfParser: Bool { file.hasPrefix("protocompile/parser/") }
    }

    let folder: URL
    let cases: [Case]
    /// Paths below `folder`/protobuf as imports name them: `google/protobuf/any.proto`, `editions/…`.
    let realFiles: [String]

    /// Nil where the corpus is not there.
    init?() {
        guard let folder = conformanceFolder("protobuf-parse"),
            let data = try? Data(contentsOf: folder.appending(path: "protocompile-cases.json")),
            let cases = try? JSONDecoder().decode([Case].self, from: data)
        else { return nil }
        self.folder = folder
        self.cases = cases
        let root = folder.appending(path: "protobuf")
        let found = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        realFiles = found.filter { $0.pathExtension == "proto" }.map { file in
            let path = String(file.path.dropFirst(root.path.count + 1))
            return path.hasPrefix("src/") ? String(path.dropFirst(4)) : path
        }.sorted()
    }

    func file(at path: String, named name: String) -> SourceFile? {
        guard let data = try? Data(contentsOf: folder.appending(path: path)) else { return nil }
        return SourceFile(path: name, bytes: Array(data))
    }

    /// A real file by the path that imports use. What the project's build generates into its input folder stands in its
    /// golden one.
    func realFile(_ path: String) -> SourceFile? {
        let below = path.hasPrefix("google/protobuf/editions/") ? String(path.dropFirst("google/protobuf/".count)) : path
        let golden = below.replacing("editions/input/", with: "editions/golden/")
        for candidate in ["protobuf/src/" + below, "protobuf/" + below, "protobuf/" + golden] {
            if let file = file(at: candidate, named: path) { return file }
        }
        return nil
    }
}
