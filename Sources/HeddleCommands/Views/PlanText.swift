import Foundation
import MeshModel
import MeshPlanning

/// A plan as people read it: by cluster, resource and field; `+` created, `~` changed, `-` deleted, `!` drift.
struct PlanText {
    var paint: Paint

    func render(_ plan: Plan) -> String {
        var lines: [String] = []
        for cluster in plan.clusters { lines += section(cluster) }
        if plan.isEmpty, plan.clusters.allSatisfy({ $0.failure == nil && $0.notices.isEmpty }) {
            lines.append("No changes. The mesh is as the manifests say.")
        } else {
            lines.append(summary(plan))
        }
        if let managed = managed(plan.scope) { lines.append(managed) }
        return lines.joined(separator: "\n")
    }

    private func section(_ cluster: ClusterPlan) -> [String] {
        if let failure = cluster.failure {
            return [paint.bold("cluster \(cluster.cluster)"), "  \(paint.red("unknown")): \(failure.message)", ""]
        }
        guard !cluster.changes.isEmpty || !cluster.notices.isEmpty else { return [] }
        var lines = [paint.bold("cluster \(cluster.cluster)")]
        for change in cluster.changes { lines += entry(change) }
        for notice in cluster.notices { lines += entry(notice) }
        lines.append("")
        return lines
    }

    private func entry(_ change: Change) -> [String] {
        var heading = "  \(sign(change)) \(change.address)" + (change.subject.map { paint.dim("  subject \($0)") } ?? "")
        if change.isDrift { heading += "  " + paint.yellow("drift") }
        switch change.action {
        case .adopt: heading += "  (adopted)"
        case .record: heading += change.stage == .claim ? "  (claimed for this mesh)" : "  (noted as Heddle's)"
        case .forget: heading += "  (no longer noted as Heddle's)"
        case .quarantine: heading += "  (on its way to deletion)"
        case .restore: heading += "  (back in use)"
        case .create, .update, .delete: break
        }
        if change.risk.needsPermission { heading += "  " + paint.red(change.risk.rawValue) }
        if let range = change.origin?.range, change.action == .create { heading += paint.dim("  \(range.file.path):\(range.start.line)") }
        let width = change.fields.map { label($0).count }.max() ?? 0
        let fields = change.fields.map { "      " + label($0).padding(toLength: max(width, 24), withPad: " ", startingAt: 0) + "  " + values($0, in: change) }
        // What is taken back though a manifest still stands there wants a word.
        let isOver = change.stage == .revoke && !change.fields.isEmpty
        let worthSaying = change.risk >= .notable || change.isDrift || change.action == .forget || isOver
        let isPlainGrant = change.stage == .grant && !change.isDrift
        let reasons = worthSaying && !isPlainGrant ? change.reasons.map { paint.dim("      # \($0)") } : []
        return [heading] + fields + reasons
    }

    private func entry(_ notice: Notice) -> [String] {
        let mark = notice.kind.isRefusal ? paint.red("x") : paint.yellow("?")
        var lines = ["  \(mark) \(notice.address)\(notice.isDrift ? "  " + paint.yellow("drift") : "")  \(notice.message)"]
        if let range = notice.origin?.range { lines[0] += paint.dim("  \(range.file.path):\(range.start.line)") }
        if let remedy = notice.remedy { lines.append("      \(paint.bold("help")): \(remedy)") }
        return lines
    }

    private func sign(_ change: Change) -> String {
        switch change.action {
        case .create: paint.green("+")
        case .update, .adopt, .record, .restore: paint.yellow("~")
        case .delete, .quarantine: paint.red("-")
        case .forget: paint.dim("-")
        }
    }

    private func label(_ field: FieldChange) -> String {
        field.path.hasPrefix("config.") ? String(field.path.dropFirst("config.".count)) : field.path
    }

