import AccessAnalysis
import MeshModel

/// The audit as a comment on a change.
func renderAuditMarkdown(_ audit: AccessAudit) -> String {
    let isBad = audit.hasFindings(atLeast: .high)
    var page = MarkdownPage(closing: "heddle audit access")
    page.add(Markdown.marker("audit-access", audit.mesh, audit.environment ?? "") + "\n")
    page.add("## \(isBad ? "❌" : audit.findings.isEmpty ? "✅" : "⚠️") Access: \(audit.findings.count) finding\(audit.findings.count == 1 ? "" : "s")\n\n")
    page.add(auditSummary(audit).split(separator: "\n").map { Markdown.prose(String($0)) }.joined(separator: "  \n") + "\n\n")
    let rows = audit.findings.map { finding in
        "| \(finding.severity.rawValue) | \(Markdown.code(finding.code.rawValue)) | \(Markdown.prose(finding.message)) | \(finding.range.map { Markdown.code($0.location) } ?? "") |\n"
    }
    page.add(before: "| Severity | Code | Finding | At |\n|---|---|---|---|\n", rows: rows, after: "\n")
    let details = audit.findings.filter { $0.severity >= .medium }.map { finding in
        var text = "<details><summary>\(Markdown.code(finding.code.rawValue)): \(Markdown.prose(finding.message))</summary>\n\n"
        if !finding.clusters.isEmpty { text += "- on \(Markdown.code(finding.clusters.joined(separator: ", ")))\n" }
        for evidence in finding.evidence { text += "- \(Markdown.prose(evidence.label)): \(Markdown.code(evidence.text))\n" }
        text += "\n**How to mend:** \(Markdown.prose(finding.fix.text))\n"
        if let yaml = finding.fix.yaml {
            text += "\n<pre>" + yaml.split(separator: "\n", omittingEmptySubsequences: false).map { Markdown.prose(String($0)) }.joined(separator: "<br>") + "</pre>\n"
        }
        return text + "\n</details>\n"
    }
    page.add(before: "", rows: details, after: "")
    return page.finished()
}
