import ContractModel
import Diagnostics
import Foundation
import LocatedJSON
import TestSupport

/// The tests of https://github.com/json-schema-org/JSON-Schema-Test-Suite.
struct JSONSchemaTestSuite: Sendable {
    /// A schema and a value with the verdict that is right.
    struct Group: Sendable {
        /// `draft7/items#2`: the file and the group's number in it, from 1.
        var id: String
        var description: String
        var draft: JSONSchemaDraft
        var isOptional: Bool
        /// Whether the file is about a format, which the test asserts.
        var assertsFormat: Bool
        var schema: JSONNode
        var tests: [Test]
    }

    struct Test: Sendable {
        var description: String
        var data: JSONNode
        var isValid: Bool
    }

    var groups: [Group] = []
    /// Documents that schemas refer to, by URI.
    var remotes: [String: JSONNode] = [:]

    /// Nil where the corpus is not there.
    static func load() throws -> JSONSchemaTestSuite? {
        guard let folder = conformanceFolder("json-schema-test-suite") else { return nil }
        var suite = JSONSchemaTestSuite()
        for file in jsonFiles(below: folder.appending(path: "remotes")) {
            suite.remotes["http://localhost:1234/\(file.name)"] = try readJSON(file.url)
        }
        let drafts: [(String, JSONSchemaDraft)] = [
            ("draft7", .draft7), ("draft2019-09", .draft2019), ("draft2020-12", .draft2020),
        ]
        for (name, draft) in drafts {
            for file in jsonFiles(below: folder.appending(path: "tests/\(name)")) {
                let stem = "\(name)/\(file.name.dropLast(5))"
                for (index, group) in (try readJSON(file.url).array ?? []).enumerated() {
                    suite.groups.append(
                        Group(
                            id: "\(stem)#\(index + 1)", description: group["description"]?.string ?? "", draft: draft,
                            isOptional: file.name.hasPrefix("optional/"), assertsFormat: file.name.hasPrefix("optional/format/"),
                            schema: group["schema"] ?? group,
                            tests: (group["tests"]?.array ?? []).map { test in
                                Test(
                                    description: test["description"]?.string ?? "", data: test["data"] ?? test,
                                    isValid: test["valid"]?.bool ?? false)
                            }))
                }
            }
        }
        return suite
    }
}

/// The files below a folder whose names end in `.json`, in order, named by their paths from the folder.
func jsonFiles(below folder: URL) -> [(name: String, url: URL)] {
    let base = folder.resolvingSymlinksInPath().path + "/"
    let found =
        FileManager.default.enumerator(at: folder.resolvingSymlinksInPath(), includingPropertiesForKeys: nil)?.compactMap {
            $0 as? URL
        } ?? []
    return found.filter { $0.pathExtension == "json" }
        .map { (name: String($0.path.dropFirst(base.count)), url: $0) }
        .sorted { $0.name < $1.name }
}

struct UnreadableJSON: Error {
    var diagnostics: [Diagnostic]
}

func readJSON(_ url: URL) throws -> JSONNode {
    let (root, diagnostics) = parseJSON(SourceFile(path: url.lastPathComponent, bytes: Array(try Data(contentsOf: url))))
    guard let root, diagnostics.isEmpty else { throw UnreadableJSON(diagnostics: diagnostics) }
    return root
}
