import Determinism
import MeshControl
import PlanFiles

/// The page for people: one file, without scripts, that asks for itself again.
struct StatusPage {
    let view: StatusBoard.View
    let listing: ResourceListing
    let query: ResourceQuery
    let version: String

    var answer: InterfaceAnswer { InterfaceAnswer(type: "text/html; charset=utf-8", body: Array(text.utf8)) }

    var text: String {
        var html = HTMLText()
        html.raw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta http-equiv=\"refresh\" content=\"10\">")
        html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        html.tag("title", "\(view.clusters.values.first?.mesh ?? "Heddle"): controller")
        html.raw(Self.style)
        html.raw("</head><body>\n")
        header(&html)
        for name in view.clusters.keys.sorted() {
            if let cluster = view.clusters[name] { section(cluster, &html) }
        }
        resources(&html)
        html.raw("</body></html>\n")
        return html.text
    }

    private func header(_ html: inout HTMLText) {
        html.raw("<header>")
        html.tag("h1", view.clusters.values.first?.mesh ?? "No mesh yet")
        html.open("p")
        html.say("\(view.name), Heddle \(version), since \(moment(view.startedAt))")
        if let reason = view.reasonNotReady { html.say(": not ready, \(reason)") }
        html.close("p")
        let source = view.source
        html.open("p")
        if let revision = source.revision { html.say("revision \(revision)\(source.repository.map { " of \($0)" } ?? "")") }
        if let readAt = source.readAt { html.say("\(source.revision == nil ? "" : ", ")manifests read at \(moment(readAt))") }
        html.close("p")
        if let problem = source.problem {
            html.open("div", ("class", "problem"))
            html.tag("strong", problem.revision.map { "revision \($0) is not taken: " } ?? "the manifests are not taken: ")
            html.say(problem.message)
            if !problem.diagnostics.isEmpty { html.tag("pre", problem.diagnostics.joined(separator: "\n")) }
            html.close("div")
        }
        html.raw("</header>\n")
    }

    private func section(_ cluster: ClusterStatus, _ html: inout HTMLText) {
        html.raw("<section>")
        html.tag("h2", cluster.cluster)
        let counts = cluster.counts
        html.tag(
            "p",
            "\(counts.resources) resources: \(counts.synced) synced, \(counts.ready) ready, \(counts.drifted) drifted, \(counts.blocked) blocked; "
                + "\(cluster.rounds) rounds, \(cluster.observedAt.map { "observed at \(moment($0))" } ?? "not observed yet")")
        conditions(cluster.conditions, &html)
        if let problem = cluster.source.problem { html.tag("p", "\(cluster.source.seen.map { "revision \($0)" } ?? "the newest revision") is not taken: \(problem)") }
        for suspension in cluster.suspensions {
            html.open("p", ("class", "held"))
            html.say("\(suspension.address?.description ?? "the whole cluster") is suspended by \(suspension.by) since \(moment(suspension.at))")
            if let reason = suspension.reason { html.say(": \(reason)") }
            html.close("p")
        }
        if let pending = cluster.pending { plan(pending, &html) }
        html.raw("</section>\n")
    }

    private func plan(_ pending: PendingPlan, _ html: inout HTMLText) {
        html.open("div", ("class", "held"))
        html.open("p")
        html.say("Plan \(pending.id) waits since \(moment(pending.since)) for ")
        html.tag("code", "heddle approve \(pending.id)")
        html.close("p")
        html.raw("<table><tr><th>change<th>risk<th>resource<th>why</tr>")
        for change in pending.changes.prefix(Self.mostChanges) {
            html.raw("<tr>")
            for text in [change.action, change.risk, change.address.description, change.reasons.joined(separator: "; ")] { html.tag("td", text) }
            html.raw("</tr>")
        }
        html.raw("</table>")
        let left = max(0, pending.changes.count - Self.mostChanges) + pending.unlisted
        if left > 0 { html.tag("p", "and \(left) more") }
        html.raw("</div>")
    }

    private func resources(_ html: inout HTMLText) {
        let page = listing.page(query)
        html.raw("<section><h2>Resources</h2><p>")
        html.link("all", to: "/")
        for kind in Condition.Kind.allCases {
            html.say(" · ")
            html.link("\(kind == .drifted || kind == .blocked ? "" : "not ")\(kind.rawValue)", to: address { query in
                query.condition = kind
                query.state = kind == .drifted || kind == .blocked ? .yes : .no
            })
        }
        for cluster in view.clusters.keys.sorted() {
            html.say(" · ")
            html.link(cluster, to: address { $0.cluster = cluster })
        }
        html.raw("</p>")
        html.tag("p", "\(page.total) found")
        html.raw("<table><tr><th>resource<th>cluster<th>revision<th>conditions</tr>\n")
        for row in page.rows {
            html.raw("<tr><td>")
            html.link(row.status.address.description, to: "/v1/resources/\(percentEncoded(row.status.address.description))?cluster=\(percentEncoded(row.cluster))")
            html.tag("td", row.cluster)
            html.tag("td", String(row.status.revision?.prefix(12) ?? ""))
            html.raw("<td>")
            conditions(row.status.conditions, &html)
            html.raw("</tr>\n")
        }
        html.raw("</table>")
        if let next = page.next {
            html.open("p")
            html.link("next page", to: address(keepsPlace: true) { $0.after = next })
            html.close("p")
        }
        html.raw("</section>")
    }

    private func conditions(_ conditions: [Condition], _ html: inout HTMLText) {
        html.raw("<ul>")
        for condition in conditions {
            html.open("li", ("class", mark(condition)), ("title", "\(condition.reason) since \(moment(condition.since))"))
            html.say(condition.state == .yes ? condition.kind.rawValue : condition.state == .no ? "not \(condition.kind.rawValue)" : "\(condition.kind.rawValue)?")
            if mark(condition) == "bad" || mark(condition) == "unknown", !condition.message.isEmpty { html.say(": \(condition.message)") }
            html.close("li")
        }
        html.raw("</ul>")
    }

    private func mark(_ condition: Condition) -> String {
        if condition.state == .unknown { return "unknown" }
        let isGood = (condition.kind == .drifted || condition.kind == .blocked) == (condition.state == .no)
        return isGood ? "good" : "bad"
    }

    /// This page, asked otherwise; from its beginning.
    private func address(keepsPlace: Bool = false, _ change: (inout ResourceQuery) -> Void) -> String {
        var query = query
        if !keepsPlace { query.after = nil }
        change(&query)
        let parts = [
            ("cluster", query.cluster), ("condition", query.condition?.rawValue), ("state", query.state?.rawValue), ("kind", query.kind?.rawValue),
            ("after", query.after),
        ]
        return "/?" + parts.compactMap { name, value in value.map { "\(name)=\(percentEncoded($0))" } }.joined(separator: "&")
    }

    private func moment(_ instant: Instant) -> String { utcText(instant).prefix(19) + "Z" }

    private static let mostChanges = 200

    private static let style: StaticString = """
        <style>
        body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#222;background:#fff}
        h1,h2{line-height:1.2}table{border-collapse:collapse;width:100%}
        th,td{text-align:left;vertical-align:top;padding:.3rem .8rem .3rem 0;border-bottom:1px solid #ddd}
        ul{list-style:none;margin:0;padding:0}li{display:inline-block;margin-right:.6rem}
        .good{color:#1a6b2f}.bad{color:#a3160f}.unknown{color:#7a5b00}
        .problem,.held{border-left:4px solid #a3160f;padding-left:.8rem}.held{border-color:#7a5b00}
        pre{white-space:pre-wrap}
        @media(prefers-color-scheme:dark){body{color:#ddd;background:#181818}a{color:#8ab4f8}th,td{border-color:#444}
        .good{color:#7bd88f}.bad{color:#ff8a80}.unknown{color:#f2c94c}}
        </style>
        """
}