    private func values(_ field: FieldChange, in change: Change) -> String {
        var text: String
        switch (field.old, field.new) {
        // In a schema that stays, what comes and what goes is told apart from what is said for the first time.
        case (nil, let new?) where change.address.kind == .contract && change.action != .create && field.path != "schema":
            text = "\(paint.dim("(absent)")) → \(new)"
        case (let old?, nil) where change.address.kind == .contract && change.action != .delete:
            text = "\(old) → \(paint.dim("(absent)"))"
        case (nil, let new?): text = readable(field, new)
        case (let old?, nil): text = field.path.hasPrefix("config.") ? "\(readable(field, old)) → \(paint.dim("cluster default"))" : readable(field, old)
        case (let old?, let new?): text = "\(readable(field, old)) → \(readable(field, new))"
        case (nil, nil): text = ""
        }
        if let last = field.lastApplied {
            text += paint.yellow("  changed outside Heddle") + (last == field.new ? "" : "; last applied \(readable(field, last))")
        }
        return text
    }

    /// `604800000 (7d)`: as the engine has it, and as a person would say it.
    private func readable(_ field: FieldChange, _ value: String) -> String {
        guard let number = Int64(value), number > 0 else { return value }
        let unit: String? =
            if field.path.hasSuffix(".ms") { Milliseconds(number).description }
            else if field.path.hasSuffix(".bytes") { ByteCount(number).description }
            else { nil }
        guard let unit, unit != "\(value)ms", unit != "\(value)B" else { return value }
        return "\(value) (\(unit))"
    }

    private func summary(_ plan: Plan) -> String {
        let counts = PlanCounts(plan)
        var text = "\(paint.bold("Plan")): \(counts.create) to create, \(counts.update) to change, \(counts.delete) to delete"
        if counts.adopt > 0 { text += ", \(counts.adopt) to adopt" }
        if counts.quarantine > 0 { text += ", \(counts.quarantine) to take out of use" }
        if counts.restore > 0 { text += ", \(counts.restore) to bring back" }
        if counts.note > 0 { text += ", \(counts.note) to note" }
        text += "."
        if counts.drift > 0 { text += " Drift in \(counts.drift) resource\(counts.drift == 1 ? "" : "s")." }
        if counts.quarantined > 0 { text += " \(counts.quarantined) on \(counts.quarantined == 1 ? "its" : "their") way to deletion." }
        if counts.orphans > 0 { text += " \(counts.orphans) no longer declared, kept." }
        if counts.refusals > 0 { text += " " + paint.red("\(counts.refusals) cannot be done: this plan cannot be applied.") }
        if counts.unreachable > 0 { text += " " + paint.red("\(counts.unreachable) cluster\(counts.unreachable == 1 ? "" : "s") not reached.") }
        return text
    }
}

extension PlanText {
    /// Where the mesh's scope leaves something out, what it leaves in.
    fileprivate func managed(_ scope: ManagedScope) -> String? {
        guard !scope.isEverything else { return nil }
        var parts: [String] = []
        if let kinds = scope.kinds { parts.append("of kind \(kinds.joined(separator: ", "))") }
        if let prefixes = scope.prefixes { parts.append("topics that begin with \(prefixes.map { "'\($0)'" }.joined(separator: ", "))") }
        return paint.dim("The mesh's scope: \(parts.joined(separator: "; ")). Nothing else was looked at.")
    }
}

struct PlanCounts: Codable, Equatable {
    var create = 0
    var update = 0
    var delete = 0
    var adopt = 0
    /// Steps of topics into quarantine.
    var quarantine = 0
    /// Topics that come out of it.
    var restore = 0
    var note = 0
    var drift = 0
    var orphans = 0
    /// In quarantine, where nothing is to be done now.
    var quarantined = 0
    var refusals = 0
    var unreachable = 0

    init(_ plan: Plan) {
        for change in plan.changes {
            switch change.action {
            case .create: create += 1
            case .update: update += 1
            case .delete: delete += 1
            case .quarantine: quarantine += 1
            case .restore: restore += 1
            case .adopt: adopt += 1
            case .record, .forget: note += 1
            }
            if change.isDrift { drift += 1 }
        }
        for notice in plan.clusters.flatMap(\.notices) {
            if notice.kind.isRefusal { refusals += 1 } else if notice.kind == .quarantined { quarantined += 1 } else { orphans += 1 }
            if notice.isDrift { drift += 1 }
        }
        unreachable = plan.clusters.count { $0.failure != nil }
    }
}
