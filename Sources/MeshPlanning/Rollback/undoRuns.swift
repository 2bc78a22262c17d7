import EngineInterface
import MeshModel

/// A cluster's ledger as it was after an earlier run.
package struct EarlierLedger: Sendable, Equatable {
    package var ledger: Ledger
    /// Runs in between whose changes are not remembered, so that they could not be undone: ascending.
    package var forgottenRuns: [Int]

    package init(ledger: Ledger, forgottenRuns: [Int] = []) {
        self.ledger = ledger
        self.forgottenRuns = forgottenRuns
    }
}

/// Takes back, from the last one on, what runs changed.
///
/// - Parameter runs: those after the one to go back to, with their changes; nil where they are remembered no more.
package func undoRuns(_ runs: [(number: Int, changes: [AppliedChange]?)], in ledger: Ledger) -> EarlierLedger {
    var earlier = EarlierLedger(ledger: ledger)
    for (number, changes) in runs.sorted(by: { $0.number > $1.number }) {
        guard let changes else {
            earlier.forgottenRuns.insert(number, at: 0)
            continue
        }
        for change in changes.reversed() where change.status == .done {
            if let before = change.before { earlier.ledger.apply(before) }
        }
    }
    return earlier
}
