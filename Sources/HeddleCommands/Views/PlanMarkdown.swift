import MeshModel
import MeshPlanning

/// A plan as a comment on a change: what cannot be done first, then what needs permission, then each cluster, to be opened.
struct PlanMarkdown {
    /// `Plan for <code>shop</code>`
    var title: String
    /// By which a bot finds the comment.
    var marker: String
    /// Where the rest of it is, when there is no room.
    var rest = "see the JSON."

    init(_ plan: Plan) {
        title = "Plan for \(Markdown.code(plan.mesh))" + (plan.environment.map { " (\(Markdown.code($0)))" } ?? "")
        marker = Markdown.marker("plan", plan.mesh, plan.environment ?? "")
    }

    init(title: String, marker: String) {
        self.title = title
        self.marker = marker
    }

    /// - Parameter foot: Markdown.
    func render(_ plan: Plan, foot: String = "", appendix: (inout MarkdownPage) -> Void = { _ in }) -> String {
        var page = MarkdownPage(closing: rest)
        page.add("\(marker)\n## \(sign(plan)) \(title): \(headline(plan))\n")
        for cluster in plan.clusters {
            guard let failure = cluster.failure else { continue }
            page.add("\n> ❔ cluster \(Markdown.code(cluster.cluster)) is not known: \(Markdown.prose(failure.message))\n")
        }
        let foot = foot.isEmpty ? "" : "\n\(foot)\n"
        page.add(
            before: "\n### Cannot be done\n\n", rows: plan.refusals.map { row($0, sign: "❌") }, after: "\n")
        let risky = plan.changes.filter(\.risk.needsPermission)
        page.add(before: "\n### Needs permission\n\n", rows: risky.map(permission), after: "\n")
        for cluster in plan.clusters where !cluster.changes.isEmpty { add(cluster, to: &page) }
        addDrift(plan, to: &page)
        let kept = plan.clusters.flatMap(\.notices).filter { !$0.kind.isRefusal }
        page.add(
            before: "\n<details><summary>\(kept.count) no longer declared</summary>\n\n", rows: kept.map { row($0, sign: "❔") }, after: "\n</details>\n")
        appendix(&page)
        page.add(foot)
        return page.finished()
    }

    private func sign(_ plan: Plan) -> String {
        if !plan.refusals.isEmpty || plan.clusters.contains(where: { $0.failure != nil }) { return "❌" }
        return plan.changes.contains(where: \.risk.needsPermission) ? "⚠️" : "✅"
    }

    private func headline(_ plan: Plan) -> String {
        let counts = PlanCounts(plan)
        var parts: [String] = []
        for (count, words) in [
            (counts.create, "to create"), (counts.update, "to change"), (counts.delete, "to delete"), (counts.adopt, "to adopt"), (counts.note, "to note"),
        ] where count > 0 { parts.append("\(count) \(words)") }
        if parts.isEmpty { parts.append("no changes") }
        if counts.refusals > 0 { parts.append("**\(counts.refusals) cannot be done**") }
        if counts.drift > 0 { parts.append("drift in \(counts.drift)") }
        if counts.unreachable > 0 { parts.append("\(counts.unreachable) cluster\(counts.unreachable == 1 ? "" : "s") not known") }
        return parts.joined(separator: ", ")
    }

    private func row(_ notice: Notice, sign: String) -> String {
        var text = "- \(sign) \(Markdown.code(notice.address.description)): \(Markdown.prose(notice.message))"
        if let range = notice.origin?.range { text += " (\(Markdown.code("\(range.file.path):\(range.start.line)")))" }
        if let remedy = notice.remedy { text += "<br>**help:** \(Markdown.prose(remedy))" }
        return text + "\n"
    }

    private func permission(_ change: Change) -> String {
        let why = change.reasons.isEmpty ? "" : ": \(Markdown.prose(change.reasons.joined(separator: "; ")))"
        return "- ⚠️ **\(change.risk.rawValue)** \(Markdown.code(change.address.description))\(why)<br>"
            + "\(Markdown.code("--allow \(change.risk.rawValue)=\(change.address)"))\n"
    }

