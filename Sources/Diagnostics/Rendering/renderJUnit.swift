import XMLText

/// The report as JUnit XML, which CI servers show as test results: a suite a file, a failed case an error, a passed case a
/// warning or note, told in the suite's `system-out`, and one passed case for a file without findings.
///
/// Nobody specified the format. This keeps to both schemas that tools hold it against: that of Jenkins' xunit plugin
/// (junit-10.xsd), and the narrower one of Ant's tasks (JUnit.xsd by Windy Road), which wants each suite numbered and dated,
/// and allows no totals on `testsuites` and no output within a case.
///
/// - Parameter secondsSince1970: when it was found out, UTC; the epoch where it is not said.
/// - Returns: empty where there was no memory for it, which CI servers refuse.
package func renderJUnit(_ report: DiagnosticReport, secondsSince1970: Int? = nil) -> String {
    let findings = Dictionary(grouping: report.diagnostics) { $0.range?.file.path ?? "" }
    let files = Set(report.files).union(findings.keys).sorted()
    let timestamp = utcDateTime(secondsSince1970: secondsSince1970 ?? 0)
    let text = try? writeXML { xml in
        xml.element("testsuites") { xml in
            for (index, file) in files.enumerated() {
                write(JUnitSuite(index: index, file: file, timestamp: timestamp, diagnostics: findings[file] ?? []), to: xml)
            }
        }
    }
    return text ?? ""
}

private struct JUnitSuite {
    var index: Int
    /// Empty for what no file is to blame for.
    var file: String
    var timestamp: String
    var diagnostics: [Diagnostic]

    var name: String { file.isEmpty ? "mesh" : file }
}

private func write(_ suite: JUnitSuite, to xml: borrowing XMLWriter) {
    let failures = suite.diagnostics.count { $0.severity == .error }
    xml.element(
        "testsuite",
        [
            ("id", String(suite.index)), ("package", "heddle"), ("name", suite.name), ("timestamp", suite.timestamp),
            // As the schema has it where the host is not to be told.
            ("hostname", "localhost"), ("tests", String(max(1, suite.diagnostics.count))), ("failures", String(failures)),
            ("errors", "0"), ("skipped", "0"), ("time", "0"),
        ]
    ) { xml in
        xml.element("properties")
        if suite.diagnostics.isEmpty { writeCase("no problems", in: suite, to: xml) { _ in } }
        for diagnostic in suite.diagnostics {
            let place = diagnostic.range.map { " at \($0.start.line):\($0.start.column)" } ?? ""
            writeCase(diagnostic.code + place, in: suite, to: xml) { xml in
                guard diagnostic.severity == .error else { return }
                xml.element("failure", [("message", diagnostic.message), ("type", diagnostic.code)]) { $0.text(body(diagnostic)) }
            }
        }
        let told = suite.diagnostics.filter { $0.severity != .error }.map { "\($0.severity.rawValue): \(body($0)) [\($0.code)]\n" }
        xml.element("system-out") { xml in
            if !told.isEmpty { xml.text(told.joined(separator: "\n")) }
        }
        xml.element("system-err")
    }
}

private func writeCase(
    _ name: String, in suite: JUnitSuite, to xml: borrowing XMLWriter, content: (borrowing XMLWriter) -> Void
) {
    xml.element("testcase", [("name", name), ("classname", suite.name), ("time", "0")], content: content)
}

private func body(_ diagnostic: Diagnostic) -> String {
    (diagnostic.range.map { $0.location + ": " } ?? "") + fullText(diagnostic)
}
