import EngineInterface
import MeshModel
import MeshPlanning

/// The change of one subject of a schema registry.
struct SubjectCheck {
    let cluster: CheckedCluster
    let change: Change
    let name: String
    let entry: LedgerSubject?

    private var recorded: LedgerSubject? { cluster.ledger.subjects[name] }
    private var observed: ObservedSubject? { cluster.observed.subjects?[name] }
    private var desired: DesiredSubject? { cluster.desired.subjects[name] }

    func faults() -> [PlanFault] {
        var faults = checkAddress() + checkRights()
        for operation in change.operations { faults += check(operation) }
        return faults + checkEntry() + change.checkNotes { if case .subject(name, _) = $0 { true } else { false } }
    }

    private func checkAddress() -> [PlanFault] {
        var faults: [PlanFault] = []
        let contract = desired?.contract ?? recorded?.contract ?? name
        if change.subject != name || change.address != .contract(contract) {
            faults.append(change.fault(.inconsistent, "the change of subject '\(name)' goes by another name"))
        }
        if !cluster.isManaged("Contract") { faults.append(change.fault(.outOfScope, "the mesh's scope has no contracts")) }
        if !cluster.isTargeted(change.address) { faults.append(change.fault(.outOfScope, "it is none of the targets")) }
        return faults
    }

    private func checkRights() -> [PlanFault] {
        if let recorded, !cluster.isOurs(recorded.stewardship) {
            return [change.fault(.foreign, "subject '\(name)' belongs to the mesh '\(recorded.stewardship.mesh)'")]
        }
        guard observed != nil, recorded == nil else { return [] }
        return desired?.adopts == true && entry != nil ? [] : [change.fault(.foreign, "subject '\(name)' is neither Heddle's nor to be adopted")]
    }

    private func check(_ operation: EngineOperation) -> [PlanFault] {
        switch operation {
        case .registerSchema(let schema):
            guard schema.subject == name, change.stage == .registerSchemas else { break }
            guard let desired, schema.format == desired.format, schema.schema == desired.text, schema.references == desired.references else {
                return [change.fault(.inconsistent, "subject '\(name)': the schema is not the declared one")]
            }
            return []
        case .setCompatibility(let subject, let mode):
            guard subject == name, change.stage == .registerSchemas else { break }
            guard let desired, mode == desired.compatibility else {
                return [change.fault(.inconsistent, "subject '\(name)': the compatibility is not the declared one")]
            }
            return []
        case .deleteSubject(let subject):
            guard subject == name, change.action == .delete, change.stage == .deleteSubjects else { break }
            return checkDeletion()
        case .createTopic, .setPartitions, .alterConfig, .setReplication, .deleteTopic, .grant, .revoke: break
        }
        return [change.fault(.inconsistent, "an operation that has no place in it: \(operation.words)")]
    }

    private func checkDeletion() -> [PlanFault] {
        var faults: [PlanFault] = []
        if recorded == nil || observed == nil { faults.append(change.fault(.foreign, "subject '\(name)' is not Heddle's to delete")) }
        if desired != nil { faults.append(change.fault(.declared, "the manifests declare subject '\(name)'")) }
        if recorded?.stewardship.deletionProtection == true { faults.append(change.fault(.protected, "subject '\(name)': its deletion is forbidden")) }
        if !cluster.options.prunes { faults.append(change.fault(.notAsked, "nobody asked for deletions")) }
        if change.risk != .destructive { faults.append(change.fault(.understated, "the end of a subject is called \(change.risk.rawValue)")) }
        if entry != nil { faults.append(change.fault(.inconsistent, "subject '\(name)' is deleted, and noted as there")) }
        return faults
    }

    private func checkEntry() -> [PlanFault] {
        var faults: [PlanFault] = []
        if let entry, entry.phase != .applied || !cluster.isOurs(entry.stewardship) {
            faults.append(change.fault(.inconsistent, "what is noted is not this mesh's, or not as applied"))
        }
        switch change.action {
        case .create, .update, .adopt, .record:
            guard let desired, let entry else { return faults + [change.fault(.inconsistent, "no manifest declares subject '\(name)'")] }
            if entry.contract != desired.contract || entry.format != desired.format || entry.compatibility != desired.compatibility {
                faults.append(change.fault(.inconsistent, "subject '\(name)': what is noted is not what is declared"))
            }
            if change.action == .record, !change.operations.isEmpty { faults.append(change.fault(.inconsistent, "it should only be noted")) }
            if change.action == .adopt, !desired.adopts { faults.append(change.fault(.foreign, "subject '\(name)' is not to be adopted")) }
            if change.action == .create, observed != nil { faults.append(change.fault(.foreign, "subject '\(name)' is there already")) }
            if change.action == .create, !change.operations.contains(where: \.registers) || change.intent == nil {
                faults.append(change.fault(.inconsistent, "nothing registers subject '\(name)', or a run that is cut off would not be recognised"))
            }
            if change.action == .update, recorded == nil { faults.append(change.fault(.foreign, "subject '\(name)' is not Heddle's to change")) }
        case .forget:
            if entry != nil || !change.operations.isEmpty { faults.append(change.fault(.inconsistent, "it should only be forgotten")) }
        case .delete:
            if !change.operations.contains(.deleteSubject(subject: name)) { faults.append(change.fault(.inconsistent, "nothing deletes subject '\(name)'")) }
        case .quarantine, .restore: faults.append(change.fault(.inconsistent, "subjects are not taken out of use"))
        }
        return faults
    }
}

extension EngineOperation {
    var registers: Bool {
        if case .registerSchema = self { true } else { false }
    }

    /// For messages.
    var words: String {
        switch self {
        case .createTopic(let name, _, _, _): "create topic '\(name)'"
        case .setPartitions(let topic, let total): "give topic '\(topic)' \(total) partitions"
        case .alterConfig(let topic, _, _): "alter topic '\(topic)'"
        case .setReplication(let topic, _, _): "move the replicas of topic '\(topic)'"
        case .deleteTopic(let name): "delete topic '\(name)'"
        case .grant(let rule): "grant \(rule.addressName)"
        case .revoke(let rule): "revoke \(rule.addressName)"
        case .registerSchema(let schema): "register subject '\(schema.subject)'"
        case .setCompatibility(let subject, _): "set the compatibility of '\(subject)'"
        case .deleteSubject(let subject): "delete subject '\(subject)'"
        }
    }
}
