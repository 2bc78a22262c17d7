import Determinism
import EngineInterface
import MeshModel

/// What a cluster's control log says: a fold over its records, in the order in which they stand.
///
///     var state = ControlState()
///     state.take(try await engine.read(.control, from: state.next))
///
/// A status counts as long as nobody of a later leadership has written one: what a stale controller writes late, or what is left of
/// the one before, is not shown.
package struct ControlState: Sendable, Equatable {
    /// The offset from which to read on.
    package private(set) var next: Int64 = 0
    /// Of the latest leadership that wrote a status; 0 where none did.
    package private(set) var epoch: Int64 = 0
    /// By the plan's id.
    package private(set) var approvals: [String: Approval] = [:]
    /// nil: of the whole cluster.
    package private(set) var suspensions: [ResourceAddress?: Suspension] = [:]
    package private(set) var auditHead: AuditHeadNote?
    /// By key: records that cannot be understood. Keys that are not known at all are not among them.
    package private(set) var problems: [String: ControlProblem] = [:]

    private var statuses: [String: ClusterStatus] = [:]
    private var words: [ResourceAddress: Word] = [:]

    private struct Word: Sendable, Equatable {
        var status: ResourceStatus
        var epoch: Int64
    }

    package init() {}

    /// By name; a cluster has one name in most meshes.
    package var clusters: [String: ClusterStatus] { statuses.filter { $0.value.epoch == epoch } }

    /// By address, ascending.
    package var resources: [ResourceStatus] {
        words.values.filter { $0.epoch == epoch }.map(\.status).sorted { $0.address < $1.address }
    }

    /// What anybody ever said of a resource, an earlier leadership too: since when something is so, a new controller learns here.
    package func lastWord(on address: ResourceAddress) -> ResourceStatus? { words[address]?.status }

    /// - Parameter reading: what stands in the log from `next` on. A log that ends before was made anew: then all is forgotten, and
    ///   the next reading has to begin at 0.
    package mutating func take(_ reading: MeshLogReading) {
        guard reading.end >= next else {
            self = ControlState()
            return
        }
        for entry in reading.entries where entry.offset >= next { take(entry.record) }
        next = reading.end
    }

    private mutating func take(_ record: MeshLogRecord) {
        let (understood, problem) = understand(record)
        if problem?.kind != .unknownKey { problems[record.key] = problem }
        if let understood { take(understood) }
    }

    package mutating func take(_ record: ControlRecord) {
        switch record {
        case .cluster(let status):
            guard status.epoch >= statuses[status.cluster]?.epoch ?? 0 else { return }
            statuses[status.cluster] = status
            epoch = max(epoch, status.epoch)
        case .clusterGone(let name): statuses[name] = nil
        case .resource(let status, let writer):
            guard writer >= words[status.address]?.epoch ?? 0 else { return }
            words[status.address] = Word(status: status, epoch: writer)
            epoch = max(epoch, writer)
        case .resourceGone(let address): words[address] = nil
        case .approval(let approval): approvals[approval.plan] = approval
        case .approvalSpent(let plan): approvals[plan] = nil
        case .suspension(let suspension): suspensions[suspension.address] = suspension
        case .resumption(let address): suspensions.removeValue(forKey: address)
        case .auditHead(let note): auditHead = note
        }
    }
}

/// The records of a reading that can be understood, in order, and what is wrong with the others.
package func controlRecords(in reading: MeshLogReading) -> (records: [ControlRecord], problems: [ControlProblem]) {
    var records: [ControlRecord] = []
    var problems: [ControlProblem] = []
    for entry in reading.entries {
        let (record, problem) = understand(entry.record)
        if let record { records.append(record) }
        if let problem { problems.append(problem) }
    }
    return (records, problems)
}

/// A suspension that cannot be read is one all the same: hands stay off until somebody has looked. An approval that cannot be read
/// is none.
private func understand(_ record: MeshLogRecord) -> (ControlRecord?, ControlProblem?) {
    do throws(ControlProblem) {
        return (try ControlRecord(record), nil)
    } catch {
        switch ControlKey(parsing: record.key) {
        case .suspension(let address):
            let reason = "the record of it cannot be understood: \(error.message)"
            return (.suspension(Suspension(address: address, by: "unknown", at: .epoch, reason: reason)), error)
        case .approval(let plan): return (.approvalSpent(plan: plan), error)
        default: return (nil, error)
        }
    }
}
