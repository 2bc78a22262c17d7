import AccessAnalysis
import Diagnostics
import MeshModel

/// The audit for people: the worst first, each with what shows it and what to do.
func renderAuditText(_ audit: AccessAudit, _ paint: Paint, isQuiet: Bool = false) -> String {
    var text = ""
    for finding in audit.findings where !isQuiet || finding.severity >= .medium {
        text += "\(coloured(finding.severity, paint))  \(paint.bold(finding.code.diagnosticCode))  \(visible(finding.message))\n"
        if let range = finding.range { text += "  at  \(range.location)\(finding.document.map { " (\(visible($0)))" } ?? "")\n" }
        if !finding.clusters.isEmpty { text += "  on  \(finding.clusters.joined(separator: ", "))\n" }
        for evidence in finding.evidence { text += "  \(evidence.label): \(visible(evidence.text))\n" }
        text += "  fix: \(visible(finding.fix.text))\n"
        if let yaml = finding.fix.yaml { text += yaml.split(separator: "\n", omittingEmptySubsequences: false).map { "       \(visible($0))\n" }.joined() }
        text += "\n"
    }
    return text + auditSummary(audit) + "\n"
}

/// "2 high, 1 low in 14 rules on 2 clusters; 1 suppressed", and what the logs covered.
func auditSummary(_ audit: AccessAudit) -> String {
    let counts = AuditSeverity.allCases.reversed().compactMap { severity -> String? in
        let count = audit.count(severity)
        return count == 0 ? nil : "\(count) \(severity.rawValue)"
    }
    let rules = audit.clusters.reduce(0) { $0 + $1.rules }
    let source = audit.clusters.contains(where: \.isLive) ? "as they are" : "as the manifests want them"
    var text = (counts.isEmpty ? "nothing found" : counts.joined(separator: ", "))
        + " in \(rules) rule\(rules == 1 ? "" : "s") on \(audit.clusters.count) cluster\(audit.clusters.count == 1 ? "" : "s"), \(source)"
    if !audit.suppressed.isEmpty { text += "; \(audit.suppressed.count) suppressed" }
    if let usage = audit.usage?.evidence {
        let window = usage.first.flatMap { first in usage.last.map { "\(utc(first)) to \(utc($0))" } } ?? "without dates"
        text += "\nlogs: \(usage.lines) line\(usage.lines == 1 ? "" : "s"), \(window): \(usage.grantedCount) granted, \(usage.deniedCount) denied, \(usage.unparsed) not understood"
    }
    return text
}

extension AccessFinding.Evidence {
    var text: String { values.joined(separator: ", ") + (total > values.count ? ", … (\(total) in all)" : "") }
}

private func coloured(_ severity: AuditSeverity, _ paint: Paint) -> String {
    switch severity {
    case .critical, .high: paint.red(severity.rawValue)
    case .medium, .low: paint.yellow(severity.rawValue)
    case .info: paint.dim(severity.rawValue)
    }
}
