import ContractCompatibility
import ContractModel
import Diagnostics
import Foundation
import TestSupport
import Testing

/// Each rule has a page, and a folder with two versions of a contract and what is found, a line each:
/// `new-readers|old-readers rule path`.
struct AvroFixtureTests {
    private static let folder = packageRoot.appending(path: "Fixtures/compatibility/avro")

    @Test(arguments: AvroRule.allCases)
    func `a rule has a page and a fixture`(_ rule: AvroRule) throws {
        #expect(FileManager.default.fileExists(atPath: packageRoot.appending(path: "Specs/diagnostics/\(rule.rawValue).md").path))
        // Only what is enormous brings this one about.
        if rule == .comparisonGivenUp { return }
        let expected = Self.folder.deletingLastPathComponent().appending(path: "\(rule.rawValue)/expected.txt")
        #expect(try String(contentsOf: expected, encoding: .utf8).contains(" \(rule.rawValue) "))
    }

    @Test func `the fixtures give what they expect, and nothing else`() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted()
        #expect(names.count == AvroRule.allCases.count - 1)
        for name in names {
            let folder = Self.folder.appending(path: name)
            let previous = try schema(folder.appending(path: "previous.avsc"))
            let current = try schema(folder.appending(path: "current.avsc"))
            let found =
                compareAvro(reader: current, writer: previous).map { line(.newReaders, $0) }
                + compareAvro(reader: previous, writer: current).map { line(.oldReaders, $0) }
            let expected = try String(contentsOf: folder.appending(path: "expected.txt"), encoding: .utf8)
            #expect(found.joined(separator: "\n") + "\n" == expected, "\(name)")
        }
    }

    private func line(_ victim: Difference.Victim, _ difference: Difference) -> String {
        "\(victim.rawValue) \(difference.rule) \(difference.path)"
    }

    private func schema(_ file: URL) throws -> AvroSchema {
        try avroSchema(String(contentsOf: file, encoding: .utf8), path: file.lastPathComponent)
    }
}
