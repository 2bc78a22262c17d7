import ContractCompatibility
import Foundation
import TestSupport
import Testing

/// Fixtures/compatibility/json-schema/RULE holds `previous.json`, `current.json` and what is told between them: lines
/// `code path`, with `!` where it breaks. HEDDLE_WRITE_FIXTURES=1 writes what is told now, for review.
struct JSONSchemaRuleFixtureTests {
    private static let folder = packageRoot.appending(path: "Fixtures/compatibility/json-schema")

    @Test(arguments: JSONSchemaChange.allCases)
    func `each rule is told where its fixture shows it`(_ change: JSONSchemaChange) throws {
        let folder = Self.folder.appending(path: change.rawValue)
        let previous = try Data(contentsOf: folder.appending(path: "previous.json"))
        let current = try Data(contentsOf: folder.appending(path: "current.json"))
        let told = try compare(String(decoding: previous, as: UTF8.self), String(decoding: current, as: UTF8.self))
        let lines = told.map { "\($0.rule) \($0.path)\($0.isBreaking ? " !" : "")\n" }.joined()
        let file = folder.appending(path: "expected.txt")
        if ProcessInfo.processInfo.environment["HEDDLE_WRITE_FIXTURES"] != nil { try Data(lines.utf8).write(to: file) }
        #expect(lines == String(decoding: try Data(contentsOf: file), as: UTF8.self))
        #expect(told.contains { $0.rule == change.code })
        #expect(told.allSatisfy { $0.oldRange != nil && $0.newRange != nil && !$0.message.isEmpty })
    }

    @Test func `there is a fixture for each rule, and no other`() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(Set(folders) == Set(JSONSchemaChange.allCases.map(\.rawValue)))
    }

    @Test(arguments: JSONSchemaChange.allCases)
    func `each rule has its page`(_ change: JSONSchemaChange) {
        let page = packageRoot.appending(path: "Specs/diagnostics/\(change.code).md")
        #expect(FileManager.default.fileExists(atPath: page.path))
    }
}
