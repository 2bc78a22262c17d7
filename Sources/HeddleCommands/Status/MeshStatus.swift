import Determinism
import EngineInterface
import MeshControl
import MeshModel

/// The mesh as its controllers tell of it, at one moment.
struct MeshStatus: Sendable, Equatable {
    struct Cluster: Sendable, Equatable {
        enum Word: Sendable, Equatable {
            case unreachable(String)
            /// No controller has ever written there.
            case none
            case status(ClusterStatus, isCurrent: Bool)
        }

        var name: String
        var word: Word
        /// Those that were asked for, ascending.
        var resources: [ResourceStatus] = []
        /// The whole cluster's first.
        var suspensions: [Suspension] = []
        /// Of the pending plan, where somebody has said yes to it and it is not carried out yet.
        var approval: Approval?
        var problems: [ControlProblem] = []

        var status: ClusterStatus? {
            if case .status(let status, _) = word { status } else { nil }
        }
        var isCurrent: Bool { if case .status(_, true) = word { true } else { false } }
        var pending: PendingPlan? { status?.pending }
    }

    var mesh: String
    /// By name, ascending.
    var clusters: [Cluster]

    var unreachable: [String] { clusters.filter { if case .unreachable = $0.word { true } else { false } }.map(\.name) }

    /// Nothing is asked of anybody: a controller is heard of everywhere, and says that all is as declared.
    var isSettled: Bool {
        clusters.allSatisfy { cluster in
            guard cluster.isCurrent, let status = cluster.status else { return false }
            return status.pending == nil && status.source.problem == nil && status.counts.drifted == 0 && status.counts.blocked == 0
                && status.counts.synced == status.counts.resources && cluster.resources.allSatisfy(\.isFine)
        }
    }
}

/// Of what to tell.
struct StatusSelection: Sendable {
    /// None: all.
    var addresses: Set<ResourceAddress> = []
    /// Those of which this is so.
    var condition: Condition.Kind?

    func holds(_ resource: ResourceStatus) -> Bool {
        (addresses.isEmpty || addresses.contains(resource.address)) && (condition.map { resource[$0]?.state == .yes } ?? true)
    }
}

extension MeshStatus {
    init(_ mesh: String, of clusters: [String], _ reading: ControlReading, selection: StatusSelection, now: Instant) {
        self.mesh = mesh
        self.clusters = clusters.sorted().map { name in
            switch reading.states[name] {
            case .success(let state)?: Cluster(name, state, selection: selection, now: now)
            case .failure(let failure)?: Cluster(name: name, word: .unreachable(failure.message))
            case nil: Cluster(name: name, word: .unreachable("cluster '\(name)' was not read"))
            }
        }
    }
}

extension MeshStatus.Cluster {
    fileprivate init(_ name: String, _ state: ControlState, selection: StatusSelection, now: Instant) {
        let status = state.status(of: name)
        self.init(name: name, word: status.map { .status($0, isCurrent: now < $0.validUntil) } ?? .none)
        resources = state.resources.filter(selection.holds)
        suspensions = state.suspensions.values.sorted { ($0.address?.description ?? "") < ($1.address?.description ?? "") }
        approval = status?.pending.flatMap { state.approvals[$0.id] }
        problems = state.problems.values.sorted { $0.key < $1.key }
    }
}

extension ResourceStatus {
    /// Nobody needs to look at it.
    var isFine: Bool {
        self[.synced]?.state == .yes && self[.ready]?.state != .no && self[.drifted]?.state != .yes && self[.blocked]?.state != .yes
    }

    /// `Drifted, not Ready`; empty where it is fine.
    var troubles: [Condition] {
        conditions.filter { condition in
            switch condition.kind {
            case .synced, .ready: condition.state != .yes
            case .drifted, .blocked: condition.state != .no
            }
        }
    }
}
