import Determinism
import MeshControl
import MeshModel

/// Where the manifests stand: the last good revision, and what is wrong with a newer one.
struct SourceState: Sendable {
    /// The last good one; it is kept going whatever comes after it.
    private(set) var revision: SourceRevision?
    /// Counts revisions whose contents were others than those before.
    private(set) var generation = 0
    private(set) var problem: SourceProblem?
    private(set) var status = ClusterStatus.Source()
    var dueAt = Instant.distantPast
    private var reading: Ticket?
    private var isHinted = false

    mutating func hint() { isHinted = true }

    mutating func readIfDue(_ turn: inout Turn) {
        guard reading == nil, isHinted || turn.now >= dueAt else { return }
        isHinted = false
        reading = turn.ask { .readSource($0) }
        dueAt = .distantFuture
    }

    /// - Returns: whether there is a revision with other contents.
    mutating func take(_ outcome: SourceOutcome, of ticket: Ticket, _ turn: inout Turn) -> Bool {
        guard reading == ticket else { return false }
        reading = nil
        dueAt = turn.now + turn.settings.interval
        switch outcome {
        case .unchanged:
            // What could not be reached can be now; what was wrong is still as wrong.
            if problem?.kind == .unreachable { settle() }
            return false
        case .revision(let next):
            let isNew = next.digest != revision?.digest
            revision = next
            if isNew { generation += 1 }
            settle()
            return isNew
        case .failure(let next):
            let isNew = next != problem
            problem = next
            status.seen = next.revision ?? status.seen
            status.problem = next.message
            status.diagnostics = next.diagnostics
            if isNew { tell(next, &turn) }
            return false
        }
    }

    private mutating func settle() {
        problem = nil
        let stamp = revision?.mesh.source
        status = .init(revision: stamp?.revision, repository: stamp?.repository, seen: stamp?.revision)
    }

    private func tell(_ problem: SourceProblem, _ turn: inout Turn) {
        let kept = status.revision.map { "; revision \($0) is kept" } ?? ""
        turn.perform(
            .notify(
                Notification(
                    .sourceRefused, at: turn.now, mesh: revision?.mesh.name ?? "",
                    message: "\(problem.revision.map { "revision \($0)" } ?? "the source") is not taken up: \(problem.message)\(kept)")))
    }
}

extension SourceState {
    /// The same where there is nothing new to tell of.
    static func key(_ status: ClusterStatus.Source) -> String {
        status.problem.map { "\(status.seen ?? ""): \($0)" } ?? "\(status.repository ?? "") \(status.revision ?? "")"
    }
}
