import Determinism
import MeshControl
import ReconcilerCore

/// What a loop asks what to do: the reconciler.
package protocol Reconciling: Sendable {
    mutating func handle(_ event: ReconcilerEvent, now: Instant) -> [ReconcilerAction]
    var clusters: [String: ClusterStatus] { get }
    func resources(of cluster: String) -> [ResourceStatus]
}

extension Reconciler: Reconciling {}
