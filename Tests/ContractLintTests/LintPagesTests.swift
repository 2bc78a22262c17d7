import ContractLint
import ContractModel
import Diagnostics
import Foundation
import TestSupport
import Testing

/// A page is part of its rule: its example gives the finding.
struct LintPagesTests {
    private static let folder = packageRoot.appending(path: "Specs/diagnostics/lint")

    @Test func `every rule has a page, and every page a rule`() throws {
        let pages = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).map { "lint/" + $0.replacing(".md", with: "") }
        #expect(Set(pages) == Set(LintRule.allCases.map(\.rawValue)))
    }

    @Test(arguments: LintRule.allCases)
    func `the example of a page gives its finding and no other warning`(_ rule: LintRule) throws {
        let page = try String(contentsOf: packageRoot.appending(path: "Specs/diagnostics/\(rule.rawValue).md"), encoding: .utf8)
        let fence = try #require(page.firstMatch(of: /## Example\n\n```([a-z]+)\n([\s\S]*?)\n```/))
        if rule == .tooManyFindings { return }
        let found = lintContract(SourceFile(path: "example", text: String(fence.2)), as: try #require(format(rule)))
        #expect(!found.contains { $0.severity == .error }, "\(found.map(\.message))")
        #expect(found.contains { $0.code == rule.rawValue }, "\(found.map(\.code))")
        #expect(!found.contains { $0.code != rule.rawValue && $0.severity != .note }, "\(found.map(\.code))")
    }

    private func format(_ rule: LintRule) -> ContractFormat? {
        ContractFormat.allCases.first { rule.rawValue.hasPrefix("lint/\($0.rawValue)-") }
    }
}
