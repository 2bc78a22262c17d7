import ContractModel
import Determinism
import MeshModel

extension Draw {
    package mutating func observed() -> ObservedCluster {
        var cluster = ObservedCluster(
            clusterId: one(in: 9) ? nil : "id-of-eu", registryCompatibility: one(in: 2) ? .backward : nil,
            defaultPartitions: one(in: 3) ? nil : 3, allowsWithoutRules: one(in: 4),
            brokers: one(in: 2) ? [] : [ObservedBroker(id: 1, rack: one(in: 2) ? "a" : nil), ObservedBroker(id: 2)],
            capabilities: one(in: 6) ? Capabilities(missing: [.reassignment: "does not move replicas"]) : .all)
        for _ in 0..<below(9) { cluster.topics[name()] = topic() }
        cluster.topics["__heddle.state"] = ObservedTopic(partitions: 1, replication: 1, isInternal: one(in: 2))
        for _ in 0..<below(9) { cluster.access.insert(rule()) }
        if !one(in: 3) {
            cluster.subjects = [:]
            for _ in 0..<below(6) { cluster.subjects?[name() + "-value"] = subject() }
        }
        cluster.ledger = ledger(beside: cluster)
        for denial in cluster.ledger.topics.values.flatMap({ $0.quarantine?.denials ?? [] }).sorted() where !isWild && !one(in: 5) {
            cluster.access.insert(denial)
        }
        return cluster
    }

    private mutating func topic() -> ObservedTopic {
        var config: [String: ObservedTopic.ConfigEntry] = ["retention.ms": .init(value: "604800000", isSetOnTopic: false)]
        config["cleanup.policy"] = .init(value: "delete", isSetOnTopic: false)
        config["max.message.bytes"] = .init(value: "1048588", isSetOnTopic: false)
        for (key, value) in settings().sorted(by: { $0.key < $1.key }) { config[key] = .init(value: value, isSetOnTopic: true) }
        if isWild, one(in: 2) { config[text()] = .init(value: one(in: 2) ? nil : text(), isSetOnTopic: one(in: 2)) }
        var topic = ObservedTopic(
            id: one(in: 2) ? nil : "id\(below(99))", partitions: 1 + below(6), replication: 1, isInternal: isWild && one(in: 6), config: config,
            replicas: one(in: 3) ? [[1, 2], [2, 1]] : [], isMoving: one(in: 9))
        if isWild, one(in: 3) { topic.config = nil }
        if one(in: 3) {
            let total = Int64(below(3) * 50)
            topic.held = HeldRecords(total: total, expired: one(in: 2) ? 0 : total / 2)
        }
        if isWild, one(in: 3) {
            topic.usage = TopicUsage(bytes: one(in: 2) ? nil : 1 << 40, groups: one(in: 2) ? [] : [GroupUsage(group: text(), members: 3, lag: one(in: 2) ? nil : 7)])
        }
        return topic
    }

    private mutating func subject() -> ObservedSubject {
        let latest = 1 + below(3)
        var subject = ObservedSubject(
            latestVersion: latest, id: below(99), format: .avro, schema: schema(), compatibility: one(in: 3) ? pick(CompatibilityMode.allCases) : nil,
            versions: Array(1...latest))
        guard isWild else { return subject }
        subject.format = one(in: 3) ? nil : pick(ContractFormat.allCases)
        if one(in: 2) { subject.references = [ObservedReference(name: text(), subject: text(), version: 2)] }
        if one(in: 2) {
            subject.history = SubjectHistory(
                versions: [.init(version: 1, format: one(in: 2) ? nil : .protobuf, schema: text(), referenced: one(in: 2) ? [:] : [text(): text()])],
                declaredVersion: one(in: 2) ? nil : 1)
        }
        return subject
    }

    package mutating func schema() -> String {
        let extra = one(in: 2) ? "" : #",{"name":"note","type":"string","default":""}"#
        return #"{"type":"record","name":"Order","fields":[{"name":"id","type":"string"}\#(extra)]}"#
    }

    private mutating func ledger(beside cluster: ObservedCluster) -> Ledger {
        var ledger = Ledger()
        let topics = cluster.topics.keys.filter { !$0.hasPrefix("__") }.sorted()
        for _ in 0..<below(7) {
            let name = topics.isEmpty || one(in: 3) ? name() : pick(topics)
            let there = cluster.topics[name]
            var config = (there?.config ?? [:]).filter(\.value.isSetOnTopic).compactMapValues(\.value)
            if one(in: 3) { config = settings() }
            ledger.topics[name] = LedgerTopic(
                phase: one(in: 6) ? .intended : .applied, stewardship: stewardship(), partitions: one(in: 3) ? 1 + below(6) : there?.partitions ?? 3,
                replication: one(in: 3) ? 1 : nil, config: config, quarantine: one(in: 4) ? quarantine(of: name) : nil)
        }
        let rules = cluster.access.sorted()
        for _ in 0..<below(7) {
            let rule = rules.isEmpty || one(in: 3) ? rule() : pick(rules)
            ledger.access[rule] = LedgerAccess(phase: one(in: 6) ? .intended : .applied, stewardship: stewardship())
        }
        let subjects = (cluster.subjects?.keys.map { $0 } ?? []).sorted()
        for _ in 0..<below(4) {
            let name = subjects.isEmpty || one(in: 3) ? name() + "-value" : pick(subjects)
            ledger.subjects[name] = LedgerSubject(
                phase: one(in: 6) ? .intended : .applied, stewardship: stewardship(), contract: "order-\(below(3))", format: .avro, model: "m\(below(3))",
                text: "t\(below(3))", compatibility: one(in: 2) ? nil : .full)
        }
        if isWild, one(in: 2) {
            ledger.claims[text()] = LedgerClaim(repository: one(in: 2) ? nil : text(), prefixes: [text()], kinds: one(in: 2) ? nil : [text()])
        }
        return ledger
    }

    private mutating func quarantine(of topic: String) -> LedgerQuarantine {
        let stage: LedgerQuarantine.Stage = one(in: 2) ? .draining : .closed
        if !isWild {
            let denials = (stage == .draining ? [AccessRule.Operation.write] : [.write, .read]).map {
                AccessRule(resourceType: .topic, pattern: .literal(topic), principal: "User:*", operation: $0, permission: .deny)
            }
            return LedgerQuarantine(
                stage: stage, since: Instant(millisecondsSinceEpoch: 1_764_000_000_000 + Int64(below(100_000_000))), denials: one(in: 4) ? [] : denials)
        }
        return LedgerQuarantine(
            stage: one(in: 2) ? .draining : .closed, since: Instant(millisecondsSinceEpoch: 1_764_000_000_000 + Int64(below(1000))),
            denials: one(in: 2) ? [] : [rule()])
    }
}
