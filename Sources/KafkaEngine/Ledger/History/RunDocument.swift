import Determinism
import EngineInterface
import MeshModel

/// The value of a run's record, under `apply/CLUSTER/NUMBER`.
///
///     {"version":1,"kind":"apply","number":12,"purpose":"apply","startedAt":1795447271652,"endedAt":1795447272001,
///      "user":"ada","host":"ci-7","job":{"GITHUB_RUN_ID":"77"},"mesh":"shop","environment":"prod",
///      "source":{"repository":"github.com/acme/mesh","revision":"0f3c…"},"plan":"9a1b…",
///      "counts":{"done":3,"failed":0,"unknown":0,"notDone":0},"heddle":"0.1.0"}
struct RunDocument: Sendable {
    var run: ApplyRecord

    var json: [UInt8] {
        var json = JSONWriter()
        json.object {
            $0.member("counts") {
                $0.member("done", run.counts.done)
                $0.member("failed", run.counts.failed)
                $0.member("notDone", run.counts.notDone)
                $0.member("unknown", run.counts.unknown)
            }
            $0.member("endedAt", run.endedAt?.millisecondsSinceEpoch)
            $0.member("environment", run.environment)
            $0.member("heddle", run.version)
            $0.member("host", run.author.host)
            $0.member("job", run.author.job)
            $0.member("kind", "apply")
            $0.member("mesh", run.mesh)
            $0.member("number", run.number)
            $0.member("plan", run.planDigest)
            $0.member("purpose", run.purpose)
            if let source = run.source {
                $0.member("source") {
                    $0.member("repository", source.repository)
                    $0.member("revision", source.revision)
                }
            }
            $0.member("startedAt", run.startedAt.millisecondsSinceEpoch)
            $0.member("user", run.author.user)
            $0.member("version", LedgerDocument.version)
        }
        return json.bytes
    }
}

extension RunDocument {
    init(_ json: JSONText) throws(LedgerEntryProblem) {
        try LedgerDocument.checkVersion(json)
        guard json["kind"]?.string == "apply", let counts = json["counts"], let number = Int(exactly: try json.need("number", \.integer)), number > 0
        else { throw .notLedgerJSON }
        func count(_ name: String) throws(LedgerEntryProblem) -> Int { Int(clamping: try counts.need(name, \.integer)) }
        run = ApplyRecord(
            number: number, purpose: try json.need("purpose", \.string),
            startedAt: Instant(millisecondsSinceEpoch: try json.need("startedAt", \.integer)),
            endedAt: try json.may("endedAt", \.integer).map(Instant.init(millisecondsSinceEpoch:)),
            author: ApplyAuthor(
                user: try json.need("user", \.string), host: try json.need("host", \.string), job: try json.may("job", \.dictionary) ?? [:]),
            mesh: try json.need("mesh", \.string), environment: try json.may("environment", \.string),
            planDigest: try json.may("plan", \.string),
            counts: .init(done: try count("done"), failed: try count("failed"), unknown: try count("unknown"), notDone: try count("notDone")),
            version: try json.need("heddle", \.string))
        if let source = json["source"] {
            run.source = SourceStamp(repository: try source.may("repository", \.string), revision: try source.may("revision", \.string))
        }
    }
}
