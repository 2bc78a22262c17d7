import MeshModel

extension LedgerDocument {
    init(_ entry: LedgerEntry) {
        switch entry {
        case .topic(let name, let topic):
            self.init(
                kind: .topic, phase: topic.phase, stewardship: topic.stewardship,
                topic: Topic(name: name, partitions: topic.partitions, replication: topic.replication, config: topic.config))
        case .access(let rule, let access):
            self.init(kind: .access, phase: access.phase, stewardship: access.stewardship, rule: Rule(rule))
        }
    }

    private init(kind: Kind, phase: LedgerPhase, stewardship: Stewardship, topic: Topic? = nil, rule: Rule? = nil) {
        self.init(
            version: Self.version, kind: kind, phase: phase, mesh: stewardship.mesh, owner: stewardship.owner,
            deletionProtection: stewardship.deletionProtection, topic: topic, rule: rule)
    }
}

extension LedgerEntry {
    /// nil when the document lacks the part that its kind calls for, or says what no entry can.
    init?(_ document: LedgerDocument) {
        let stewardship = Stewardship(
            mesh: document.mesh, owner: document.owner, deletionProtection: document.deletionProtection)
        switch document.kind {
        case .topic:
            guard let topic = document.topic, !topic.name.isEmpty, topic.partitions > 0, topic.replication ?? 1 > 0 else { return nil }
            self = .topic(
                topic.name,
                LedgerTopic(
                    phase: document.phase, stewardship: stewardship, partitions: topic.partitions,
                    replication: topic.replication, config: topic.config))
        case .access:
            guard let rule = document.rule.flatMap(AccessRule.init) else { return nil }
            self = .access(rule, LedgerAccess(phase: document.phase, stewardship: stewardship))
        }
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
