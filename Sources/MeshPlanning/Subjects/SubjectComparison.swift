import ContractModel
import EngineInterface
import MeshModel

/// The three-way comparison of one subject: what the manifests say, what was last applied, what the registry has now.
struct SubjectComparison {
    var scene: SubjectScene
    var name: String
    var desired: DesiredSubject?
    var recorded: LedgerSubject?
    var observed: ObservedSubject?
    /// Within its stage.
    var order: Int

    init(_ name: String, recorded: LedgerSubject?, order: Int, in scene: SubjectScene) {
        self.scene = scene
        self.name = name
        self.recorded = recorded
        self.order = order
        desired = scene.desired[name]
        observed = scene.observed[name]
    }

    /// Contracts belong to no one cluster; the change itself tells the subject.
    var address: ResourceAddress { .contract(desired?.contract ?? recorded?.contract ?? name) }

    func verdict() -> ResourceVerdict {
        if let recorded, recorded.stewardship.mesh != scene.mesh { return ownedElsewhere(recorded) }
        switch (desired, recorded, observed) {
        case (nil, nil, _): return .nothing
        case (let desired?, let recorded, nil): return .change(creation(of: desired, recorded: recorded))
        case (let desired?, nil, let observed?):
            return desired.adopts ? alteration(of: observed, to: desired, recorded: nil) : notOwned(desired)
        case (let desired?, let recorded?, let observed?):
            if recorded.phase == .intended, !isWhatWasIntended(observed, recorded) {
                return desired.adopts ? alteration(of: observed, to: desired, recorded: nil) : notOwned(desired)
            }
            return alteration(of: observed, to: desired, recorded: recorded)
        case (nil, let recorded?, nil):
            if recorded.stewardship.deletionProtection {
                return .notice(
                    notice(
                        .orphan, "the subject '\(name)' is protected, not declared, and the registry shows no such subject; the note of its protection is kept",
                        remedy: "if it is gone for good, let go of it with 'heddle forget \(address)'"))
            }
            return .change(change(.forget, stage: .note, reasons: ["it is no longer there"], outcome: nil))
        case (nil, let recorded?, let observed?): return orphan(recorded, observed)
        }
    }

    // MARK: Created

    private func creation(of desired: DesiredSubject, recorded: LedgerSubject?) -> Change {
        var fields = [FieldChange("format", from: nil, to: desired.format.rawValue)]
        if let mode = desired.compatibility { fields.append(FieldChange("compatibility", from: nil, to: mode.rawValue)) }
        fields += desired.references.map { FieldChange("references.\($0.name)", from: nil, to: $0.subject) }
        let wasDeleted = recorded?.phase == .applied
        let entry = ledgerEntry(of: desired)
        var intended = entry
        intended.phase = .intended
        var change = change(
            .create, stage: .registerSchemas, fields: fields, reasons: wasDeleted ? ["it was deleted outside Heddle"] : [],
            operations: [register(desired)] + (desired.compatibility.map { [.setCompatibility(subject: name, $0)] } ?? []), outcome: entry)
        change.isDrift = wasDeleted
        change.intent = .subject(name, intended)
        change.withdrawal = .subject(name, nil)
        return change
    }

    private func register(_ desired: DesiredSubject) -> EngineOperation {
        .registerSchema(SubjectSchema(subject: name, format: desired.format, schema: desired.text, references: desired.references))
    }

    // MARK: Changed

