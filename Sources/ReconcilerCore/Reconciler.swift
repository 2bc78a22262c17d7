import Determinism
import MeshControl

/// Brings the mesh to what the manifests say, and keeps it there: (event, now) → actions.
package struct Reconciler: Sendable {
    package let settings: ReconcilerSettings

    package init(settings: ReconcilerSettings, seed: UInt64) {
        self.settings = settings
    }

    package mutating func handle(_ event: ReconcilerEvent, now: Instant) -> [ReconcilerAction] { [] }

    /// By name; what is shown at the HTTP interface and written to the mesh.
    package var clusters: [String: ClusterStatus] { [:] }
    /// By address.
    package func resources(of cluster: String) -> [ResourceStatus] { [] }
}
