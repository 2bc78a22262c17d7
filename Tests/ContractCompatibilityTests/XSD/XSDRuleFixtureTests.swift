import ContractCompatibility
import Diagnostics
import Foundation
import TestSupport
import Testing
import XSDModel

/// Fixtures/compatibility/xsd/RULE holds `previous.xsd`, `current.xsd` and what is told between them: lines `code path`,
/// with `!` where it breaks. HEDDLE_WRITE_FIXTURES=1 writes what is told now, for review.
struct XSDRuleFixtureTests {
    private static let folder = packageRoot.appending(path: "Fixtures/compatibility/xsd")

    @Test(arguments: XSDRule.allCases)
    func `each rule is told where its fixture shows it`(_ rule: XSDRule) throws {
        let folder = Self.folder.appending(path: name(rule))
        let schemas = try ["previous.xsd", "current.xsd"].map { name in
            let (schema, diagnostics) = loadXSD(
                file: SourceFile(path: name, bytes: Array(try Data(contentsOf: folder.appending(path: name)))))
            #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message))")
            return try #require(schema)
        }
        let told = compareXSD(old: schemas[0], new: schemas[1])
        let lines = told.map { "\($0.rule) \($0.path)\($0.isBreaking ? " !" : "")\n" }
        // A thousand differences need not all be written down.
        let text = lines.count > 20 ? (lines.prefix(2) + lines.suffix(2)).joined() : lines.joined()
        let file = folder.appending(path: "expected.txt")
        if ProcessInfo.processInfo.environment["HEDDLE_WRITE_FIXTURES"] != nil { try Data(text.utf8).write(to: file) }
        #expect(text == String(decoding: try Data(contentsOf: file), as: UTF8.self))
        #expect(told.contains { $0.rule == rule.rawValue })
        #expect(told.allSatisfy { $0.oldRange != nil || $0.newRange != nil || $0.rule == XSDRule.comparisonGivenUp.rawValue })
        #expect(told.allSatisfy { !$0.message.isEmpty && !$0.message.hasSuffix(".") })
    }

    @Test func `there is a fixture for each rule, and no other`() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(Set(folders) == Set(XSDRule.allCases.map(name)))
    }

    @Test(arguments: XSDRule.allCases)
    func `each rule has its page`(_ rule: XSDRule) {
        let page = packageRoot.appending(path: "Specs/diagnostics/\(rule.rawValue).md")
        #expect(FileManager.default.fileExists(atPath: page.path))
    }

    private func name(_ rule: XSDRule) -> String { String(rule.rawValue.dropFirst("xsd/".count)) }
}
