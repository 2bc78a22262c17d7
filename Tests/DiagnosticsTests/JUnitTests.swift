import Diagnostics
import Foundation
import TestSupport
import Testing
import XMLText

struct JUnitTests {
    private let report: DiagnosticReport

    init() {
        let source = MarkedSource("⟦a⟧: 1\n⟦\"ä\u{7}<&>\"⟧: 2\n", path: "dir/a b,%\".yaml")
        report = DiagnosticReport(
            [
                Diagnostic(code: "yaml/duplicate-key", "100% 'a' \"b\" <c> & \u{1}\nd ]]>", at: source.ranges[1], notes: ["n"]),
                Diagnostic(.warning, code: "t/odd", "w <&> ]]>", at: source.ranges[0]),
                Diagnostic(.note, code: "t/no-place", "m"),
            ], files: ["dir/a b,%\".yaml", "ok.yaml", ""])
    }

    @Test(arguments: ["junit-ant", "junit-jenkins"])
    func `a report is valid by the schemas that tools use`(_ name: String) throws {
        let schema = try schema(name)
        for (report, time) in [(report, 1_772_366_405), (report, nil), (DiagnosticReport([]), nil), (DiagnosticReport([], files: ["a\tb"]), -1)] {
            let text = renderJUnit(report, secondsSince1970: time)
            let (verdict, problems) = schema.validate(Array(text.utf8))
            #expect(verdict == .valid, "\(problems.map(\.message))")
        }
    }

    @Test func `the narrower schema refuses what it should`() throws {
        let schema = try schema("junit-ant")
        let text = renderJUnit(report)
        let spoilt = [
            text.replacing("<testsuites>", with: "<testsuites tests=\"1\">"), text.replacing(" hostname=\"localhost\"", with: ""),
            text.replacing("T00:00:00\"", with: "T00:00:00Z\""), text.replacing("<system-err/>", with: ""),
            text.replacing("id=\"1\"", with: "id=\"0\""),
        ]
        for text in spoilt { #expect(schema.validate(Array(text.utf8)).verdict == .invalid) }
    }

    @Test func `a suite a file, a failure an error, and the rest is told beside passed cases`() throws {
        let root = try #require(parseXML(Array(renderJUnit(report, secondsSince1970: 1_772_366_405).utf8)).root)
        #expect(root.name.local == "testsuites" && root.attributes.isEmpty)
        #expect(root.children.map { $0["name"] } == ["mesh", "dir/a b,%\".yaml", "ok.yaml"])
        #expect(root.children.map { $0["id"] } == ["0", "1", "2"])
        #expect(root.children.map { $0["tests"] } == ["1", "2", "1"])
        #expect(root.children.map { $0["failures"] } == ["0", "1", "0"])
        #expect(root.children.allSatisfy { $0["timestamp"] == "2026-03-01T12:00:05" && $0["errors"] == "0" })
        let cases = root.children[1].children.filter { $0.name.local == "testcase" }
        #expect(cases.map { $0["name"] } == ["t/odd at 1:1", "yaml/duplicate-key at 2:1"])
        #expect(cases[0].children.isEmpty)
        let failure = try #require(cases[1].children.first)
        #expect(failure["message"] == "100% 'a' \"b\" <c> & \u{FFFD}\nd ]]>" && failure["type"] == "yaml/duplicate-key")
        #expect(failure.text == "dir/a b,%\".yaml:2:1: 100% 'a' \"b\" <c> & \u{FFFD}\nd ]]>\nnote: n")
        let told = root.children[1].children.first { $0.name.local == "system-out" }
        #expect(told?.text == "warning: dir/a b,%\".yaml:1:1: w <&> ]]> [t/odd]\n")
        #expect(root.children[2].children.first { $0.name.local == "testcase" }?["name"] == "no problems")
    }

    @Test(arguments: [
        (0, "1970-01-01T00:00:00"), (951_782_399, "2000-02-28T23:59:59"), (951_868_799, "2000-02-29T23:59:59"),
        (951_868_800, "2000-03-01T00:00:00"), (-1, "1969-12-31T23:59:59"), (4_107_542_399, "2100-02-28T23:59:59"),
        (4_107_542_400, "2100-03-01T00:00:00"),
    ])
    func `the date is the calendar's`(_ seconds: Int, _ expected: String) throws {
        let root = try #require(parseXML(Array(renderJUnit(report, secondsSince1970: seconds).utf8)).root)
        #expect(root.children[0]["timestamp"] == expected)
    }

    private func schema(_ name: String) throws -> CompiledXMLSchema {
        let bytes = [UInt8](try Data(contentsOf: packageRoot.appending(path: "Fixtures/reports/\(name).xsd")))
        let (schema, problems) = CompiledXMLSchema.compile([.init(bytes: bytes, targets: [])])
        return try #require(schema, "\(problems.map(\.message))")
    }
}
