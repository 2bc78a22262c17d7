import EngineInterface
import MeshModel

/// What comes of one name: at most one change, and what there is to say.
struct ResourceVerdict {
    var change: Change?
    var notice: Notice?

    static let nothing = ResourceVerdict()
    static func change(_ change: Change) -> Self { Self(change: change) }
    static func notice(_ notice: Notice) -> Self { Self(notice: notice) }
}

/// The three-way comparison of one topic: what the manifests say, what was last applied, what is there now.
struct TopicComparison {
    var mesh: String
    var cluster: String
    var name: String
    var desired: DesiredTopic?
    var recorded: LedgerTopic?
    var observed: ObservedTopic?
    var prunes: Bool

    var address: ResourceAddress { .topic(name, on: cluster) }

    func verdict() -> ResourceVerdict {
        if let recorded, recorded.stewardship.mesh != mesh { return ownedElsewhere(recorded) }
        switch (desired, recorded, observed) {
        case (nil, nil, _): return .nothing
        case (let desired?, let recorded, nil): return .change(creation(of: desired, recorded: recorded))
        case (let desired?, nil, let observed?):
            return desired.adopts ? alteration(of: observed, to: desired, recorded: nil) : notOwned(desired)
        case (let desired?, let recorded?, let observed?):
            if recorded.phase == .intended, !recorded.describes(observed) {
                return desired.adopts ? alteration(of: observed, to: desired, recorded: nil) : notOwned(desired)
            }
            return alteration(of: observed, to: desired, recorded: recorded)
        case (nil, _?, nil):
            return .change(Change(address: address, action: .forget, stage: .note, reasons: ["it is no longer there"], outcome: .topic(name, nil)))
        case (nil, let recorded?, let observed?): return orphan(recorded, observed)
        }
    }

    // MARK: Created

    private func creation(of desired: DesiredTopic, recorded: LedgerTopic?) -> Change {
        let config = desired.config.compactMapValues { setting -> String? in
            if case .value(let value) = setting { value } else { nil }
        }
        var fields = [FieldChange("partitions", from: nil, to: String(desired.partitions))]
        if let replication = desired.replication { fields.append(FieldChange("replication", from: nil, to: String(replication))) }
        fields += config.sorted { $0.key < $1.key }.map { FieldChange("config.\($0.key)", from: nil, to: $0.value) }
        let wasDeleted = recorded?.phase == .applied
        let entry = ledgerEntry(of: desired, config: config)
        return Change(
            address: address, action: .create, stage: .createTopics, fields: fields, isDrift: wasDeleted,
            risk: .safe, reasons: wasDeleted ? ["it was deleted outside Heddle; its records are gone"] : [], origin: desired.origin,
            operations: [
                .createTopic(name: name, partitions: desired.partitions, replication: desired.replication, config: config)
            ],
            intent: .topic(name, entry.in(phase: .intended)), outcome: .topic(name, entry), withdrawal: .topic(name, nil))
    }

    // MARK: Changed

