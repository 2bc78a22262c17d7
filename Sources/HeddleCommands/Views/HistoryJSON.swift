import EngineInterface

/// Runs as machines read them. The shape is Specs/apply/v1/history.schema.json; it changes only by adding.
struct HistoryJSON: Encodable {
    var formatVersion = "1.0"
    var mesh: String
    var clusters: [Cluster]

    struct Cluster: Encodable {
        var name: String
        /// By number, ascending.
        var applies: [Run]
        var changes: [Entry]?
    }

    struct Run: Encodable {
        var number: Int
        var purpose: String
        var startedAt: String
        var endedAt: String?
        var user: String
        var host: String
        var job: [String: String]
        var mesh: String
        var environment: String?
        var repository: String?
        var revision: String?
        var planDigest: String?
        var heddle: String
        var summary: ApplyJSON.Summary
    }

    struct Entry: Encodable {
        var address: String
        var action: String
        var status: String
    }

    init(mesh: String, _ histories: [ClusterHistory]) {
        self.mesh = mesh
        clusters = histories.map { history in
            Cluster(
                name: history.cluster, applies: history.runs.map(Run.init),
                changes: history.changes?.map { Entry(address: $0.address.description, action: $0.action, status: $0.status.rawValue) })
        }
    }
}

extension HistoryJSON.Run {
    init(_ run: ApplyRecord) {
        self.init(
            number: run.number, purpose: run.purpose, startedAt: utc(run.startedAt), endedAt: run.endedAt.map(utc), user: run.author.user,
            host: run.author.host, job: run.author.job, mesh: run.mesh, environment: run.environment, repository: run.source?.repository,
            revision: run.source?.revision, planDigest: run.planDigest, heddle: run.version,
            summary: .init(done: run.counts.done, failed: run.counts.failed, unknown: run.counts.unknown, notDone: run.counts.notDone))
    }
}
