import ContractModel
import Diagnostics
import Foundation
import LocatedJSON
import LocatedYAML
import TestSupport
import Testing

/// Schemas that people use, with documents that meet them and documents that do not, from https://www.schemastore.org.
struct JSONSchemaStoreTests {
    private static let folder = conformanceFolder("schemastore")

    @Test(.enabled("the corpus is not there: set HEDDLE_CONFORMANCE") { folder != nil })
    func `documents of SchemaStore are told apart but for the failures known and explained`() throws {
        let folder = try #require(Self.folder)
        let known = try knownFailures("json-schema").filter { $0.key.hasPrefix("schemastore/") }
        var failing: [String: String] = [:]
        var counts = (schemas: 0, documents: 0, skipped: 0)
        for entry in try readJSON(folder.appending(path: "index.json")).array ?? [] {
            let name = try #require(entry["schema"]?.string)
            var options = JSONSchemaOptions()
            options.assertsFormat = true
            options.defaultDraft = .draft7
            let (schema, diagnostics) = compileJSONSchema(try readJSON(folder.appending(path: name)), options: options)
            counts.schemas += 1
            guard let schema else {
                failing["schemastore/\(name)"] = "does not compile: \(diagnostics.map(\.message))"
                continue
            }
            for (list, isValid) in [("valid", true), ("invalid", false)] {
                for path in (entry[list]?.array ?? []).compactMap(\.string) {
                    guard let value = try document(folder.appending(path: path)) else {
                        counts.skipped += 1
                        continue
                    }
                    counts.documents += 1
                    let verdict = schema.validate(value)
                    if verdict.isValid != isValid { failing["schemastore/\(path)"] = "\(verdict)".prefix(600).description }
                }
            }
        }
        print(
            "SchemaStore: \(counts.schemas) schemas, \(counts.documents) documents judged, \(counts.skipped) in TOML left out, \(failing.count) judged wrong"
        )
        #expect(counts.schemas == 51 && counts.documents > 240)
        for (id, problem) in failing.sorted(by: { $0.key < $1.key }) where known[id] == nil { Issue.record("\(id): \(problem)") }
        for id in known.keys.sorted() where failing[id] == nil {
            Issue.record("\(id) passes: take it out of known-failures/json-schema.txt")
        }
    }

    /// Nil for TOML.
    private func document(_ url: URL) throws -> JSONNode? {
        switch url.pathExtension {
        case "json": return try readJSON(url)
        case "yml", "yaml":
            let (documents, diagnostics) = parseYAML(
                SourceFile(path: url.lastPathComponent, bytes: Array(try Data(contentsOf: url))))
            guard let root = documents.first?.root else { throw UnreadableJSON(diagnostics: diagnostics) }
            return json(root)
        default: return nil
        }
    }

    private func json(_ node: YAMLNode) -> JSONNode {
        switch node.content {
        case .sequence(let nodes): return JSONNode(.array(nodes.map(json)), at: node.range)
        case .mapping(let entries):
            let members = entries.map { JSONMember(key: $0.key.scalar?.text ?? "", at: $0.key.range, value: json($0.value)) }
            return JSONNode(.object(members), at: node.range)
        case .scalar:
            let content: JSONNode.Content =
                switch node.resolved {
                case .null: .null
                case .boolean(let value): .bool(value)
                case .integer(let value): JSONNumber(String(value)).map { .number($0) } ?? .null
                case .float(let value): JSONNumber("\(value)").map { .number($0) } ?? .null
                case .string(let text): .string(text)
                }
            return JSONNode(content, at: node.range)
        }
    }
}
