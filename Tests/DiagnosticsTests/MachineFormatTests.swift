import Diagnostics
import Foundation
import TestSupport
import Testing

struct MachineFormatTests {
    private let report: DiagnosticReport

    init() {
        let source = MarkedSource("⟦a⟧: 1\n⟦\"ä\u{7}<&>\"⟧: 2\n", path: "dir/a b,%.yaml")
        report = DiagnosticReport(
            [
                Diagnostic(
                    code: "yaml/duplicate-key", "100% 'a' \"b\" <c> & \u{1}\nd", at: source.ranges[1],
                    secondary: [.init("first", at: source.ranges[0])], notes: ["n"], suggestion: "s",
                    fixIts: [TextEdit(replace: source.ranges[1], with: "b")]),
                Diagnostic(.warning, code: "t/no-place", "m"),
            ], files: ["dir/a b,%.yaml", "ok.yaml"])
    }

    private func tree(_ format: DiagnosticFormat) throws -> JSONTree {
        try JSONTree(parsing: format.render(report, toolVersion: "1.2.3"))
    }

    @Test func `JSON carries all there is`() throws {
        let json = try tree(.json)
        #expect(json["formatVersion"] == "1.0")
        #expect(json["summary"] == ["errors": 1, "warnings": 1, "notes": 0, "files": 2])
        let diagnostics = json["diagnostics"]
        #expect(diagnostics.elements.map { $0["code"] } == ["t/no-place", "yaml/duplicate-key"])
        #expect(!diagnostics[0].names.contains("location"))
        #expect(diagnostics[1]["message"] == "100% 'a' \"b\" <c> & \u{1}\nd")
        #expect(diagnostics[1]["location"]["end"] == ["line": 2, "column": 8, "offset": 13])
        #expect(diagnostics[1]["fixIts"][0]["replacement"] == "b")
        #expect(diagnostics[1]["fixIts"][0]["location"]["file"] == "dir/a b,%.yaml")
    }

    @Test func `JSON has the members that its schema names and no others`() throws {
        let url = packageRoot.appending(path: "Specs/diagnostics/report-1.0.schema.json")
        let schema = try JSONTree(parsing: String(contentsOf: url, encoding: .utf8))
        let json = try tree(.json)
        let diagnostic = json["diagnostics"][1]
        #expect(json.names == schema["properties"].names)
        #expect(diagnostic.names.union(["label"]) == schema["$defs"]["diagnostic"]["properties"].names)
        #expect(diagnostic["location"].names == schema["$defs"]["location"]["properties"].names)
    }

    @Test func `SARIF names rules, places and fixes`() throws {
        let run = try tree(.sarif)["runs"][0]
        let driver = run["tool"]["driver"]
        #expect(driver["version"] == "1.2.3")
        #expect(driver["rules"].elements.map { $0["id"] } == ["t/no-place", "yaml/duplicate-key"])
        #expect(driver["rules"][1]["shortDescription"]["text"] == "A mapping gives the same key twice")
        let results = run["results"]
        #expect(results.elements.map { $0["level"] } == ["warning", "error"])
        #expect(results.elements.map { $0["ruleIndex"] } == [0, 1])
        let place = results[1]["locations"][0]["physicalLocation"]
        #expect(place["artifactLocation"]["uri"] == "dir/a%20b%2C%25.yaml")
        #expect(place["region"] == ["startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 8])
        #expect(results[1]["fixes"].elements.count == 1 && results[1]["relatedLocations"].elements.count == 1)
    }

    @Test func `SARIF tells where help is, and when it was written if that is known`() throws {
        let rules = try tree(.sarif)["runs"][0]["tool"]["driver"]["rules"]
        #expect(rules[1]["helpUri"] == "https://heddle.dev/diagnostics/yaml/duplicate-key")
        #expect(rules[1]["help"].names == ["text", "markdown"])
        #expect(!rules[0].names.contains("helpUri"), "it has no page")
        #expect(try tree(.sarif)["runs"][0]["invocations"][0].names == ["executionSuccessful"])
        let dated = try JSONTree(parsing: DiagnosticFormat.sarif.render(report, toolVersion: "1", secondsSince1970: 1_772_366_405))
        #expect(dated["runs"][0]["invocations"][0]["endTimeUtc"] == "2026-03-01T12:00:05Z")
    }

    @Test func `GitHub gets a command a line, escaped`() {
        #expect(
            DiagnosticFormat.github.render(report, toolVersion: "") == """
                ::warning title=t/no-place::m
                ::error file=dir/a b%2C%25.yaml,line=2,endLine=2,col=1,endColumn=8,title=yaml/duplicate-key::100%25 'a' "b" <c> & \u{1}%0Ad%0Adir/a b,%25.yaml:1:1: first%0Anote: n%0Ahelp: s

                """)
    }
}
