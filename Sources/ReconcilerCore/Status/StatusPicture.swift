import EngineInterface
import MeshApplying
import MeshControl
import MeshModel
import MeshPlanning

/// What a round found out, as conditions of single resources tell it.
struct StatusPicture {
    /// One condition, but for since when it holds.
    struct Finding: Sendable, Hashable {
        var state: Condition.State
        var reason: Reason
        var message = ""
        init(_ state: Condition.State, _ reason: Reason, _ message: String = "") {
            self.state = state
            self.reason = reason
            self.message = message
        }
    }

    struct Findings: Sendable, Hashable {
        var synced: Finding
        var ready: Finding
        var drifted: Finding
        var blocked: Finding
    }

    private let observed: ObservedCluster
    /// What holds for all of them: the wrong cluster, a plan that is at fault.
    private let whole: Block?
    private var changes: [ResourceAddress: [Change]] = [:]
    private var notices: [ResourceAddress: [Notice]] = [:]
    private var blocks: [ResourceAddress: Block] = [:]
    private var drifts: [ResourceAddress: [Drift]] = [:]
    private let unknown: [ResourceAddress: String]

    init(_ round: PlannedRound, unknown: [ResourceAddress: String]) {
        observed = round.observed
        self.unknown = unknown
        whole =
            round.fault.map { Block(reason: .planFault, message: $0) }
            ?? round.plan.notices.first { $0.kind == .wrongCluster }.map { Block(reason: .refused($0.kind), message: $0.message) }
        for change in round.plan.changes { changes[change.address, default: []].append(change) }
        for notice in round.plan.notices where notice.kind != .policyWarning { notices[notice.address, default: []].append(notice) }
        for drift in round.drifts { drifts[drift.address, default: []].append(drift) }
        for held in round.guarded.held { blocks[held.change.address] = held.block }
        for change in round.guarded.waiting {
            blocks[change.address] = Block(
                reason: .awaitingApproval,
                message: "\(change.action.rawValue) is \(change.risk.rawValue) and waits for 'heddle approve \(round.guarded.id ?? "")'"
                    + (change.reasons.isEmpty ? "" : ": \(change.reasons.joined(separator: "; "))"))
        }
    }

    /// Addresses of which there is more to say than that they are as declared.
    var troubled: Set<ResourceAddress> { Set(changes.keys).union(notices.keys).union(drifts.keys).union(unknown.keys) }

    func findings(of item: StatusItem, at address: ResourceAddress) -> Findings {
        let isThere = item.isThere(in: observed)
        let ready = isThere ? Finding(.yes, .present) : Finding(.no, .absent, "it is not there")
        let drifted = drifted(address)
        if let whole, whole.reason == .refused(.wrongCluster) {
            return Findings(
                synced: Finding(.unknown, whole.reason, whole.message), ready: Finding(.unknown, whole.reason, whole.message), drifted: drifted,
                blocked: Finding(.yes, whole.reason, whole.message))
        }
        let block = block(of: address)
        return Findings(synced: synced(address, block), ready: ready, drifted: drifted, blocked: block.map { Finding(.yes, $0.reason, $0.message) } ?? Finding(.no, .nothing))
    }

    private func block(of address: ResourceAddress) -> Block? {
        if let refusal = notices[address]?.first(where: \.kind.isRefusal) {
            return Block(reason: .refused(refusal.kind), message: refusal.message + (refusal.remedy.map { "; \($0)" } ?? ""))
        }
        if let whole, changes[address] != nil { return whole }
        return blocks[address]
    }

    private func synced(_ address: ResourceAddress, _ block: Block?) -> Finding {
        if let message = unknown[address] { return Finding(.unknown, .outcomeUnknown, message) }
        if let block { return Finding(.no, block.reason, block.message) }
        if let change = changes[address]?.first { return Finding(.no, .changing, "\(change.action.rawValue) is under way") }
        if let drift = drifts[address]?.first(where: { $0.response == .report }) { return Finding(.no, .reported, drift.message) }
        switch notices[address]?.first?.kind {
        case .orphan?: return Finding(.no, .orphaned, notices[address]?.first?.message ?? "")
        case .quarantined?: return Finding(.no, .inQuarantine, notices[address]?.first?.message ?? "")
        default: return Finding(.yes, .asDeclared)
        }
    }

    private func drifted(_ address: ResourceAddress) -> Finding {
        guard let found = drifts[address], let first = found.first(where: { $0.response == .report }) ?? found.first else { return Finding(.no, .noDrift) }
        return Finding(.yes, first.response == .report ? .reported : .mending, found.map(\.message).joined(separator: "; "))
    }
}
