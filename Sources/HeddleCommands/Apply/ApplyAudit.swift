import AuditTrail
import Determinism
import EngineInterface
import Foundation
import MeshApplying
import MeshModel
import MeshPlanning

/// What people do goes into the clusters' audits, after it was done: an audit that cannot be written is told and undoes nothing.
struct ApplyAudit: Sendable {
    var connections: MeshConnections
    var console: Console

    func append(_ events: [AuditEvent], to cluster: String) async {
        guard !events.isEmpty, let engine = connections.engine(of: cluster) else { return }
        let appender = AuditAppender(engine: engine, version: heddleVersion) { UUID().uuidString.lowercased() }
        do throws(EngineFailure) {
            try await appender.append(events)
        } catch {
            warn("the audit of cluster '\(cluster)' could not be written: \(error.message)")
        }
    }

    private func warn(_ text: String) {
        let paint = Paint(isOn: console.colours(.error))
        console.write("\(paint.yellow("warning")): \(text)\n", to: .error)
    }
}

extension AuditEvent {
    /// The end of a run on one cluster.
    ///
    /// - Parameter number: of the run, in the cluster's history.
    static func ended(_ record: ApplyRecord, number: Int?, on cluster: String, _ results: [ChangeResult], at time: Instant) -> AuditEvent {
        let report = ApplyReport(results: results)
        let counts = [
            ("done", report.count { $0 == .done }), ("failed", report.count { $0.word == "failed" }), ("unknown", report.count { $0.word == "unknown" }),
            ("not done", report.count { $0.word == "not-done" }),
        ]
        let summary = counts.filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }.joined(separator: ", ")
        return AuditEvent(
            .applied, at: time, mesh: record.mesh, cluster: cluster, actor: record.author.name, source: record.source, plan: record.planDigest, run: number,
            message: "\(record.purpose): \(summary)",
            changes: results.map { result in
                Change(
                    address: result.change.address, action: result.change.action.rawValue, risk: result.change.risk.rawValue,
                    outcome: result.status.word, detail: result.status.detail)
            })
    }

    /// What the house's rules and protections kept somebody from doing; nil where it was nothing of that kind.
    static func refused(_ part: ClusterPlan, of plan: Plan, purpose: String, source: SourceStamp?, at time: Instant) -> AuditEvent? {
        let notices = part.notices.filter { [.policy, .protected, .tooManyDeletions].contains($0.kind) }
        guard !notices.isEmpty else { return nil }
        return AuditEvent(
            .refused, at: time, mesh: plan.mesh, cluster: part.cluster, actor: ApplyAuthor.present().name, source: source,
            message: "\(purpose): nothing was applied",
            changes: notices.map { Change(address: $0.address, action: $0.kind.rawValue, outcome: "not-done", detail: $0.message) })
    }
}

extension ChangeStatus {
    fileprivate var word: String {
        switch self {
        case .done: "done"
        case .failed: "failed"
        case .unknown: "unknown"
        case .notDone: "not-done"
        }
    }

    fileprivate var detail: String? {
        switch self {
        case .done: nil
        case .failed(let failure), .unknown(let failure): failure.message
        case .notDone(let reason): reason
        }
    }
}
