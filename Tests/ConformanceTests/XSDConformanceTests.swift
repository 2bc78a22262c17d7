import Diagnostics
import Foundation
import TestSupport
import Testing
import XMLText
import XSDModel

/// The tests of https://github.com/w3c/xsdtests for XML Schema 1.0: which schemas are schemas, and which documents are
/// valid. What libxml2 sees otherwise is listed in known-failures/xsd.txt.
struct XSDConformanceTests {
    private struct Case: Decodable {
        struct Expectation: Decodable {
            var validity: String
            var version: String?
        }
        struct SchemaTest: Decodable {
            var name: String
            var documents: [String]
            var expected: [Expectation]
        }
        struct InstanceTest: Decodable {
            var name: String
            var document: String
            var expected: [Expectation]
        }
        var test_set: String
        var group: String
        var schema_tests: [SchemaTest]
        var instance_tests: [InstanceTest]
    }

    private struct Corpus {
        private struct Text: Decodable {
            var text: String?
            var base64: String?
        }

        var cases: [Case]
        var files: [String: [UInt8]]

        init(_ folder: URL) throws {
            let lines = try String(contentsOf: folder.appending(path: "cases.jsonl"), encoding: .utf8).split(separator: "\n")
            cases = try lines.map { try JSONDecoder().decode(Case.self, from: Data($0.utf8)) }
            let texts = try JSONDecoder().decode(
                [String: Text].self, from: Data(contentsOf: folder.appending(path: "files.json")))
            files = texts.mapValues { file in
                file.text.map { Array($0.utf8) } ?? file.base64.flatMap { Data(base64Encoded: $0) }.map { Array($0) } ?? []
            }
        }

        /// The schema with the files of its part of the corpus, by their paths from its folder.
        func schema(_ documents: [String]) -> (schema: XSDSchema?, diagnostics: [Diagnostic])? {
            guard let last = documents.last, let bytes = files[last] else { return nil }
            let folder = last.split(separator: "/").dropLast()
            var references: [String: SourceFile] = [:]
            for (path, bytes) in files where path.hasPrefix((folder.first ?? "") + "/") {
                let parts = path.split(separator: "/")
                let common = zip(parts, folder).prefix { $0 == $1 }.count
                let steps = Array(repeating: "..", count: folder.count - common) + parts.dropFirst(common).map(String.init)
                references[steps.joined(separator: "/")] = SourceFile(path: path, bytes: bytes)
            }
            guard documents.count > 1 else { return loadXSD(file: SourceFile(path: last, bytes: bytes), references: references) }
            // Several texts make one schema: one is written that refers to them all.
            let driver = documents.compactMap { path in
                let name = String(path.split(separator: "/").last ?? "")
                let namespace = files[path].flatMap { parseXML($0).root?["targetNamespace"] }
                return namespace.map { "<xs:import namespace='\($0)' schemaLocation='\(name)'/>" }
                    ?? "<xs:include schemaLocation='\(name)'/>"
            }.joined()
            let text = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>\(driver)</xs:schema>"
            return loadXSD(file: SourceFile(path: "driver.xsd", text: text), references: references)
        }
    }

    private static let folder = conformanceFolder("w3c-xsdtests")

    @Test(.enabled("the corpus is not there: set HEDDLE_CONFORMANCE") { folder != nil })
    func `schemas and documents are judged as labelled, but for the failures known and explained`() throws {
        let corpus = try Corpus(#require(Self.folder))
        var failing: [String: String] = [:]
        var (schemas, instances) = (0, 0)
        for group in corpus.cases {
            var schema: XSDSchema?
            for test in group.schema_tests {
                guard let loaded = corpus.schema(test.documents), let expected = verdict(test.expected) else { continue }
                schema = loaded.schema
                schemas += 1
                guard (loaded.schema != nil) != expected else { continue }
                let told = loaded.diagnostics.first { $0.severity == .error }
                failing["schema/\(group.test_set)/\(group.group)"] = told.map { "\($0.code) \($0.message)" } ?? "taken"
            }
            guard let schema else { continue }
            for test in group.instance_tests {
                guard let bytes = corpus.files[test.document], let expected = verdict(test.expected) else { continue }
                instances += 1
                let told = schema.validate(bytes)
                guard told.isEmpty != expected else { continue }
                failing["instance/\(group.test_set)/\(group.group)/\(test.name)"] = told.first?.message ?? "taken"
            }
        }
        #expect(schemas > 1_100 && instances > 850, "\(schemas) \(instances)")
        let known = try knownFailures("xsd")
        for (id, problem) in failing.sorted(by: { $0.key < $1.key }) where known[id] == nil { Issue.record("\(id): \(problem)") }
        for id in known.keys.sorted() where failing[id] == nil {
            Issue.record("\(id) passes: take it out of known-failures/xsd.txt")
        }
    }

    /// Nil where the test suite does not decide.
    private func verdict(_ expected: [Case.Expectation]) -> Bool? {
        let applying = expected.first { $0.version == nil || $0.version == "1.0" } ?? expected.first
        return applying.flatMap { $0.validity == "valid" ? true : $0.validity == "invalid" ? false : nil }
    }
}
