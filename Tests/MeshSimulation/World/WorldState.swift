import Determinism
import EngineInterface
import MeshModel

/// What a cluster, its registry and its ledger hold, and the truth about who made what, which no engine tells.
package struct WorldState: Sendable {
    package struct Content: Sendable, Equatable {
        package var records: Int64 = 0
        package var members = 0
    }

    /// A request that was sent and takes effect later.
    struct Late: Sendable {
        var due: Int
        var operation: EngineOperation
        var mandate: Mandate
    }

    package var cluster: String
    package var topics: [String: ObservedTopic] = [:]
    package var contents: [String: Content] = [:]
    package var access: Set<AccessRule> = []
    package var registry = SimulatedRegistry()
    package var allowsWithoutRules = false
    /// Values come back spelt otherwise than they were set.
    package var respells = false

    package var ledger = Ledger()
    /// Grows with every entry that is written.
    var ledgerVersion = 0
    var lease: Lease?
    var nextEpoch: Int64 = 0
    package var history: [Int: (run: ApplyRecord?, changes: [AppliedChange])] = [:]

    /// Who is the cluster's controller.
    var leader: Lease?
    /// What was changed by anybody, in order, where the cluster tells of it.
    var changeLog: [ObservationFocus] = []
    var tellsOfChanges = false
    var logs: [MeshLog: [MeshLogRecord]] = [:]
    /// Operations that took effect, and writes to the ledger.
    package internal(set) var effects = 0

    package var time = Instant(millisecondsSinceEpoch: 1_764_000_000_000)
    /// Counts what is asked of the cluster.
    var step = 0
    package var isQuiet: Bool { late.isEmpty }
    var late: [Late] = []

    package var deeds: [String: Deeds] = [:]
    var quarantines: [String: (stage: LedgerQuarantine.Stage, since: Instant)] = [:]
    /// By which run a topic that is there was created.
    package var born: [String: Int] = [:]
    package private(set) var landedLate = 0
    package private(set) var violations: [String] = []
    package private(set) var trace: [String] = []

    package init(cluster: String) { self.cluster = cluster }

    package mutating func violation(_ text: String) {
        violations.append("\(cluster): \(text)")
        note("VIOLATION \(text)")
    }

    package mutating func note(_ line: @autoclosure () -> String) { trace.append("[\(cluster) \(step)] \(line())") }

    /// Time passes for requests that are under way.
    mutating func tick(_ steps: Int = 1) {
        step += steps
        let due = late.filter { $0.due <= step }
        late.removeAll { $0.due <= step }
        landedLate += due.count
        for item in due {
            note("lands late: \(item.operation)")
            _ = change(item.operation, by: item.mandate)
        }
    }

    /// Until nothing is under way any more.
    package mutating func calmDown() { tick(1_000_000) }

    package func observed() -> ObservedCluster {
        var all = topics
        all["__heddle.state"] = ObservedTopic(partitions: 1, replication: 1, isInternal: false, config: [:])
        return ObservedCluster(
            clusterId: "id-of-\(cluster)", topics: all, access: access, subjects: registry.subjects, registryCompatibility: .backward, ledger: ledger,
            defaultPartitions: 1, allowsWithoutRules: allowsWithoutRules)
    }
}
