import EngineInterface
import MeshModel
import MeshPlanning

/// The change of one access rule.
struct AccessCheck {
    let cluster: CheckedCluster
    let change: Change
    let rule: AccessRule
    let entry: LedgerAccess?

    private var recorded: LedgerAccess? { cluster.ledger.access[rule] }
    private var declared: DesiredAccess? { cluster.desired.access[rule] }
    /// Whether manifests ask for it, and its end is not yet there.
    private var isWanted: Bool {
        guard let declared else { return false }
        guard let end = declared.expires else { return true }
        return end.millisecondsSinceEpoch > cluster.options.now.millisecondsSinceEpoch
    }
    private var isThere: Bool { cluster.observed.access.contains(rule) }

    func faults() -> [PlanFault] {
        guard change.address == .access(rule, on: cluster.desired.name) else {
            return [change.fault(.inconsistent, "the change of '\(rule.addressName)' goes by another name")]
        }
        var faults: [PlanFault] = []
        if !cluster.isManaged("Access", "Application") { faults.append(change.fault(.outOfScope, "the mesh's scope has no access")) }
        if !cluster.isTargeted(change.address) { faults.append(change.fault(.outOfScope, "it is none of the targets")) }
        if let recorded, !cluster.isOurs(recorded.stewardship) {
            faults.append(change.fault(.foreign, "it belongs to the mesh '\(recorded.stewardship.mesh)'"))
        }
        if let entry, entry.phase != .applied || !cluster.isOurs(entry.stewardship) {
            faults.append(change.fault(.inconsistent, "what is noted is not this mesh's, or not as applied"))
        }
        switch change.action {
        case .create: faults += checkGrant()
        case .delete: faults += checkRevocation()
        case .adopt, .record:
            if !isWanted || entry == nil || !change.operations.isEmpty { faults.append(change.fault(.inconsistent, "it should only be noted")) }
            if recorded == nil || change.action == .adopt, declared?.adopts != true { faults.append(change.fault(.foreign, "it is noted as Heddle's, and is not to be adopted")) }
        case .forget:
            if entry != nil || !change.operations.isEmpty { faults.append(change.fault(.inconsistent, "it should only be forgotten")) }
        case .update, .quarantine, .restore: faults.append(change.fault(.inconsistent, "a rule is there or not: nothing of it changes"))
        }
        return faults + change.checkNotes { if case .access(rule, _) = $0 { true } else { false } }
    }

    private func checkGrant() -> [PlanFault] {
        guard change.operations == [.grant(rule)], change.stage == .grant, entry != nil, case .access(rule, let intended?)? = change.intent,
            intended.phase == .intended
        else { return [change.fault(.inconsistent, "it does more or less than grant the rule that it notes")] }
        var faults: [PlanFault] = []
        if declared == nil { faults.append(change.fault(.inconsistent, "no manifest asks for it")) }
        if declared != nil, !isWanted { faults.append(change.fault(.inconsistent, "the time for which manifests ask for it is over")) }
        if isThere { faults.append(change.fault(.foreign, "it is there already")) }
        if isDangling { faults.append(change.fault(.dangling, "the topic is declared, is not there, and is not created")) }
        return faults
    }

    private func checkRevocation() -> [PlanFault] {
        guard change.operations == [.revoke(rule)], change.stage == .revoke, entry == nil else {
            return [change.fault(.inconsistent, "it does more or less than revoke the rule that it forgets")]
        }
        var faults: [PlanFault] = []
        if isWanted { faults.append(change.fault(.declared, "the manifests ask for it")) }
        if recorded == nil { faults.append(change.fault(.foreign, "it is not Heddle's to revoke")) }
        if recorded?.stewardship.deletionProtection == true { faults.append(change.fault(.protected, "its revocation is forbidden")) }
        return faults
    }

    /// Only for topics that the manifests declare: a right to somebody else's topic may come before it.
    private var isDangling: Bool {
        guard rule.resourceType == .topic, case .literal(let topic) = rule.pattern, cluster.desired.topics[topic] != nil,
            cluster.observed.topics[topic] == nil, cluster.isInScope(topic: topic), cluster.options.targets.isEmpty,
            !cluster.refused.contains(topic)
        else { return false }
        return !cluster.plan.changes.contains { change in
            change.address.name == topic && change.operations.contains { if case .createTopic(topic, _, _, _) = $0 { true } else { false } }
        }
    }
}
