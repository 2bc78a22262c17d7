/// One workflow command a line, which GitHub shows beside the changed lines of a pull request.
/// Source: "Workflow commands for GitHub Actions", setting an error message.
package func renderGitHub(_ report: DiagnosticReport) -> String {
    report.diagnostics.map { command($0) + "\n" }.joined()
}

private func command(_ diagnostic: Diagnostic) -> String {
    var properties: [(String, String)] = []
    if let range = diagnostic.range {
        properties = [
            ("file", range.file.path),
            ("line", String(range.start.line)),
            ("endLine", String(range.end.line)),
            ("col", String(range.start.column)),
        ]
        // Columns are read as a pair within one line only.
        if range.start.line == range.end.line { properties.append(("endColumn", String(range.end.column))) }
    }
    properties.append(("title", diagnostic.code))
    let name =
        switch diagnostic.severity {
        case .error: "error"
        case .warning: "warning"
        case .note: "notice"
        }
    let list = properties.map { "\($0)=\(escaped($1, isProperty: true))" }.joined(separator: ",")
    return "::\(name) \(list)::\(escaped(fullText(diagnostic), isProperty: false))"
}

/// Message, labels, notes and suggestion where there is no source to show them beside.
func fullText(_ diagnostic: Diagnostic) -> String {
    var lines = [diagnostic.message]
    if let label = diagnostic.label { lines.append(label) }
    lines += diagnostic.secondary.map { "\($0.range.location): \($0.text)" }
    lines += diagnostic.notes.map { "note: \($0)" }
    if let suggestion = diagnostic.suggestion { lines.append("help: \(suggestion)") }
    return lines.joined(separator: "\n")
}

private func escaped(_ text: String, isProperty: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "%": result += "%25"
        case "\r": result += "%0D"
        case "\n": result += "%0A"
        case ":" where isProperty: result += "%3A"
        case "," where isProperty: result += "%2C"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}
