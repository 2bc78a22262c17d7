import EngineInterface

/// Runs for people, the last one first.
struct HistoryText {
    var paint: Paint

    func render(_ histories: [ClusterHistory]) -> String {
        histories.map(render).joined(separator: "\n")
    }

    private func render(_ history: ClusterHistory) -> String {
        var lines = [paint.bold("cluster \(history.cluster)")]
        if history.runs.isEmpty { lines.append("  nothing was applied yet") }
        for run in history.runs.reversed() { lines.append(line(run)) }
        if let run = history.runs.first, history.runs.count == 1, history.changes != nil || !run.author.job.isEmpty {
            for (name, value) in run.author.job.sorted(by: { $0.key < $1.key }) { lines.append("       \(name)=\(value)") }
            for change in history.changes ?? [] { lines.append("       \(mark(change.status)) \(change.action) \(change.address)") }
        }
        return lines.joined(separator: "\n")
    }

    private func line(_ run: ApplyRecord) -> String {
        let number = "#\(run.number)"
        var parts = [
            "  " + String(repeating: " ", count: max(0, 5 - number.count)) + paint.bold(number), utc(run.startedAt),
            "\(run.author.user)@\(run.author.host)", run.purpose, counts(run),
        ]
        if let revision = run.source?.revision { parts.append("revision \(short(revision))") }
        if let environment = run.environment { parts.append("environment \(environment)") }
        return parts.joined(separator: "  ")
    }

    private func counts(_ run: ApplyRecord) -> String {
        guard run.endedAt != nil else { return paint.red("cut off") }
        let others = [("failed", run.counts.failed), ("unknown", run.counts.unknown), ("not done", run.counts.notDone)].filter { $0.1 > 0 }
        return (["\(run.counts.done) done"] + others.map { paint.red("\($0.1) \($0.0)") }).joined(separator: ", ")
    }

    private func short(_ revision: String) -> String {
        let id = revision.prefix { $0 != "-" }
        return String(id.prefix(12) + revision.dropFirst(id.count))
    }

    private func mark(_ status: AppliedChange.Status) -> String {
        switch status {
        case .done: paint.green("done   ")
        case .failed: paint.red("failed ")
        case .unknown: paint.red("unknown")
        }
    }
}
