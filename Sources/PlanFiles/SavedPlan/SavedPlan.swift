import Determinism
import EngineInterface
import MeshModel
import MeshPlanning

/// A plan that is kept to be applied later, exactly as it was shown: with what it rests on, so that it is refused once that has
/// changed.
package struct SavedPlan: Sendable {
    /// What a cluster's part rests on.
    package struct Basis: Sendable, Equatable {
        /// What was there, and what the ledger said.
        package var parent: StateDigests
        /// What the manifests said.
        package var manifests: StateDigests

        package init(parent: StateDigests, manifests: StateDigests) {
            self.parent = parent
            self.manifests = manifests
        }
    }

    package var madeAt: Instant
    package var heddleVersion: String
    /// Where the manifests came from.
    package var source: SourceStamp?
    /// The digest of the snapshot that it was planned from; nil where the mesh itself was asked.
    package var snapshot: String?
    package var options: PlanOptions
    package var plan: Plan
    /// By cluster.
    package var bases: [String: Basis]

    package init(
        madeAt: Instant, heddleVersion: String, source: SourceStamp? = nil, snapshot: String? = nil, options: PlanOptions, plan: Plan,
        bases: [String: Basis]
    ) {
        self.madeAt = madeAt
        self.heddleVersion = heddleVersion
        self.source = source
        self.snapshot = snapshot
        self.options = options
        self.plan = plan
        self.bases = bases
    }
}

/// What each cluster's part of a plan of `desired` rests on. Clusters that were not read have no part.
package func bases(of desired: DesiredMesh, observations: [String: Observation]) -> [String: SavedPlan.Basis] {
    var bases: [String: SavedPlan.Basis] = [:]
    for (name, cluster) in desired.clusters {
        guard case .success(let observed)? = observations[name] else { continue }
        bases[name] = SavedPlan.Basis(
            parent: parentState(of: cluster, observed: observed, mesh: desired.name), manifests: manifestState(of: cluster, in: desired))
    }
    return bases
}
