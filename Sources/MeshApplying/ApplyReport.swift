import EngineInterface
import MeshModel
import MeshPlanning

/// What became of one change.
package enum ChangeStatus: Sendable, Hashable {
    case done
    /// The cluster refused it; nothing of this change was noted as applied.
    case failed(EngineFailure)
    /// It was sent and no answer came, or it was done and could not be noted. The next plan finds out.
    case unknown(EngineFailure)
    /// It was never tried.
    case notDone(String)
}

package struct ChangeResult: Sendable {
    package var change: Change
    package var status: ChangeStatus

    package init(change: Change, status: ChangeStatus) {
        self.change = change
        self.status = status
    }
}

/// Every change of the plan, each exactly once, in the plan's order.
package struct ApplyReport: Sendable {
    package var results: [ChangeResult]

    package init(results: [ChangeResult]) { self.results = results }

    package var isComplete: Bool { results.allSatisfy { $0.status == .done } }

    package func count(where matches: (ChangeStatus) -> Bool) -> Int { results.count { matches($0.status) } }
}
