import Determinism
import MeshModel

/// One thing that is true or not of a resource, as Kubernetes' conditions are.
package struct Condition: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// What the cluster holds is what the manifests say, as far as was looked.
        case synced = "Synced"
        /// It is there and can be used.
        case ready = "Ready"
        /// Another hand changed it since Heddle last applied, and it has not been put right.
        case drifted = "Drifted"
        /// Something has to happen before it can be brought in line: an approval, a mended manifest, a cluster that answers.
        case blocked = "Blocked"
    }

    package enum State: String, Sendable, Hashable, CaseIterable {
        case yes = "True"
        case no = "False"
        /// It could not be found out.
        case unknown = "Unknown"
    }

    package var kind: Kind
    package var state: State
    /// One word in camel case for machines: `Applied`, `AwaitingApproval`, `ClusterUnreachable`.
    package var reason: String
    /// A sentence for people; may be empty.
    package var message: String
    /// When `state` last became what it is.
    package var since: Instant

    package init(_ kind: Kind, _ state: State, reason: String, message: String = "", since: Instant) {
        self.kind = kind
        self.state = state
        self.reason = reason
        self.message = message
        self.since = since
    }
}

/// What is known of one resource.
package struct ResourceStatus: Sendable, Hashable {
    package var address: ResourceAddress
    /// Counts how often what is declared of it has changed, from 1.
    package var generation: Int
    /// The generation that `conditions` speak of.
    package var observedGeneration: Int
    /// Where the manifests stood that `conditions` speak of.
    package var revision: String?
    /// At most one a kind, in the order of kinds.
    package var conditions: [Condition]

    package init(address: ResourceAddress, generation: Int, observedGeneration: Int, revision: String?, conditions: [Condition]) {
        self.address = address
        self.generation = generation
        self.observedGeneration = observedGeneration
        self.revision = revision
        self.conditions = conditions
    }

    package subscript(_ kind: Condition.Kind) -> Condition? { conditions.first { $0.kind == kind } }
}
