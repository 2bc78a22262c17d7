import AuditTrail
import MeshModel

/// Events for people: a line each, and what was changed below it.
struct AuditLogText {
    var paint: Paint

    func render(_ listed: ListedEvent) -> String {
        let place = paint.dim("\(listed.cluster)#\(listed.offset)")
        guard let event = listed.archived.event else {
            return "\(utc(listed.archived.time))  \(place)  \(printable(listed.archived.type))  (of a kind that this Heddle does not know)"
        }
        var parts = [utc(event.time), place, paint.bold(event.kind.rawValue), printable(event.actor)]
        if let run = event.run { parts.append("#\(run)") }
        if let plan = event.plan { parts.append("plan \(printable(shortPlan(plan)))") }
        if let revision = event.source?.revision { parts.append("revision \(printable(shortRevision(revision)))") }
        parts.append(printable(event.message))
        return ([parts.joined(separator: "  ")] + event.changes.map(line)).joined(separator: "\n")
    }

    private func line(_ change: AuditEvent.Change) -> String {
        let outcome: String =
            switch change.outcome {
            case "done": paint.green("done") + "  "
            case let outcome?: paint.red(printable(outcome)) + "  "
            case nil: ""
            }
        let risk = change.risk.map { $0 == "safe" ? "" : "  \(printable($0))" } ?? ""
        let detail = change.detail.map { paint.dim("  # \(printable($0))") } ?? ""
        return "    \(outcome)\(printable(change.action)) \(printable(change.address.description))\(risk)\(detail)"
    }

    /// Digests of plan files begin with `sha256:` and are long.
    private func shortPlan(_ plan: String) -> String { String((plan.split(separator: ":").last ?? "").prefix(12)) }
}
