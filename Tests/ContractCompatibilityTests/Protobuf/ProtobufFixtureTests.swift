import ContractCompatibility
import ContractModel
import Diagnostics
import Foundation
import TestSupport
import Testing

/// Each rule has a page, and a folder with two versions of a contract and what is found at each level, a line each:
/// `level rule path`, the rule in parentheses where it breaks nothing.
struct ProtobufFixtureTests {
    private static let folder = packageRoot.appending(path: "Fixtures/compatibility/protobuf")
    /// Of several files, or enormous: they have tests of their own.
    private static let withoutFolder: Set<ProtobufRule> = [.fileDeleted, .tooManyDifferences]

    @Test(arguments: ProtobufRule.allCases)
    func `a rule has a page, and a fixture that gives it and just what is expected`(
        _ rule: ProtobufRule
    ) throws {
        let page = packageRoot.appending(path: "Specs/diagnostics/\(rule.rawValue).md")
        #expect(FileManager.default.fileExists(atPath: page.path))
        if Self.withoutFolder.contains(rule) { return }
        let folder = Self.folder.deletingLastPathComponent().appending(path: rule.rawValue)
        let previous = try load(folder.appending(path: "previous.proto"))
        let current = try load(folder.appending(path: "current.proto"))
        #expect(!previous.hasErrors, "\(previous.diagnostics)")
        #expect(current.hasErrors == (rule == .fieldTypeUnknown), "\(current.diagnostics)")
        let found = ProtobufLevel.allCases.map { level in
            compareProtobuf(old: previous.schema, new: current.schema, level: level).map {
                "\(level.rawValue) \(protobufLine($0))\n"
            }.joined()
        }.joined()
        let golden = folder.appending(path: "expected.txt")
        if ProcessInfo.processInfo.environment["HEDDLE_UPDATE_GOLDENS"] != nil {
            try Data(found.utf8).write(to: golden)
        }
        #expect(
            try found == String(contentsOf: golden, encoding: .utf8),
            "HEDDLE_UPDATE_GOLDENS=1 swift test rewrites it")
        let name = rule.rawValue.replacing("protobuf/", with: "")
        #expect(
            found.split(separator: "\n").contains { $0.split(separator: " ")[1] == name },
            "the fixture is to give its own rule")
    }

    @Test(arguments: ProtobufRule.allCases)
    func `the example of a page is its fixture`(_ rule: ProtobufRule) throws {
        if Self.withoutFolder.contains(rule) { return }
        let page = try String(
            contentsOf: packageRoot.appending(path: "Specs/diagnostics/\(rule.rawValue).md"),
            encoding: .utf8)
        let fence = try #require(
            page.firstMatch(of: /```diff\n([\s\S]*?)\n```/), "an example is fenced as a diff")
        let lines = fence.1.split(separator: "\n", omittingEmptySubsequences: false)
        for (name, without) in [("previous", "+"), ("current", "-")] {
            let side =
                lines.filter { !$0.hasPrefix(without) }.map { $0.dropFirst() }.joined(separator: "\n")
                + "\n"
            let file = Self.folder.deletingLastPathComponent().appending(
                path: "\(rule.rawValue)/\(name).proto")
            #expect(
                try String(contentsOf: file, encoding: .utf8).hasSuffix(side),
                "\(name).proto ends otherwise")
        }
    }

    @Test func `no folder is for a rule that there is not`() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        let rules = Set(ProtobufRule.allCases).subtracting(Self.withoutFolder).map {
            $0.rawValue.replacing("protobuf/", with: "")
        }
        #expect(Set(names) == Set(rules))
    }

    private func load(_ file: URL) throws -> ProtobufResult {
        try protobuf(String(contentsOf: file, encoding: .utf8), path: "contract.proto")
    }
}
