import EngineInterface
import MeshApplying
import MeshPlanning

/// What became of each change: failures in full, what went well as a count.
struct ApplyText {
    var paint: Paint

    func render(_ report: ApplyReport) -> String {
        var lines: [String] = []
        for result in report.results {
            switch result.status {
            case .done: continue
            case .failed(let failure): lines.append("  \(paint.red("failed"))   \(name(result.change))  \(reason(failure))")
            case .unknown(let failure): lines.append("  \(paint.yellow("unknown"))  \(name(result.change))  \(reason(failure))")
            case .notDone(let why): lines.append("  \(paint.yellow("not done")) \(name(result.change))  \(why)")
            }
        }
        let done = report.count { $0 == .done }
        if report.isComplete {
            lines.append(paint.green("Applied") + ": \(done) change\(done == 1 ? "" : "s") done.")
        } else {
            let failed = report.count { if case .failed = $0 { true } else { false } }
            let unknown = report.count { if case .unknown = $0 { true } else { false } }
            let notDone = report.count { if case .notDone = $0 { true } else { false } }
            lines.append(
                paint.red("Partly applied") + ": \(done) done and recorded, \(failed) failed, \(unknown) unknown, \(notDone) not done. "
                    + "Run 'heddle apply' again once the cause is mended.")
        }
        return lines.joined(separator: "\n")
    }

    private func name(_ change: Change) -> String {
        change.subject.map { "\(change.address) (subject \($0))" } ?? change.address.description
    }

    private func reason(_ failure: EngineFailure) -> String {
        failure.code.map { "\(failure.message) [\($0)]" } ?? failure.message
    }
}
