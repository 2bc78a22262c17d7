import ContractModel
import Determinism
import MeshModel

extension LedgerDocument {
    init(_ entry: LedgerEntry) {
        switch entry {
        case .topic(let name, let topic):
            self.init(
                kind: .topic, phase: topic.phase, stewardship: topic.stewardship,
                topic: Topic(
                    name: name, partitions: topic.partitions, replication: topic.replication, config: topic.config,
                    quarantine: topic.quarantine.map {
                        Quarantine(stage: $0.stage.rawValue, since: $0.since.millisecondsSinceEpoch, denials: $0.denials.map(Rule.init))
                    }))
        case .access(let rule, let access):
            self.init(kind: .access, phase: access.phase, stewardship: access.stewardship, rule: Rule(rule))
        case .subject(let name, let subject):
            self.init(
                kind: .subject, phase: subject.phase, stewardship: subject.stewardship,
                subject: Subject(
                    name: name, contract: subject.contract, format: subject.format.rawValue, model: subject.model, text: subject.text,
                    compatibility: subject.compatibility?.rawValue))
        case .claim(let mesh, let claim):
            self.init(
                kind: .claim, phase: .applied, stewardship: Stewardship(mesh: mesh),
                claim: Claim(repository: claim.repository, prefixes: claim.prefixes, kinds: claim.kinds))
        }
    }

    private init(
        kind: Kind, phase: LedgerPhase, stewardship: Stewardship, topic: Topic? = nil, rule: Rule? = nil, subject: Subject? = nil,
        claim: Claim? = nil
    ) {
        self.init(
            version: Self.version, kind: kind, phase: phase, mesh: stewardship.mesh, owner: stewardship.owner,
            deletionProtection: stewardship.deletionProtection,
            source: stewardship.source.map { Source(repository: $0.repository, revision: $0.revision) },
            deletion: stewardship.deletion.map { Deletion(drain: $0.drain.count, quarantine: $0.quarantine.count) }, topic: topic,
            rule: rule, subject: subject, claim: claim)
    }
}

extension LedgerEntry {
    /// nil when the document lacks the part that its kind calls for, or says what no entry can.
    init?(_ document: LedgerDocument) {
        let stewardship = Stewardship(
            mesh: document.mesh, owner: document.owner, deletionProtection: document.deletionProtection,
            source: document.source.map { SourceStamp(repository: $0.repository, revision: $0.revision) },
            deletion: document.deletion.map {
                DeletionPolicy(drain: Milliseconds($0.drain), quarantine: Milliseconds($0.quarantine))
            })
        switch document.kind {
        case .topic:
            guard let topic = document.topic, !topic.name.isEmpty, topic.partitions > 0, topic.replication ?? 1 > 0 else { return nil }
            var quarantine: LedgerQuarantine?
            if let document = topic.quarantine {
                quarantine = LedgerQuarantine(document)
                // What is not understood must not pass for a topic in use.
                if quarantine == nil { return nil }
            }
            self = .topic(
                topic.name,
                LedgerTopic(
                    phase: document.phase, stewardship: stewardship, partitions: topic.partitions,
                    replication: topic.replication, config: topic.config, quarantine: quarantine))
        case .access:
            guard let rule = document.rule.flatMap(AccessRule.init) else { return nil }
            self = .access(rule, LedgerAccess(phase: document.phase, stewardship: stewardship))
        case .subject:
            guard let subject = document.subject, !subject.name.isEmpty,
                let entry = LedgerSubject(subject, phase: document.phase, stewardship: stewardship)
            else { return nil }
            self = .subject(subject.name, entry)
        case .claim:
            guard let claim = document.claim, !document.mesh.isEmpty else { return nil }
            self = .claim(
                document.mesh, LedgerClaim(repository: claim.repository, prefixes: claim.prefixes, kinds: claim.kinds))
        }
    }
}

extension LedgerQuarantine {
    init?(_ document: LedgerDocument.Quarantine) {
        let denials = document.denials.compactMap(AccessRule.init)
        guard let stage = Stage(rawValue: document.stage), denials.count == document.denials.count else { return nil }
        self.init(stage: stage, since: Instant(millisecondsSinceEpoch: document.since), denials: denials)
    }
}

extension LedgerSubject {
    init?(_ subject: LedgerDocument.Subject, phase: LedgerPhase, stewardship: Stewardship) {
        guard let format = ContractFormat(rawValue: subject.format) else { return nil }
        let compatibility = subject.compatibility.map(CompatibilityMode.init(rawValue:))
        // A mode that is not known must not pass for none.
        if case .some(nil) = compatibility { return nil }
        self.init(
            phase: phase, stewardship: stewardship, contract: subject.contract, format: format, model: subject.model,
            text: subject.text, compatibility: compatibility ?? nil)
    }
}

extension LedgerDocument.Rule {
    init(_ rule: AccessRule) {
        let (type, name): (PatternType, String?) =
            switch rule.pattern {
            case .literal(let name): (.literal, name)
            case .prefix(let prefix): (.prefix, prefix)
            case .any: (.any, nil)
            }
        self.init(
            resourceType: rule.resourceType.rawValue, patternType: type, name: name, principal: rule.principal, host: rule.host,
            operation: rule.operation.rawValue, permission: rule.permission.rawValue)
    }
}

extension AccessRule {
    init?(_ rule: LedgerDocument.Rule) {
        guard let resourceType = ResourceType(rawValue: rule.resourceType), let operation = Operation(rawValue: rule.operation),
            let permission = Permission(rawValue: rule.permission)
        else { return nil }
        let pattern: Pattern
        switch (rule.patternType, rule.name) {
        case (.literal, let name?): pattern = .literal(name)
        case (.prefix, let prefix?): pattern = .prefix(prefix)
        case (.any, nil): pattern = .any
        default: return nil
        }
        self.init(
            resourceType: resourceType, pattern: pattern, principal: rule.principal, host: rule.host, operation: operation,
            permission: permission)
    }
}
