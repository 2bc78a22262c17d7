import AccessAnalysis
import MeshModel

/// The audit as a table (RFC 4180), a finding a line. Spreadsheets take what begins with certain characters for a formula, and names
/// come from clusters: such a value gets an apostrophe before it.
func renderAuditCSV(_ audit: AccessAudit) -> String {
    let header = ["severity", "code", "message", "clusters", "principal", "resource", "rules", "evidence", "file", "line", "fix", "yaml", "suppressed by", "expires"]
    var rows = [header]
    rows += audit.findings.map { row($0, nil) }
    rows += audit.suppressed.map { row($0.finding, $0.suppression) }
    return rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
}

private func row(_ finding: AccessFinding, _ suppression: AuditSpec.Suppression?) -> [String] {
    [
        finding.severity.rawValue, finding.code.diagnosticCode, finding.message, finding.clusters.joined(separator: " "), finding.principal ?? "",
        finding.resource ?? "", finding.rules.map(\.addressName).joined(separator: "\n"),
        finding.evidence.map { "\($0.label): \($0.text)" }.joined(separator: "\n"), finding.range?.file.path ?? "",
        finding.range.map { "\($0.start.line)" } ?? "", finding.fix.text, finding.fix.yaml ?? "", suppression?.owner.value ?? "",
        suppression?.expires.value.description ?? "",
    ]
}

func cell(_ text: String) -> String {
    var text = text
    if let first = text.unicodeScalars.first, ["=", "+", "-", "@", "\t", "\r", "\n"].contains(first) { text = "'" + text }
    // A list in YAML begins its lines with a dash, which is why only the first character counts.
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
}
