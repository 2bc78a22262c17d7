import EngineInterface
import MeshModel
import MeshPlanning

/// One topic's change: may it be touched, and does it do what it says?
struct TopicCheck {
    let cluster: CheckedCluster
    let change: Change
    let name: String
    /// What the ledger is to hold in the end.
    let entry: LedgerTopic?

    private var recorded: LedgerTopic? { cluster.ledger.topics[name] }
    private var observed: ObservedTopic? { cluster.observed.topics[name] }
    private var desired: DesiredTopic? { cluster.desired.topics[name] }

    func faults() -> [PlanFault] {
        var faults = checkAddress() + checkRights()
        for operation in change.operations { faults += check(operation) }
        faults += checkEntry()
        faults += change.checkNotes { if case .topic(name, _) = $0 { true } else { false } }
        return faults
    }

    private func checkAddress() -> [PlanFault] {
        guard change.address == .topic(name, on: cluster.desired.name) else {
            return [change.fault(.inconsistent, "the change of '\(name)' goes by another name")]
        }
        if !cluster.isInScope(topic: name) { return [change.fault(.outOfScope, "the mesh's scope does not have it")] }
        if !cluster.isTargeted(change.address) { return [change.fault(.outOfScope, "it is none of the targets")] }
        return []
    }

    /// Whatever the change does: is it ours?
    private func checkRights() -> [PlanFault] {
        if name.hasPrefix("__") || name == "_schemas" || observed?.isInternal == true {
            return [change.fault(.reserved, "it is the engine's own, or Heddle's")]
        }
        if let recorded, !cluster.isOurs(recorded.stewardship) {
            return [change.fault(.foreign, "it belongs to the mesh '\(recorded.stewardship.mesh)'")]
        }
        // Nothing there, and nothing done: only a note goes.
        guard let observed else { return [] }
        let isAdopted = desired?.adopts == true && entry != nil
        guard let recorded else {
            return isAdopted ? [] : [change.fault(.foreign, "it is there, and neither Heddle's nor to be adopted")]
        }
        // Something of that name was to be created; this may be another's.
        let mayBeOthers = recorded.phase == .intended && !recorded.fits(observed)
        if mayBeOthers, !isAdopted, !change.operations.isEmpty || entry != nil {
            return [change.fault(.foreign, "it is not the topic that Heddle set out to create, and is not to be adopted")]
        }
        return []
    }

    // MARK: Operations

    private func check(_ operation: EngineOperation) -> [PlanFault] {
        switch operation {
        case .createTopic(let topic, let partitions, let replication, let config):
            return checkCreation(topic, partitions, replication, config)
        case .setPartitions(let topic, let total):
            guard topic == name, change.stage == .alterTopics else { return [misplaced(operation)] }
            guard let observed, let desired, total == desired.partitions, total == entry?.partitions else {
                return [change.fault(.inconsistent, "\(total) partitions are not what is declared")]
            }
            return total > observed.partitions ? [] : [change.fault(.inconsistent, "partitions would be taken away")]
        case .setReplication(let topic, let assignment, _):
            guard topic == name, change.stage == .alterTopics else { return [misplaced(operation)] }
            guard let observed, let desired, let replication = desired.replication, assignment.count == observed.partitions,
                assignment.allSatisfy({ $0.count == replication && Set($0).count == $0.count })
            else { return [change.fault(.inconsistent, "its replicas are not as declared")] }
            return []
        case .alterConfig(let topic, let set, let unset): return checkConfig(topic, set: set, unset: unset)
        case .deleteTopic(let topic): return checkDeletion(topic)
        case .grant(let rule):
            guard change.action == .quarantine, isDenial(rule), entry?.quarantine?.denials.contains(rule) == true else { return [misplaced(operation)] }
            return []
        case .revoke(let rule):
            guard change.action != .quarantine, isDenial(rule), recorded?.quarantine?.denials.contains(rule) == true else {
                return [misplaced(operation)]
            }
            return []
        case .registerSchema, .setCompatibility, .deleteSubject: return [misplaced(operation)]
        }
    }

    private func misplaced(_ operation: EngineOperation) -> PlanFault {
        change.fault(.inconsistent, "an operation that has no place in it: \(operation.words)")
    }

    /// Of this topic alone. The one grant among them keeps readers in where a first rule would shut them out.
    private func isDenial(_ rule: AccessRule) -> Bool {
        guard rule.resourceType == .topic, rule.pattern == .literal(name) else { return false }
        return rule.permission == .deny || (rule.principal == "User:*" && rule.operation == .read)
    }

    private func checkCreation(_ topic: String, _ partitions: Int, _ replication: Int?, _ config: [String: String]) -> [PlanFault] {
        guard topic == name, change.action == .create, change.stage == .createTopics else {
            return [change.fault(.inconsistent, "it creates '\(topic)'")]
        }
        guard let desired else { return [change.fault(.inconsistent, "no manifest declares it")] }
        var faults: [PlanFault] = []
        if observed != nil { faults.append(change.fault(.foreign, "it is there already")) }
        if partitions != desired.partitions || replication != desired.replication || config != desired.values {
            faults.append(change.fault(.inconsistent, "it is not created as it is declared"))
        }
        guard case .topic(name, let intended?)? = change.intent, intended.phase == .intended else {
            return faults + [change.fault(.inconsistent, "a run that is cut off here would not be recognised")]
        }
        return faults
    }