    private func add(_ cluster: ClusterPlan, to page: inout MarkdownPage) {
        let counts = PlanCounts(Plan(mesh: "", clusters: [cluster]))
        let summary = [(counts.create, "+"), (counts.update + counts.adopt, "~"), (counts.delete, "−"), (counts.note, "noted ")]
            .filter { $0.0 > 0 }.map { "\($0.1)\($0.0)" }.joined(separator: " ")
        page.add(
            before: "\n<details><summary>cluster \(Markdown.code(cluster.cluster)): \(summary)</summary>\n\n"
                + "| | Resource | Change | Risk | Why |\n|---|---|---|---|---|\n",
            rows: cluster.changes.map(row), after: "\n</details>\n")
    }

    private func row(_ change: Change) -> String {
        let subject = change.subject.map { "<br>subject \(Markdown.code($0))" } ?? ""
        let fields = change.fields.prefix(12).map(cell).joined(separator: "<br>")
        let more = change.fields.count > 12 ? "<br>… and \(change.fields.count - 12) more" : ""
        let risk = change.risk.needsPermission ? "⚠️ **\(change.risk.rawValue)**" : change.risk.rawValue
        return "| \(mark(change)) | \(Markdown.code(change.address.description))\(subject) | \(fields)\(more) | \(risk) | "
            + "\(Markdown.prose(change.reasons.joined(separator: "; "))) |\n"
    }

    private func mark(_ change: Change) -> String {
        switch change.action {
        case .create: "+"
        case .update: "~"
        case .delete: "−"
        case .adopt, .record, .forget, .quarantine, .restore: change.action.rawValue
        }
    }

    private func cell(_ field: FieldChange) -> String {
        let path = Markdown.code(field.path.hasPrefix("config.") ? String(field.path.dropFirst("config.".count)) : field.path)
        return switch (field.old, field.new) {
        case (let old?, let new?): "\(path) \(Markdown.code(old)) → \(Markdown.code(new))"
        case (nil, let new?): "\(path) \(Markdown.code(new))"
        case (let old?, nil): "\(path) \(Markdown.code(old)) → none"
        case (nil, nil): path
        }
    }

    private func addDrift(_ plan: Plan, to page: inout MarkdownPage) {
        let changes = plan.changes.filter(\.isDrift).map { change in
            let fields = change.fields.filter(\.isDrift).map { field in
                "\(Markdown.code(field.path)) is \(field.old.map { Markdown.code($0) } ?? "gone")"
                    + (field.lastApplied.map { ", last applied \(Markdown.code($0))" } ?? "")
            }
            let told = fields.isEmpty ? Markdown.prose(change.reasons.joined(separator: "; ")) : fields.joined(separator: "; ")
            return "- \(Markdown.code(change.address.description)): \(told)\n"
        }
        let notices = plan.clusters.flatMap(\.notices).filter(\.isDrift).map { "- \(Markdown.code($0.address.description)): \(Markdown.prose($0.message))\n" }
        page.add(before: "\n### Changed outside Heddle\n\n", rows: changes + notices, after: "\n")
    }
}

extension PlannedMesh {
    /// What stands below a plan's comment: what it was made from, and which file holds it.
    func foot(source: SourceStamp?) -> String {
        var parts: [String] = []
        if let revision = source?.revision { parts.append("manifests at \(Markdown.code(revision))") }
        if case .snapshot(let takenAt, let digest, _)? = basis {
            parts.append("from the snapshot of \(Markdown.prose(takenAt)) \(Markdown.code(digest)); records were not counted: whatever may lose records counts as destructive")
        }
        if let digest { parts.append("plan file \(Markdown.code(digest))") }
        return parts.isEmpty ? "" : "<sub>\(parts.joined(separator: " · "))</sub>"
    }
}
