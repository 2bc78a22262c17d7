import AccessAnalysis
import MeshModel

/// What a change of the manifests comes to for access, for people and for machines.
struct AccessDiffReport: Sendable {
    var mesh: String
    var from: String
    var to: String
    var clusters: [AccessDifference]

    var isEmpty: Bool { clusters.allSatisfy(\.isEmpty) }
    private var gained: Int { clusters.reduce(0) { $0 + $1.gained.count } }
    private var lost: Int { clusters.reduce(0) { $0 + $1.lost.count } }

    func text(_ paint: Paint) -> String {
        var lines = ["access from \(from) to \(to)", ""]
        if isEmpty { return (lines + ["Nobody gains or loses anything."]).joined(separator: "\n") }
        for cluster in clusters where !cluster.isEmpty {
            lines.append(paint.bold(cluster.cluster))
            for change in cluster.gained { lines.append("  \(paint.green("+")) \(told(change))") }
            for change in cluster.lost { lines.append("  \(paint.red("-")) \(told(change))") }
            if !cluster.newcomers.isEmpty { lines.append("  could do nothing before: \(cluster.newcomers.joined(separator: ", "))") }
            lines.append("")
        }
        lines.append("\(gained) gained, \(lost) lost.")
        return lines.joined(separator: "\n")
    }

    private func told(_ change: AccessChange) -> String {
        let who = change.who == .everybody ? "everybody" : change.who.name
        return "\(who)  \(deed(change))\(hosts(change.share.hosts))"
    }

    private func deed(_ change: AccessChange) -> String {
        let verb = change.operation == .all ? "do everything to" : change.operation.rawValue
        return change.type == .cluster ? "\(verb) the cluster" : "\(verb) \(change.type.rawValue) \(change.share.names.told(most: 12))"
    }

    private func hosts(_ hosts: HostScope) -> String { hosts == .everywhere ? "" : "  from \(hosts)" }

    func markdown(environment: String?) -> String {
        var page = MarkdownPage(closing: "run `heddle access diff` for all of it")
        page.add("\(Markdown.marker("access-diff", mesh, environment ?? ""))\n## Access: \(Markdown.code(mesh)) from \(Markdown.prose(from)) to \(Markdown.prose(to))\n\n")
        if isEmpty {
            page.add("Nobody gains or loses anything.\n")
            return page.finished()
        }
        page.add("**\(gained) gained, \(lost) lost.**\n")
        for cluster in clusters where !cluster.isEmpty {
            let head = "\n### \(Markdown.code(cluster.cluster))\n\n| | who | may | names | from |\n|---|---|---|---|---|\n"
            let rows = cluster.gained.map { row("🟢 gained", $0) } + cluster.lost.map { row("🔴 lost", $0) }
            page.add(before: head, rows: rows, after: "")
            if !cluster.newcomers.isEmpty {
                page.add("\nCould do nothing before: \(cluster.newcomers.prefix(20).map { Markdown.code($0) }.joined(separator: ", "))\n")
            }
        }
        return page.finished()
    }

    private func row(_ sign: String, _ change: AccessChange) -> String {
        let who = change.who == .everybody ? "everybody" : Markdown.code(change.who.name)
        let what = change.type == .cluster ? "the cluster" : "\(change.type.rawValue) \(Markdown.code(change.share.names.told(most: 12), most: 600))"
        return "| \(sign) | \(who) | \(change.operation == .all ? "everything" : change.operation.rawValue) | \(what) | \(Markdown.prose(change.share.hosts.description)) |\n"
    }
}

/// `heddle access diff`. The shape is Specs/access/v1/diff.schema.json; it changes only by adding.
struct AccessDiffJSON: Encodable {
    var formatVersion = "1.0"
    var mesh: String
    var environment: String?
    var from: String
    var to: String
    var clusters: [Cluster]

    struct Cluster: Encodable {
        var cluster: String
        var gained: [Change]
        var lost: [Change]
        /// Who could do nothing before.
        var newcomers: [String]
    }

    struct Change: Encodable {
        /// `User:*` for everybody.
        var principal: String
        var kind: String
        var type: String
        var operation: String
        var names: NameSetJSON
        var hosts: HostScopeJSON

        init(_ change: AccessChange) {
            principal = change.who.name
            kind = change.who.kind
            type = change.type.rawValue
            operation = change.operation.rawValue
            names = NameSetJSON(change.share.names)
            hosts = HostScopeJSON(change.share.hosts)
        }
    }

    init(_ report: AccessDiffReport, environment: String?) {
        mesh = report.mesh
        self.environment = environment
        from = report.from
        to = report.to
        clusters = report.clusters.map {
            Cluster(cluster: $0.cluster, gained: $0.gained.map(Change.init), lost: $0.lost.map(Change.init), newcomers: $0.newcomers)
        }
    }
}