    private func checkConfig(_ topic: String, set: [String: String], unset: Set<String>) -> [PlanFault] {
        guard topic == name, change.stage == .alterTopics else { return [change.fault(.inconsistent, "it alters '\(topic)'")] }
        guard let desired else { return [change.fault(.inconsistent, "no manifest declares it")] }
        var faults: [PlanFault] = []
        for (key, value) in set.sorted(by: { $0.key < $1.key }) where desired.values[key] != value {
            faults.append(change.fault(.inconsistent, "\(key) is not declared to be '\(value)'"))
        }
        for key in unset.sorted() where desired.config[key] != nil || recorded?.config[key] == nil {
            faults.append(change.fault(.foreign, "\(key) is unset, and Heddle has not set it"))
        }
        if change.risk == .destructive, let recorded, recorded.stewardship.deletionProtection, change.action != .adopt {
            faults.append(change.fault(.protected, "it loses records, and is protected"))
        }
        return faults
    }

    private func checkDeletion(_ topic: String) -> [PlanFault] {
        guard topic == name, change.action == .delete, change.stage == .deleteTopics else {
            return [change.fault(.inconsistent, "it deletes '\(topic)'")]
        }
        var faults = checkTakingAway()
        if recorded == nil || observed == nil { faults.append(change.fault(.foreign, "it is not Heddle's to delete")) }
        if entry != nil { faults.append(change.fault(.inconsistent, "it is deleted, and noted as there")) }
        return faults
    }

    /// What holds for a deletion, and for the way there.
    private func checkTakingAway() -> [PlanFault] {
        var faults: [PlanFault] = []
        if desired != nil { faults.append(change.fault(.declared, "the manifests declare it")) }
        if recorded?.stewardship.deletionProtection == true { faults.append(change.fault(.protected, "its deletion is forbidden")) }
        if !cluster.options.prunes { faults.append(change.fault(.notAsked, "nobody asked for deletions")) }
        if change.risk != .destructive { faults.append(change.fault(.understated, "the end of a topic is called \(change.risk.rawValue)")) }
        return faults
    }

    // MARK: What is remembered

    private func checkEntry() -> [PlanFault] {
        var faults: [PlanFault] = []
        // A topic that was never seen to be made may go out of use, and come back, as what it was noted as.
        let staysIntended = recorded?.phase == .intended && [.quarantine, .restore].contains(change.action)
        if let entry, entry.phase != .applied && !staysIntended || !cluster.isOurs(entry.stewardship) {
            faults.append(change.fault(.inconsistent, "what is noted is not this mesh's, or not as applied"))
        }
        switch change.action {
        case .create, .update, .adopt:
            guard let desired, let entry else { return faults + [change.fault(.inconsistent, "it is \(change.action.rawValue)d, and no manifest declares it")] }
            if entry.partitions != desired.partitions || entry.config != desired.values || entry.replication != desired.replication {
                faults.append(change.fault(.inconsistent, "what is noted is not what is declared"))
            }
            if change.action == .adopt, !desired.adopts { faults.append(change.fault(.foreign, "it is not to be adopted")) }
            if change.action == .create, change.operations.isEmpty { faults.append(change.fault(.inconsistent, "nothing creates it")) }
            if change.action == .update, recorded == nil { faults.append(change.fault(.foreign, "it is not Heddle's to change")) }
            if change.action != .adopt, recorded == nil, observed != nil { faults.append(change.fault(.foreign, "it is there, and not Heddle's")) }
        case .record:
            if entry == nil || !change.operations.isEmpty { faults.append(change.fault(.inconsistent, "it should only be noted")) }
        case .forget:
            if entry != nil { faults.append(change.fault(.inconsistent, "it should be forgotten, and is noted")) }
        case .delete:
            if !change.operations.contains(.deleteTopic(name: name)) { faults.append(change.fault(.inconsistent, "nothing deletes it")) }
        case .quarantine:
            faults += checkTakingAway()
            if change.stage != .deleteTopics { faults.append(change.fault(.order, "it goes out of use at the wrong stage")) }
            if recorded == nil || entry?.quarantine == nil { faults.append(change.fault(.inconsistent, "its quarantine is not noted")) }
        case .restore:
            if change.stage != .alterTopics { faults.append(change.fault(.order, "it comes back at the wrong stage")) }
            if entry == nil || entry?.quarantine != nil { faults.append(change.fault(.inconsistent, "it is brought back, and noted as in quarantine")) }
        }
        return faults
    }
}

extension DesiredTopic {
    /// The keys that have a value, without those that are left alone.
    var values: [String: String] {
        var values: [String: String] = [:]
        for (key, setting) in config { if case .value(let value) = setting { values[key] = value } }
        return values
    }
}

extension LedgerTopic {
    /// Whether what is there can be what was to be created: as many partitions, and no key set to something quite different.
    func fits(_ observed: ObservedTopic) -> Bool {
        func plain(_ text: String) -> String {
            if let number = Double(text) { return "\(number)" }
            return text.lowercased().split { $0 == "," || $0 == " " }.sorted().joined(separator: ",")
        }
        return observed.partitions == partitions
            && config.allSatisfy { key, value in
                guard let there = observed.config?[key], there.isSetOnTopic, let found = there.value else { return false }
                return plain(found) == plain(value)
            }
    }
}
