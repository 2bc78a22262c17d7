import Determinism
import ReconcilerCore

/// Told of what a loop does: for metrics and traces. Called in the loop's own task, so it must not take long.
package protocol LoopObserving: Sendable {
    /// After each event that was thought about.
    func stepped(_ event: ReconcilerEvent, to actions: [ReconcilerAction], at time: Instant, took: Duration)
    /// After each thing that was done at the side, whatever came of it.
    func called(_ call: LoopCall)
}

extension LoopObserving {
    package func stepped(_ event: ReconcilerEvent, to actions: [ReconcilerAction], at time: Instant, took: Duration) {}
    package func called(_ call: LoopCall) {}
}

/// Something that was asked of the world, and is over.
package struct LoopCall: Sendable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case readSource = "read-source"
        case connect, lead, observe, ask, apply, watch
        case observeAgain = "observe-again"
        case readControl = "read-control"
        case writeControl = "write-control"
        case writeAudit = "write-audit"
        case resign, notify
    }
    package var kind: Kind
    package var cluster: String?
    /// Of the question; nil for what is not answered.
    package var ticket: Ticket?
    package var began: Instant
    package var took: Duration
    /// Changes for `apply`, records for what is written, else nil.
    package var items: Int?
    /// nil where it went well.
    package var failure: String?
}