    private func alteration(of observed: ObservedTopic, to desired: DesiredTopic, recorded: LedgerTopic?) -> ResourceVerdict {
        if let notice = impossibility(of: observed, to: desired, recorded: recorded) { return .notice(notice) }
        var fields: [FieldChange] = []
        var operations: [EngineOperation] = []
        var risk = RiskClass.safe
        var reasons: [String] = []

        if desired.partitions > observed.partitions {
            fields.append(
                FieldChange("partitions", from: String(observed.partitions), to: String(desired.partitions)))
            operations.append(.setPartitions(topic: name, total: desired.partitions))
            risk = .notable
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
        let entry = ledgerEntry(of: desired, config: config.recorded)
        if let recorded, operations.isEmpty, recorded.stewardship != entry.stewardship {
            fields += stewardshipFields(from: recorded.stewardship, to: entry.stewardship)
        }
        let isDrift = fields.contains(where: \.isDrift)
        let previous: LedgerUpdate = .topic(name, recorded)
        guard let recorded else {
            return .change(
                Change(
                    address: address, action: .adopt, stage: .alterTopics, fields: fields, risk: risk, reasons: reasons,
                    origin: desired.origin, operations: operations, outcome: .topic(name, entry), withdrawal: previous))
        }
        if operations.isEmpty, recorded == entry { return .nothing }
        return .change(
            Change(
                address: address, action: operations.isEmpty ? .record : .update, stage: operations.isEmpty ? .note : .alterTopics,
                fields: fields, isDrift: isDrift, risk: risk, reasons: reasons, origin: desired.origin, operations: operations,
                outcome: .topic(name, entry), withdrawal: previous))
    }

    private func impossibility(of observed: ObservedTopic, to desired: DesiredTopic, recorded: LedgerTopic?) -> Notice? {
        if desired.partitions < observed.partitions {
            let byOthers = (recorded?.partitions ?? observed.partitions) < observed.partitions
            return Notice(
                .impossible, address,
                "it has \(observed.partitions) partitions\(byOthers ? " (raised outside Heddle)" : "") and the manifest says \(desired.partitions); partitions cannot be taken away",
                remedy: "say partitions: \(observed.partitions), or declare a new topic and move the records there", origin: desired.origin,
                isDrift: byOthers)
        }
        if let replication = desired.replication, replication != observed.replication {
            return Notice(
                .impossible, address,
                "it has replication \(observed.replication) and the manifest says \(replication); Heddle does not move replicas",
                remedy: "say replication: \(observed.replication), or reassign the partitions with the cluster's own tools first",
                origin: desired.origin)
        }
        return nil
    }

    // MARK: Not declared, or not ours

    private func orphan(_ recorded: LedgerTopic, _ observed: ObservedTopic) -> ResourceVerdict {
        if recorded.phase == .intended, !recorded.describes(observed) {
            return .change(
                Change(
                    address: address, action: .forget, stage: .note, reasons: ["the topic there is not the one that Heddle set out to create"],
                    outcome: .topic(name, nil)))
        }
        guard prunes else {
            return .notice(
                Notice(
                    .orphan, address, "it is Heddle's, and no manifest declares it any more; it is kept",
                    remedy: "delete it with --prune --allow destructive, or let go of it with 'heddle forget \(address)'"))
        }
        if recorded.stewardship.deletionProtection {
            return .notice(
                Notice(
                    .protected, address, "its deletion is forbidden by the protection recorded in the mesh",
                    remedy: "declare it with deletionProtection: false, apply, then take the manifest away"))
        }
        return .change(
            Change(
                address: address, action: .delete, stage: .deleteTopics,
                fields: [FieldChange("partitions", from: String(observed.partitions), to: nil)], risk: .destructive,
                reasons: ["the topic and \(observed.held.map { $0.total == 1 ? "its one record" : "its \($0.total) records" } ?? "every record in it") are deleted"],
                operations: [.deleteTopic(name: name)],
                outcome: .topic(name, nil), withdrawal: .topic(name, recorded)))
    }

    private func notOwned(_ desired: DesiredTopic) -> ResourceVerdict {
        .notice(
            Notice(
                .notOwned, address, "it is there already, and Heddle did not create it",
                remedy: "take it over with the annotation heddle.dev/adopt: \"true\" on its manifest, or choose another name",
                origin: desired.origin))
    }

    private func ownedElsewhere(_ recorded: LedgerTopic) -> ResourceVerdict {
        guard let desired else { return .nothing }
        return .notice(
            Notice(
                .ownedElsewhere, address, "it belongs to the mesh '\(recorded.stewardship.mesh)'",
                remedy: "declare it in one mesh only", origin: desired.origin))
    }

    private func ledgerEntry(of desired: DesiredTopic, config: [String: String]) -> LedgerTopic {
        LedgerTopic(
            phase: .applied,
            stewardship: Stewardship(mesh: mesh, owner: desired.owner, deletionProtection: desired.deletionProtection),
            partitions: desired.partitions, replication: desired.replication, config: config)
    }
}

extension LedgerTopic {
    func `in`(phase: LedgerPhase) -> LedgerTopic {
        var copy = self
        copy.phase = phase
        return copy
    }

    /// Whether the topic that is there is the one that this entry set out to create.
    func describes(_ observed: ObservedTopic) -> Bool {
        guard observed.partitions == partitions else { return false }
        return config.allSatisfy { key, value in
            guard let entry = observed.config?[key], entry.isSetOnTopic, let current = entry.value else { return false }
            return configValuesEqual(key, current, value)
        }
    }
}
