import CompatibilityReference
import ContractCompatibility
import ContractModel
import Foundation
import TestSupport
import Testing

struct CompatibilityTableTests {
    private let tables: [CompatibilityTable]

    init() throws { tables = try readCompatibilityTables(root: packageRoot) }

    @Test func `every rule of the code is in a table, and every rule of a table in the code`() throws {
        let written =
            AvroRule.allCases.map(\.rawValue) + JSONSchemaChange.allCases.map(\.code) + ProtobufRule.allCases.map(\.rawValue)
            + XSDRule.allCases.map(\.rawValue)
        let listed = tables.flatMap(\.rules).map(\.rule)
        #expect(Set(listed) == Set(written))
        #expect(listed.count == Set(listed).count, "a rule is listed once")
    }

    @Test func `every rule has its page`() {
        for rule in tables.flatMap(\.rules) {
            let page = packageRoot.appending(path: "Specs/diagnostics/\(rule.rule).md")
            #expect(FileManager.default.fileExists(atPath: page.path), "\(rule.rule)")
        }
    }

    @Test func `every pair of versions is of a rule`() throws {
        let folder = packageRoot.appending(path: "Fixtures/compatibility")
        for table in tables {
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: table.format).path)
            let rules = table.rules.filter { $0.withoutFixture == nil }.map { $0.rule.replacing("\(table.format)/", with: "") }
            #expect(Set(names) == Set(rules), "\(table.format)")
        }
    }

    @Test func `rules, engines and levels that a table names are there`() {
        for table in tables {
            let rules = Set(table.rules.map(\.rule))
            for difference in table.differences { #expect(Set(difference.rules).isSubset(of: rules) && !difference.rules.isEmpty, "\(difference.what)") }
            for rule in table.rules {
                #expect(Set(rule.references.map { Array($0.keys) } ?? []).isSubset(of: Set(table.references.map(\.key))), "\(rule.rule)")
                #expect((rule.verdict == nil) != (rule.levels == nil), "\(rule.rule)")
                if let levels = rule.levels { #expect(Set(levels.keys) == Set(ProtobufLevel.allCases.map(\.rawValue)), "\(rule.rule)") }
            }
        }
    }

    /// The lists of cases that we see otherwise than their authors, and the tables' reasons, are of the same cases.
    @Test func `every known failure of a comparison is told and explained`() throws {
        let lists = ["avro-compatibility", "json-schema-diff", "protobuf-compatibility"]
        var listed: Set<String> = []
        for list in lists {
            let file = packageRoot.appending(path: "Tests/ConformanceTests/known-failures/\(list).txt")
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
                let key = try #require(line.range(of: ": ").map { line[..<$0.lowerBound] })
                listed.insert("\(list):\(key)")
            }
        }
        let explained = tables.flatMap(\.differences).flatMap { $0.cases ?? [] }.filter { told in lists.contains { told.hasPrefix($0 + ":") } }
        #expect(Set(explained) == listed)
    }

    @Test func `the page is what the tables say`() throws {
        for (path, text) in try generatedFiles(root: packageRoot) {
            let there = try? String(contentsOf: packageRoot.appending(path: path), encoding: .utf8)
            #expect(there == text, "\(path) is out of date: `swift run heddle-dev generate` mends this")
        }
    }

    @Test func `the page has a row a rule, with a verdict a mode`() throws {
        let page = try #require(try generatedFiles(root: packageRoot)["docs/reference/compatibility.md"])
        for rule in tables.flatMap(\.rules) {
            #expect(page.components(separatedBy: "(../../Specs/diagnostics/\(rule.rule).md)").count == 2, "\(rule.rule)")
        }
        #expect(page.contains("| A field without a default is added | **breaks** | — | **breaks** | READER_FIELD_MISSING_DEFAULT_VALUE |"))
    }
}
