import MeshControl
import MeshModel

/// The state of a mesh for people: what needs no looking at is counted, the rest is told.
struct StatusText {
    var paint: Paint
    /// Every resource that is there, for those who asked for some by name.
    var tellsAll = false

    func render(_ status: MeshStatus) -> String { status.clusters.map(render).joined(separator: "\n") }

    private func render(_ cluster: MeshStatus.Cluster) -> String {
        switch cluster.word {
        case .unreachable(let reason):
            return "\(paint.bold("cluster \(cluster.name)"))\n  \(paint.red("unreachable")): \(printable(reason))"
        case .none:
            let lines = ["\(paint.bold("cluster \(cluster.name)"))", "  no controller has been heard of: 'heddle controller run' is one"]
            return (lines + suspensions(cluster) + problems(cluster)).joined(separator: "\n")
        case .status(let status, let isCurrent):
            return (heading(status, of: cluster, isCurrent: isCurrent) + source(status) + pending(cluster) + suspensions(cluster) + resources(cluster)
                + problems(cluster)).joined(separator: "\n")
        }
    }

    private func heading(_ status: ClusterStatus, of cluster: MeshStatus.Cluster, isCurrent: Bool) -> [String] {
        let counts = status.counts
        var parts = ["\(counts.resources) resource\(counts.resources == 1 ? "" : "s")", "\(counts.synced) synced", "\(counts.ready) ready"]
        if counts.drifted > 0 { parts.append(paint.yellow("\(counts.drifted) drifted")) }
        if counts.blocked > 0 { parts.append(paint.red("\(counts.blocked) blocked")) }
        let revision = status.source.revision.map { "  revision \(printable(shortRevision($0)))" } ?? ""
        var lines = ["\(paint.bold("cluster \(cluster.name)"))  \(parts.joined(separator: ", "))\(revision)"]
        let looked = status.observedAt.map { ", last looked \(utc($0))" } ?? ", has not looked yet"
        lines.append("  controller \(printable(status.controller)) leads\(looked)")
        if !isCurrent { lines.append("  \(paint.red("no controller has been heard of since \(utc(status.writtenAt))")): what follows may no longer be so") }
        if status.cluster != cluster.name { lines.append("  it is called '\(printable(status.cluster))' there, of the mesh '\(printable(status.mesh))'") }
        for condition in status.conditions where (condition.kind == .synced || condition.kind == .ready) != (condition.state == .yes) {
            lines.append("  " + line(condition))
        }
        return lines
    }

    private func source(_ status: ClusterStatus) -> [String] {
        guard let problem = status.source.problem else { return [] }
        let seen = status.source.seen.map { "revision \(printable(shortRevision($0)))" } ?? "the manifests"
        return ["  \(paint.red("\(seen) cannot be taken up")): \(printable(problem))"]
            + status.source.diagnostics.map { "      \(printable($0))" }
    }

    private func pending(_ cluster: MeshStatus.Cluster) -> [String] {
        guard let pending = cluster.pending else { return [] }
        var lines = ["  \(paint.yellow("waits for approval")): plan \(printable(pending.id)), since \(utc(pending.since))"]
        lines += PendingText(paint: paint).changes(pending)
        if let approval = cluster.approval {
            lines.append("      approved by \(printable(approval.by)) at \(utc(approval.at)); the controller carries it out in a moment")
        } else {
            lines.append("      to allow it: heddle approve \(printable(pending.id))")
        }
        return lines
    }

    private func suspensions(_ cluster: MeshStatus.Cluster) -> [String] {
        cluster.suspensions.map { suspension in
            let what = suspension.address.map { printable($0.description) } ?? "everything"
            let reason = suspension.reason.map { ": \(printable($0))" } ?? ""
            return "  \(paint.yellow("suspended")): \(what), by \(printable(suspension.by)) since \(utc(suspension.at))\(reason)"
        }
    }

    private func resources(_ cluster: MeshStatus.Cluster) -> [String] {
        cluster.resources.flatMap { resource -> [String] in
            guard tellsAll || !resource.isFine else { return [] }
            let shown = tellsAll ? resource.conditions : resource.troubles
            let behind = resource.generation == resource.observedGeneration ? "" : paint.dim("  generation \(resource.observedGeneration) of \(resource.generation)")
            return ["  \(printable(resource.address.description))\(behind)"] + shown.map { "      " + line($0) }
        }
    }

    private func problems(_ cluster: MeshStatus.Cluster) -> [String] {
        cluster.problems.map { "  \(paint.red("record '\(printable($0.key))' cannot be understood")): \(printable($0.message))" }
    }

    /// `Drifted  ConfigChanged since 2026-11-23T15:21:07Z: retention.ms is 60000`
    private func line(_ condition: Condition) -> String {
        let isGood = (condition.kind == .synced || condition.kind == .ready) == (condition.state == .yes)
        let name = condition.state == .unknown ? "\(condition.kind.rawValue)?" : condition.state == .yes ? condition.kind.rawValue : "not \(condition.kind.rawValue)"
        let message = condition.message.isEmpty ? "" : ": \(printable(condition.message))"
        let colour = condition.state != .unknown && isGood ? paint.green(name) : condition.kind == .blocked ? paint.red(name) : paint.yellow(name)
        return "\(colour)  \(printable(condition.reason)) since \(utc(condition.since))\(message)"
    }
}

/// What a plan that waits would do.
struct PendingText {
    var paint: Paint

    func changes(_ pending: PendingPlan) -> [String] {
        pending.changes.flatMap { change in
            ["      \(printable(change.action)) \(printable(change.address.description))  \(paint.red(printable(change.risk)))"]
                + change.reasons.map { paint.dim("          # \(printable($0))") }
        } + (pending.unlisted == 0 ? [] : ["      and \(pending.unlisted) more: 'heddle plan' shows all of them"])
    }
}

/// The first twelve digits of a commit's id, with what tells that it was changed.
func shortRevision(_ revision: String) -> String {
    let id = revision.prefix { $0 != "-" }
    return String(id.prefix(12) + revision.dropFirst(id.count))
}
