import EngineInterface
import MeshModel

/// The three-way comparison of one topic: what the manifests say, what was last applied, what is there now.
struct TopicComparison {
    var scene: ClusterScene
    var name: String
    var desired: DesiredTopic?
    var recorded: LedgerTopic?
    var observed: ObservedTopic?

    var address: ResourceAddress { .topic(name, on: scene.cluster) }

    func verdict() -> ResourceVerdict {
        if let problem = reservedProblem { return reserved(problem) }
        if let recorded, recorded.stewardship.mesh != scene.mesh { return ownedElsewhere(recorded) }
        if let observed, observed.config == nil, desired != nil || recorded != nil { return .notice(untold()) }
        // What the scope leaves out is neither deleted nor forgotten, whether it is there or not.
        if desired == nil, recorded != nil, !scene.scope.includes(topic: name) { return .notice(outsideScope()) }
        switch (desired, recorded, observed) {
        case (nil, nil, _): return .nothing
        case (let desired?, let recorded, nil): return creation(of: desired, recorded: recorded)
        case (let desired?, nil, let observed?):
            return desired.adopts ? alteration(of: observed, to: desired, recorded: nil) : notOwned(desired)
        case (let desired?, let recorded?, let observed?):
            if recorded.phase == .intended, !recorded.describes(observed) {
                return desired.adopts ? alteration(of: observed, to: desired, recorded: nil) : notOwned(desired)
            }
            return alteration(of: observed, to: desired, recorded: recorded)
        case (nil, let recorded?, nil): return gone(recorded)
        case (nil, let recorded?, let observed?): return removal(recorded, observed)
        }
    }

    // MARK: Created

    private func creation(of desired: DesiredTopic, recorded: LedgerTopic?) -> ResourceVerdict {
        if let notice = unsupported(desired) { return .notice(notice) }
        let config = desired.config.compactMapValues { setting -> String? in
            if case .value(let value) = setting { value } else { nil }
        }
        var fields = [FieldChange("partitions", from: nil, to: String(desired.partitions))]
        if let replication = desired.replication { fields.append(FieldChange("replication", from: nil, to: String(replication))) }
        fields += config.sorted { $0.key < $1.key }.map { FieldChange("config.\($0.key)", from: nil, to: $0.value) }
        let wasDeleted = recorded?.phase == .applied
        var entry = ledgerEntry(of: desired, config: config, recorded: recorded)
        let outcome = entry
        // Until they are taken out, the denials of an earlier quarantine are remembered.
        let denials = standingDenials(recorded)
        entry.phase = .intended
        entry.quarantine = denials.isEmpty ? nil : recorded?.quarantine
        return .change(
            Change(
                address: address, action: .create, stage: .createTopics, fields: fields, isDrift: wasDeleted,
                risk: .safe, reasons: wasDeleted ? ["it was deleted outside Heddle; its records are gone"] : [], origin: desired.origin,
                operations: [
                    .createTopic(name: name, partitions: desired.partitions, replication: desired.replication, config: config)
                ] + denials.map(EngineOperation.revoke),
                intent: .topic(name, entry), outcome: .topic(name, outcome), withdrawal: .topic(name, denials.isEmpty ? nil : recorded)))
    }

    // MARK: Changed

