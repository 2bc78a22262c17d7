/// The report as JUnit XML, which CI servers show as test results: a suite a file, a failed case an error, a passed
/// case a warning or note (its text in `system-out`), and one passed case for a file without findings.
package func renderJUnit(_ report: DiagnosticReport) -> String {
    let findings = Dictionary(grouping: report.diagnostics) { $0.range?.file.path ?? "" }
    let files = Set(report.files).union(findings.keys).sorted()
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    let cases = files.reduce(0) { $0 + max(1, findings[$1]?.count ?? 0) }
    text += "<testsuites name=\"heddle\" tests=\"\(cases)\" failures=\"\(report.errorCount)\">\n"
    for file in files { text += suite(file, findings[file] ?? []) }
    return text + "</testsuites>\n"
}

private func suite(_ file: String, _ diagnostics: [Diagnostic]) -> String {
    let name = attribute(file.isEmpty ? "mesh" : file)
    let failures = diagnostics.count { $0.severity == .error }
    var text = "  <testsuite name=\"\(name)\" tests=\"\(max(1, diagnostics.count))\" failures=\"\(failures)\">\n"
    if diagnostics.isEmpty { text += "    <testcase name=\"no problems\" classname=\"\(name)\"/>\n" }
    for diagnostic in diagnostics {
        let place = diagnostic.range.map { " at \($0.start.line):\($0.start.column)" } ?? ""
        text += "    <testcase name=\"\(attribute(diagnostic.code + place))\" classname=\"\(name)\">\n"
        let body = (diagnostic.range.map { $0.location + ": " } ?? "") + fullText(diagnostic)
        if diagnostic.severity == .error {
            text += "      <failure message=\"\(attribute(diagnostic.message))\""
            text += " type=\"\(attribute(diagnostic.code))\">"
            text += content(body) + "</failure>\n"
        } else {
            text += "      <system-out>\(content("\(diagnostic.severity.rawValue): \(body)"))</system-out>\n"
        }
        text += "    </testcase>\n"
    }
    return text + "  </testsuite>\n"
}

private func content(_ text: String) -> String { escaped(text, inAttribute: false) }

private func attribute(_ text: String) -> String { escaped(text, inAttribute: true) }

/// What XML 1.0 cannot hold at all (section 2.2) becomes U+FFFD.
private func escaped(_ text: String, inAttribute: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "\n", "\t", "\r":
            if inAttribute || scalar == "\r" {
                result += "&#\(scalar.value);"
            } else {
                result.unicodeScalars.append(scalar)
            }
        case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: result += "\u{FFFD}"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}
