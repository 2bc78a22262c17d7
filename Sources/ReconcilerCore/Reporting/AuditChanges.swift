import AuditTrail
import EngineInterface
import MeshApplying
import MeshControl
import MeshPlanning

extension AuditEvent.Change {
    init(_ change: Change, outcome: String? = nil, detail: String? = nil) {
        self.init(
            address: change.address, action: change.action.rawValue, risk: change.risk.rawValue, outcome: outcome,
            detail: detail ?? (change.reasons.isEmpty ? nil : change.reasons.joined(separator: "; ")))
    }

    init(_ result: ChangeResult) {
        switch result.status {
        case .done: self.init(result.change, outcome: "done")
        case .failed(let failure): self.init(result.change, outcome: "failed", detail: failure.message)
        case .unknown(let failure): self.init(result.change, outcome: "unknown", detail: failure.message)
        case .notDone(let why): self.init(result.change, outcome: "not-done", detail: why)
        }
    }
}

extension PendingPlan.PendingChange {
    init(_ change: Change) {
        self.init(address: change.address, action: change.action.rawValue, risk: change.risk.rawValue, reasons: change.reasons)
    }
}

/// `1 change`, `3 changes`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