    private func alteration(of observed: ObservedSubject, to desired: DesiredSubject, recorded: LedgerSubject?) -> ResourceVerdict {
        let compatibility = CompatibilityDifference(
            desired: desired.compatibility, applied: recorded?.compatibility, observed: observed.compatibility, fallback: scene.defaultMode)
        var fields = compatibility.fields
        var operations: [EngineOperation] = compatibility.operation(on: name)
        var risk = compatibility.risk
        var reasons = compatibility.reasons

        let entry = ledgerEntry(of: desired)
        switch SchemaDifference(of: observed, to: desired, recorded: recorded, in: scene) {
        case .none:
            if let recorded, recorded.model == entry.model, recorded.text != entry.text {
                fields.append(FieldChange("schema", from: nil, to: "changed in its text only: no new version"))
            }
        case .buried(let version):
            return .notice(buried(version, observed, desired, recorded))
        case .some(let schemaFields, let byOthers):
            let versions = observed.history?.versions ?? [scene.version(of: observed)]
            switch judgeSchema(scene.text(of: desired), desired.format, against: versions, mode: compatibility.effective) {
            case .incompatible(let sentence): return .notice(incompatible(sentence, desired))
            case .compatible(let schemaRisk, let schemaReasons):
                risk = max(risk, schemaRisk)
                reasons += schemaReasons
                if !schemaReasons.isEmpty { reasons += users(of: desired) }
            }
            fields += schemaFields
            if byOthers { reasons.append("version \(observed.latestVersion) was registered outside Heddle") }
            operations.append(register(desired))
        }
        if let recorded {
            if operations.isEmpty, recorded.isSame(as: entry) { return .nothing }
            fields += stewardshipFields(from: recorded.stewardship, to: entry.stewardship)
            if recorded.contract != entry.contract { fields.append(FieldChange("contract", from: recorded.contract, to: entry.contract)) }
            if recorded.stewardship.deletionProtection, !entry.stewardship.deletionProtection {
                risk = max(risk, .notable)
                reasons.append("its protection is lifted: it can be deleted from now on")
            }
        }
        let action: Change.Action = recorded == nil ? .adopt : operations.isEmpty ? .record : .update
        var change = change(
            action, stage: action == .record ? .note : .registerSchemas, fields: fields, reasons: reasons, operations: operations, outcome: entry)
        change.risk = risk
        change.isDrift = recorded != nil && fields.contains(where: \.isDrift)
        return .change(change)
    }

    private func isWhatWasIntended(_ observed: ObservedSubject, _ recorded: LedgerSubject) -> Bool {
        if scene.model(of: observed)?.fingerprint == recorded.model { return true }
        // The registry's own word, where it writes schemas anew in ways that are not known here.
        guard let desired, let history = observed.history, history.declaredVersion != nil else { return false }
        return scene.model(of: desired).fingerprint == recorded.model
    }

    private func ledgerEntry(of desired: DesiredSubject) -> LedgerSubject {
        LedgerSubject(
            phase: .applied,
            stewardship: Stewardship(
                mesh: scene.mesh, owner: desired.owner, deletionProtection: desired.deletionProtection, source: scene.source),
            contract: desired.contract, format: desired.format, model: scene.model(of: desired).fingerprint,
            text: fingerprint(desired.text), compatibility: desired.compatibility)
    }

    // MARK: Not declared

    private func orphan(_ recorded: LedgerSubject, _ observed: ObservedSubject) -> ResourceVerdict {
        if recorded.phase == .intended, !isWhatWasIntended(observed, recorded) {
            return .change(
                change(.forget, stage: .note, reasons: ["the subject there is not the one that Heddle set out to register"], outcome: nil))
        }
        guard scene.prunes else {
            return .notice(
                notice(
                    .orphan, "it is Heddle's, and no manifest declares it any more; it is kept",
                    remedy: "delete it with --prune --allow destructive, or let go of it with 'heddle forget \(address)'"))
        }
        if recorded.stewardship.deletionProtection {
            return .notice(
                notice(
                    .protected, "its deletion is forbidden by the protection recorded in the mesh",
                    remedy: "declare it without protection (deletionProtection: false on its topic, no heddle.dev/protect), apply, then take the manifest away"))
        }
        let versions = observed.versions
        var change = change(
            .delete, stage: .deleteSubjects,
            fields: [FieldChange("versions", from: versions.map(String.init).joined(separator: ", "), to: nil)],
            reasons: ["the subject and its \(versions.count == 1 ? "one version" : "\(versions.count) versions") are deleted"],
            operations: [.deleteSubject(subject: name)], outcome: nil)
        change.risk = .destructive
        change.withdrawal = .subject(name, recorded)
        return .change(change)
    }

    // MARK: Pieces

    private func change(
        _ action: Change.Action, stage: Change.Stage, fields: [FieldChange] = [], reasons: [String] = [],
        operations: [EngineOperation] = [], outcome: LedgerSubject?
    ) -> Change {
        Change(
            address: address, subject: name, action: action, stage: stage, order: order, fields: fields, reasons: reasons,
            origin: desired?.origin, operations: operations, outcome: .subject(name, outcome), withdrawal: .subject(name, recorded))
    }
}
