import AccessAnalysis
import MeshModel
import ReconcilerService

/// A line a resource and cluster, a column a principal; RFC 4180, for spreadsheets. Empty where nothing may be done.
func renderMatrixCSV(_ tables: [(cluster: ClusterAccess, table: AccessTable)]) -> String {
    var principals: [String] = []
    for table in tables.map(\.table) { principals += table.principals.map(\.name).filter { !principals.contains($0) } }
    var lines = [["cluster", "resource"] + principals]
    for (cluster, table) in tables {
        let columns = Dictionary(uniqueKeysWithValues: table.principals.enumerated().map { ($1.name, $0) })
        for (resource, marks) in zip(table.resources, table.marks) {
            lines.append(
                [cluster.cluster, resource.description]
                    + principals.map { name in columns[name].map { marks[$0].isEmpty ? "" : marks[$0].text } ?? "" })
        }
    }
    return lines.map { $0.map(csvField).joined(separator: ",") + "\r\n" }.joined()
}

private func csvField(_ text: String) -> String {
    // A cell that begins so would be taken for a formula.
    let safe = text.first.map { "=+-@\t\r".contains($0) } == true ? "'" + text : text
    guard safe.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
}

/// One file that needs nothing else: no script, nothing fetched.
func renderMatrixHTML(_ scene: QueriedMesh, _ tables: [(cluster: ClusterAccess, table: AccessTable)]) -> String {
    var page = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>Access in \(escapedHTML(scene.mesh))</title>
        <style>
        body { font: 14px/1.5 system-ui, sans-serif; margin: 2rem; color: #1b1f24; background: #fff; }
        .wide { overflow: auto; max-height: 85vh; border: 1px solid #d0d7de; }
        table { border-collapse: separate; border-spacing: 0; }
        th, td { padding: .25rem .6rem; border-right: 1px solid #eaeef2; border-bottom: 1px solid #eaeef2; text-align: left; white-space: nowrap; }
        thead th { position: sticky; top: 0; background: #f6f8fa; z-index: 1; }
        tbody th { position: sticky; left: 0; background: #f6f8fa; font-weight: normal; }
        td { font-family: ui-monospace, monospace; }
        td.w { background: #fff1d6; } td.m { background: #ffe0dd; } td.r { background: #e2f4e6; }
        </style>
        </head>
        <body>
        <h1>Access in \(escapedHTML(scene.mesh))</h1>
        <p>\(scene.isLive ? "The rules that the clusters hold." : "The rules that the manifests ask for.")
        r read, w write, d describe, m manage: create, delete, alter or alter its configs. A ~: some of the names, or from some hosts only.</p>

        """
    for (cluster, table) in tables {
        page += "<h2>\(escapedHTML(cluster.cluster))</h2>\n"
        if let note = scene.notes[cluster.cluster] { page += "<p>\(escapedHTML(note))</p>\n" }
        page += "<div class=\"wide\"><table>\n<thead><tr><th scope=\"col\">resource</th>"
        for who in table.principals { page += "<th scope=\"col\">\(who == .everybody ? "everybody else" : escapedHTML(who.name))</th>" }
        page += "</tr></thead>\n<tbody>\n"
        for (resource, marks) in zip(table.resources, table.marks) {
            page += "<tr><th scope=\"row\">\(escapedHTML(resource.description))</th>"
            for mark in marks {
                let text = mark.isEmpty ? "" : mark.text
                let kind = text.contains("m") ? " class=\"m\"" : text.contains("w") ? " class=\"w\"" : text.contains("r") ? " class=\"r\"" : ""
                page += "<td\(kind)>\(text)</td>"
            }
            page += "</tr>\n"
        }
        page += "</tbody></table></div>\n"
    }
    return page + "</body>\n</html>\n"
}
