import MeshModel

/// Written and read by hand, members in the order of their names: what an encoder derived from the types would write, at a
/// tenth of its cost.
extension LedgerDocument {
    var json: [UInt8] {
        var json = JSONWriter()
        write(into: &json)
        return json.bytes
    }

    func write(into json: inout JSONWriter) {
        json.object { json in
            if let claim {
                json.member("claim") {
                    $0.member("kinds", claim.kinds)
                    $0.member("prefixes", claim.prefixes)
                    $0.member("repository", claim.repository)
                }
            }
            if let deletion {
                json.member("deletion") {
                    $0.member("drain", deletion.drain)
                    $0.member("quarantine", deletion.quarantine)
                }
            }
            json.member("deletionProtection", deletionProtection)
            json.member("kind", kind.rawValue)
            json.member("mesh", mesh)
            json.member("owner", owner)
            json.member("phase", phase.rawValue)
            if let rule { json.member("rule", rule.write) }
            if let source {
                json.member("source") {
                    $0.member("repository", source.repository)
                    $0.member("revision", source.revision)
                }
            }
            if let subject { json.member("subject", subject.write) }
            if let topic { json.member("topic", topic.write) }
            json.member("version", version)
        }
    }

    init(_ json: JSONText) throws(LedgerEntryProblem) {
        guard let kind = Kind(rawValue: try json.need("kind", \.string)), let phase = LedgerPhase(rawValue: try json.need("phase", \.string))
        else { throw .notLedgerJSON }
        self.init(
            version: Int(clamping: try json.need("version", \.integer)), kind: kind, phase: phase, mesh: try json.need("mesh", \.string),
            owner: try json.may("owner", \.string), deletionProtection: try json.need("deletionProtection", \.bool))
        if let json = json["source"] {
            source = Source(repository: try json.may("repository", \.string), revision: try json.may("revision", \.string))
        }
        if let json = json["deletion"] {
            deletion = Deletion(drain: try json.need("drain", \.integer), quarantine: try json.need("quarantine", \.integer))
        }
        if let json = json["claim"] {
            claim = Claim(
                repository: try json.may("repository", \.string), prefixes: try json.need("prefixes", \.strings),
                kinds: try json.may("kinds", \.strings))
        }
        if let json = json["topic"] { topic = try Topic(json) }
        if let json = json["rule"] { rule = try Rule(json) }
        if let json = json["subject"] { subject = try Subject(json) }
    }
}

extension LedgerDocument.Topic {
    func write(into json: inout JSONWriter) {
        json.member("config", config)
        json.member("name", name)
        json.member("partitions", partitions)
        if let quarantine {
            json.member("quarantine") {
                $0.name("denials")
                $0.array { for rule in quarantine.denials { $0.object(rule.write) } }
                $0.member("since", quarantine.since)
                $0.member("stage", quarantine.stage)
            }
        }
        json.member("replication", replication)
    }

    init(_ json: JSONText) throws(LedgerEntryProblem) {
        self.init(
            name: try json.need("name", \.string), partitions: Int(clamping: try json.need("partitions", \.integer)),
            replication: try json.may("replication", \.integer).map { Int(clamping: $0) }, config: try json.need("config", \.dictionary))
        guard let json = json["quarantine"] else { return }
        var denials: [LedgerDocument.Rule] = []
        for rule in try json.need("denials", \.array) { denials.append(try LedgerDocument.Rule(rule)) }
        quarantine = .init(stage: try json.need("stage", \.string), since: try json.need("since", \.integer), denials: denials)
    }
}

extension LedgerDocument.Subject {
    func write(into json: inout JSONWriter) {
        json.member("compatibility", compatibility)
        json.member("contract", contract)
        json.member("format", format)
        json.member("model", model)
        json.member("name", name)
        json.member("text", text)
    }

    init(_ json: JSONText) throws(LedgerEntryProblem) {
        self.init(
            name: try json.need("name", \.string), contract: try json.need("contract", \.string), format: try json.need("format", \.string),
            model: try json.need("model", \.string), text: try json.need("text", \.string),
            compatibility: try json.may("compatibility", \.string))
    }
}

extension LedgerDocument.Rule {
    func write(into json: inout JSONWriter) {
        json.member("host", host)
        json.member("name", name)
        json.member("operation", operation)
        json.member("patternType", patternType.rawValue)
        json.member("permission", permission)
        json.member("principal", principal)
        json.member("resourceType", resourceType)
    }

    init(_ json: JSONText) throws(LedgerEntryProblem) {
        guard let patternType = PatternType(rawValue: try json.need("patternType", \.string)) else { throw .notLedgerJSON }
        self.init(
            resourceType: try json.need("resourceType", \.string), patternType: patternType, name: try json.may("name", \.string),
            principal: try json.need("principal", \.string), host: try json.need("host", \.string),
            operation: try json.need("operation", \.string), permission: try json.need("permission", \.string))
    }
}

extension JSONText {
    /// A member that there must be.
    func need<Value>(_ name: String, _ read: (JSONText) -> Value?) throws(LedgerEntryProblem) -> Value {
        guard let member = self[name], let value = read(member) else { throw .notLedgerJSON }
        return value
    }

    /// A member that may be missing; what is there must be what is expected.
    func may<Value>(_ name: String, _ read: (JSONText) -> Value?) throws(LedgerEntryProblem) -> Value? {
        guard let member = self[name] else { return nil }
        guard let value = read(member) else { throw .notLedgerJSON }
        return value
    }
}