    private func alteration(of observed: ObservedTopic, to desired: DesiredTopic, recorded: LedgerTopic?) -> ResourceVerdict {
        if let notice = impossibility(of: observed, to: desired, recorded: recorded) ?? unsupported(desired) { return .notice(notice) }
        // Declared again, it is in use again.
        var fields = quarantineFields(recorded)
        var operations = standingDenials(recorded).map(EngineOperation.revoke)
        let isRestored = recorded?.quarantine != nil
        var risk: RiskClass = isRestored ? .notable : .safe
        var reasons: [String] = isRestored ? ["it is declared again, and back in use"] : []

        switch planReplication(of: observed, to: desired) {
        case .asDeclared: break
        case .impossible(let notice): return .notice(notice)
        case .move(let operation, let field, let moveRisk, let reason):
            // Before partitions are added, which then get as many replicas.
            fields.append(field)
            operations.append(operation)
            risk = max(risk, moveRisk)
            reasons.append(reason)
        }
        if desired.partitions > observed.partitions {
            fields.append(FieldChange("partitions", from: String(observed.partitions), to: String(desired.partitions)))
            operations.append(.setPartitions(topic: name, total: desired.partitions))
            risk = max(risk, .notable)
            reasons.append(reasonOfMorePartitions(from: observed.partitions, to: desired.partitions))
        }
        let config = diffConfig(desired: desired.config, applied: recorded?.config ?? [:], observed: observed.config ?? [:])
        fields += config.fields
        if !config.set.isEmpty || !config.unset.isEmpty {
            operations.append(.alterConfig(topic: name, set: config.set, unset: config.unset))
        }
        for field in config.fields {
            guard let (fieldRisk, reason) = riskOfConfigChange(field, held: observed.held) else { continue }
            risk = max(risk, fieldRisk)
            reasons.append(reason)
        }
        if risk == .destructive, let usage = observed.usage { reasons += reasonsOfUsage(usage) }
        let question = question(about: config.fields, risk: risk, observed)
        if risk == .destructive, recorded?.stewardship.deletionProtection ?? desired.deletionProtection {
            return .notice(shielded(reasons), asking: question)
        }
        let entry = ledgerEntry(of: desired, config: config.recorded, recorded: recorded)
        let previous: LedgerUpdate = .topic(name, recorded)
        guard let recorded else {
            return .change(
                Change(
                    address: address, action: .adopt, stage: .alterTopics, fields: fields, risk: risk, reasons: reasons,
                    origin: desired.origin, operations: operations, outcome: .topic(name, entry), withdrawal: previous),
                asking: question)
        }
        if operations.isEmpty, recorded.isSame(as: entry) { return .nothing }
        fields += stewardshipFields(from: recorded.stewardship, to: entry.stewardship)
        if recorded.stewardship.deletionProtection, !entry.stewardship.deletionProtection {
            risk = max(risk, .notable)
            reasons.append(liftedProtection)
        }
        let action: Change.Action = isRestored ? .restore : operations.isEmpty ? .record : .update
        return .change(
            Change(
                address: address, action: action, stage: action == .record ? .note : .alterTopics, fields: fields,
                isDrift: fields.contains(where: \.isDrift), risk: risk, reasons: reasons, origin: desired.origin, operations: operations,
                outcome: .topic(name, entry), withdrawal: previous),
            asking: question)
    }

    /// What has to be counted before a change that may lose records is judged.
    private func question(about fields: [FieldChange], risk: RiskClass, _ observed: ObservedTopic) -> TopicQuestion? {
        guard risk == .destructive else { return nil }
        let shorter = fields.first { $0.path == "config.retention.ms" }?.new.flatMap { Int64($0) }
        return TopicQuestion(
            records: RecordQuestion(
                topic: name, partitions: observed.partitions, olderThan: shorter.flatMap { $0 < 0 ? nil : Milliseconds($0) }),
            needsUsage: true)
    }

    // MARK: Gone

    /// It is not declared, and no longer there either.
    private func gone(_ recorded: LedgerTopic) -> ResourceVerdict {
        // What is not shown to us may still be there: its protection stays until somebody says otherwise.
        if recorded.stewardship.deletionProtection { return .notice(protectedAndGone()) }
        let denials = standingDenials(recorded)
        return .change(
            Change(
                address: address, action: .forget, stage: denials.isEmpty ? .note : .revoke, reasons: ["it is no longer there"],
                operations: denials.map(EngineOperation.revoke), outcome: .topic(name, nil)))
    }

    // MARK: Remembered

    private func ledgerEntry(of desired: DesiredTopic, config: [String: String], recorded: LedgerTopic?) -> LedgerTopic {
        LedgerTopic(
            phase: .applied,
            stewardship: scene.stewardship(
                owner: desired.owner, isProtected: desired.deletionProtection,
                // A mesh that no longer says how long a quarantine lasts does not shorten it.
                deletion: scene.deletion ?? recorded?.stewardship.deletion),
            partitions: desired.partitions, replication: desired.replication, config: config)
    }
}

extension LedgerTopic {
    /// Whether the topic that is there is the one that this entry set out to create.
    func describes(_ observed: ObservedTopic) -> Bool {
        guard observed.partitions == partitions else { return false }
        return config.allSatisfy { key, value in
            guard let entry = observed.config?[key], entry.isSetOnTopic, let current = entry.value else { return false }
            return configValuesEqual(key, current, value)
        }
    }
}
