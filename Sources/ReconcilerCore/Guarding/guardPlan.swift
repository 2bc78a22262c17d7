import Determinism
import EngineInterface
import MeshControl
import MeshModel
import MeshPlanning

/// Why a change is not made now.
struct Block: Sendable, Hashable {
    var reason: Reason
    var message: String
}

/// A plan's changes, sorted by whether they may be made unattended.
struct GuardedPlan: Sendable {
    struct Held: Sendable {
        var change: Change
        var block: Block
    }

    /// In the plan's order.
    var allowed: [Change] = []
    /// Those that somebody has to say yes to; empty where somebody has.
    var waiting: [Change] = []
    var held: [Held] = []
    /// Of what waits, or was waiting until it was approved; nil where nothing needs a yes.
    var id: String?
    /// By whom the waiting ones were allowed.
    var approval: Approval?
}

/// What a controller may go by besides the plan.
struct GuardTerms: Sendable {
    var permissions: Permissions
    /// By the plan's id.
    var approvals: [String: Approval] = [:]
    var suspensions: [Suspension] = []
    /// Changes that failed a short while ago, by their exact text.
    var failed: [String: String] = [:]
}

/// Lets through what may be done without anybody, or was approved exactly so, and whose needs are met.
func guardPlan(_ plan: ClusterPlan, observed: ObservedCluster, terms: GuardTerms) -> GuardedPlan {
    let refusals = plan.notices.filter(\.kind.isRefusal)
    var blocks: [Block?] = plan.changes.map { block(of: $0, refusals, terms) }
    hold(&blocks, plan, observed)
    // What needs a yes is told apart only now: what cannot be made anyway is not asked for.
    var waits = plan.changes.indices.filter { blocks[$0] == nil && !terms.permissions.permits(plan.changes[$0]) }
    var guarded = GuardedPlan()
    if !waits.isEmpty {
        let id = planIdentity(of: waits.map { plan.changes[$0] })
        guarded.id = id
        guarded.approval = terms.approvals[id]
        if guarded.approval != nil { waits = [] }
        guarded.waiting = waits.map { plan.changes[$0] }
        for index in waits { blocks[index] = Block(reason: .awaitingApproval, message: "waits for 'heddle approve \(id)'") }
        hold(&blocks, plan, observed)
    }
    for (index, change) in plan.changes.enumerated() where blocks[index] == nil && !terms.failed.isEmpty {
        if let failure = terms.failed[change.exactText] { blocks[index] = Block(reason: .applyFailed, message: failure) }
    }
    hold(&blocks, plan, observed)
    for (change, block) in zip(plan.changes, blocks) {
        switch block {
        case nil: guarded.allowed.append(change)
        case let block? where block.reason != .awaitingApproval: guarded.held.append(.init(change: change, block: block))
        default: continue
        }
    }
    return guarded
}

/// Whatever leans on what is held is held as well.
private func hold(_ blocks: inout [Block?], _ plan: ClusterPlan, _ observed: ObservedCluster) {
    var isSettled = false
    while !isSettled {
        isSettled = true
        var needs = UnmetNeeds()
        for notice in plan.notices where notice.kind.isRefusal { needs.add(notice, observed: observed) }
        for (change, block) in zip(plan.changes, blocks) where block != nil { needs.add(change, observed: observed) }
        for (index, change) in plan.changes.enumerated() where blocks[index] == nil {
            guard let missing = needs.missing(for: change), missing != change.address else { continue }
            blocks[index] = Block(reason: .dependencyHeld, message: "waits for \(missing)")
            isSettled = false
        }
    }
}

private func block(of change: Change, _ refusals: [Notice], _ terms: GuardTerms) -> Block? {
    for suspension in terms.suspensions where suspension.address == nil || suspension.address == change.address {
        return Block(reason: .suspended, message: suspension.words)
    }
    for notice in refusals {
        if notice.kind == .tooManyDeletions {
            // Deletions by the dozen are a slip more often than not, and revocations come of the same slip.
            if change.stage >= .revoke, change.stage != .note { return Block(reason: .refused(notice.kind), message: notice.message) }
        } else if notice.isOfTheWhole || notice.address == change.address && (notice.subject == nil || notice.subject == change.subject) {
            return Block(reason: .refused(notice.kind), message: notice.message)
        }
    }
    return nil
}

extension Suspension {
    var words: String { "suspended by \(by)\(reason.map { ": \($0)" } ?? "")" }
}
