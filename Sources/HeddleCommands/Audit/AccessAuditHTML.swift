import AccessAnalysis
import MeshModel
import ReconcilerService

/// The audit as one file that needs nothing else: no script, no font, no picture from anywhere.
func renderAuditHTML(_ audit: AccessAudit) -> String {
    let title = "Access of \(audit.mesh)" + (audit.environment.map { " (\($0))" } ?? "")
    var page = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(escaped(title))</title>
        <style>
        body { font: 15px/1.5 system-ui, sans-serif; margin: 2em auto; max-width: 70em; padding: 0 1em; color: #1b1f24; background: #fff }
        table { border-collapse: collapse; width: 100% } th, td { text-align: left; vertical-align: top; padding: .4em .6em; border-bottom: 1px solid #d0d7de }
        pre { background: #f6f8fa; padding: .6em; overflow: auto; margin: .4em 0 } code { font-size: 90%; overflow-wrap: anywhere }
        .critical, .high { color: #a40e26 } .medium { color: #8a4600 } .low { color: #6a5300 } .info { color: #57606a } .severity { font-weight: 600; white-space: nowrap }
        dl { margin: .3em 0 } dt { color: #57606a; float: left; clear: left; margin-right: .5em } dd { margin: 0 }
        </style>
        </head>
        <body>
        <h1>\(escaped(title))</h1>

        """
    page += "<p>" + auditSummary(audit).split(separator: "\n").map { escaped(String($0)) }.joined(separator: "<br>") + "</p>\n"
    page += "<table>\n<thead><tr><th scope=\"col\">Severity</th><th scope=\"col\">Finding</th><th scope=\"col\">Where</th></tr></thead>\n<tbody>\n"
    page += audit.findings.map { row($0, suppression: nil) }.joined()
    page += "</tbody>\n</table>\n"
    if !audit.suppressed.isEmpty {
        page += "<h2>Suppressed</h2>\n<table>\n<thead><tr><th scope=\"col\">Severity</th><th scope=\"col\">Finding</th><th scope=\"col\">Where</th></tr></thead>\n<tbody>\n"
        page += audit.suppressed.map { row($0.finding, suppression: $0.suppression) }.joined()
        page += "</tbody>\n</table>\n"
    }
    return page + "</body>\n</html>\n"
}

private func row(_ finding: AccessFinding, suppression: AuditSpec.Suppression?) -> String {
    var cell = "<strong>\(escaped(finding.message))</strong><br><code>\(escaped(finding.code.diagnosticCode))</code>"
    var details = finding.evidence.map { ($0.label, $0.text) }
    if !finding.clusters.isEmpty { details.insert(("clusters", finding.clusters.joined(separator: ", ")), at: 0) }
    if let suppression { details.append(("suppressed", "by \(suppression.owner.value) until \(suppression.expires.value): \(suppression.reason.value)")) }
    cell += "<dl>" + details.map { "<dt>\(escaped($0.0))</dt><dd><code>\(escaped($0.1))</code></dd>" }.joined() + "</dl>"
    cell += "<p>\(escaped(finding.fix.text))</p>"
    if let yaml = finding.fix.yaml { cell += "<pre>\(escaped(yaml))</pre>" }
    let place = [finding.range?.location, finding.document].compactMap { $0 }.map(escaped).joined(separator: "<br>")
    return "<tr><td class=\"severity \(finding.severity.rawValue)\">\(finding.severity.rawValue)</td><td>\(cell)</td><td><code>\(place)</code></td></tr>\n"
}

/// Line by line, for elements and quoted attributes.
private func escaped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { escapedHTML(visible($0)) }.joined(separator: "\n")
}
