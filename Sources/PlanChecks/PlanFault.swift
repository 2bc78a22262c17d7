import MeshModel

/// Why a plan must not be carried out: something in it that no planner should ever have written.
package struct PlanFault: Sendable, Hashable, CustomStringConvertible {
    /// What it would harm.
    package enum Harm: String, Sendable, Hashable, CaseIterable {
        /// It touches what is not this mesh's.
        case foreign
        /// It touches the engine's own, or Heddle's.
        case reserved
        /// It touches what the mesh's scope, or the targets, leave out.
        case outOfScope = "out-of-scope"
        /// Protection recorded in the mesh forbids it.
        case protected
        /// It takes away what the manifests declare.
        case declared
        /// Nobody asked for deletions.
        case notAsked = "not-asked"
        case tooManyDeletions = "too-many-deletions"
        /// One resource is deleted and created: its records are lost.
        case replaced
        /// Two changes, or two operations, for the same thing.
        case twice
        /// A right to something that will not be there.
        case dangling
        /// Something comes before what it needs.
        case order
        /// In between, somebody loses access that they keep in the end, or gets in who is kept out.
        case window
        /// Operations, what is noted, the manifests and what is there do not agree.
        case inconsistent
        /// It is called less dangerous than it is.
        case understated
        /// The cluster is not the one that was meant.
        case wrongCluster = "wrong-cluster"
    }

    package var harm: Harm
    package var address: ResourceAddress
    /// One sentence.
    package var message: String

    package var description: String { "\(address): \(message) [\(harm.rawValue)]" }

    init(_ harm: Harm, _ address: ResourceAddress, _ message: String) {
        self.harm = harm
        self.address = address
        self.message = message
    }
}
