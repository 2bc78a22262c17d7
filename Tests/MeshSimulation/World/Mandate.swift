import MeshModel

/// What somebody who ran Heddle asked for and allowed: what an operation of that run is held against.
package struct Mandate: Sendable {
    package var mesh: String
    package var desired: DesiredCluster
    package var prunes = false
    package var skipsQuarantine = false
    /// Topics whose loss was allowed by name.
    package var named: Set<String> = []
    package var deletion: DeletionPolicy?
    /// Topics that were counted and found unused when the plan was made.
    package var foundUnused: Set<String> = []
    /// Tells this run from every other one.
    package var run = 0

    package init(mesh: String, desired: DesiredCluster) {
        self.mesh = mesh
        self.desired = desired
    }
}

/// What a mesh made, or took over with leave: by name, whatever became of it since.
package struct Deeds: Sendable, Equatable {
    package var topics: Set<String> = []
    package var rules: Set<AccessRule> = []
    package var subjects: Set<String> = []
}
