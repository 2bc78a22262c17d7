import Determinism
import MeshModel

/// What the planner is told besides the three states.
package struct PlanOptions: Sendable {
    /// Delete topics and subjects that Heddle owns and no manifest declares.
    package var prunes: Bool
    /// Only these addresses; empty: all.
    package var targets: [ResourceAddress]
    /// How many topics and subjects a plan may delete, or begin to take out of use; 0: none.
    package var maxDeletions: Int
    /// Delete at once, without denying writes and reads first. Whatever holds records has to be allowed by name.
    package var skipsQuarantine: Bool
    /// Leave what the mesh has claimed as it is: the desired state is not the manifests'.
    package var keepsClaim: Bool
    /// When the plan is made: quarantines and the ends of time-limited access are measured against it.
    package var now: Instant

    package init(
        prunes: Bool = false, targets: [ResourceAddress] = [], maxDeletions: Int = 10, skipsQuarantine: Bool = false, keepsClaim: Bool = false,
        now: Instant = .epoch
    ) {
        self.prunes = prunes
        self.targets = targets
        self.maxDeletions = maxDeletions
        self.skipsQuarantine = skipsQuarantine
        self.keepsClaim = keepsClaim
        self.now = now
    }
}
