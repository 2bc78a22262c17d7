import Determinism
import Diagnostics
import MeshModel
import MeshResolution
import Testing

/// What the protocol asks of a client, request by request, told here once more and apart from the derivation: Kafka's KafkaApis and
/// its documentation, "Operations and resources on protocols".
private struct Asked: Hashable {
    var operation: AccessRule.Operation
    var type: AccessRule.ResourceType
    var name: String

    init(_ operation: AccessRule.Operation, _ type: AccessRule.ResourceType, _ name: String) {
        self.operation = operation
        self.type = type
        self.name = name
    }
}

private func requests(of application: ApplicationSpec) -> Set<Asked> {
    var asked: Set<Asked> = []
    func write(_ topic: String, in transaction: String?) {
        asked.formUnion([Asked(.describe, .topic, topic), Asked(.write, .topic, topic)])  // Metadata, Produce
        guard let transaction else { return }
        // FindCoordinator; InitProducerId, AddPartitionsToTxn and EndTxn.
        asked.formUnion([Asked(.describe, .transactionalId, transaction), Asked(.write, .transactionalId, transaction)])
    }
    func read(_ topic: String, in group: String) {
        asked.formUnion([Asked(.describe, .topic, topic), Asked(.read, .topic, topic)])  // Metadata and ListOffsets, Fetch
        asked.formUnion([Asked(.describe, .group, group), Asked(.read, .group, group)])  // FindCoordinator and OffsetFetch, JoinGroup
        // OffsetCommit, and AddOffsetsToTxn with TxnOffsetCommit in a transaction, ask for the same: Read on both.
    }
    for production in application.produces { write(production.topic.value, in: production.transactionalId?.value) }
    for consumption in application.consumes {
        let (topic, group) = (consumption.topic.value, consumption.group.value)
        read(topic, in: group)
        if consumption.retry != nil {
            write("\(topic).\(group).retry", in: nil)
            read("\(topic).\(group).retry", in: group)
        }
        if consumption.deadLetter != nil { write("\(topic).\(group).dlq", in: nil) }
    }
    return asked
}

extension AccessRule {
    /// As StandardAuthorizer has it, for a grant of one name.
    fileprivate func grants(_ asked: Asked) -> Bool {
        guard resourceType == asked.type, pattern == .literal(asked.name) else { return false }
        return operation == asked.operation || asked.operation == .describe && [.read, .write].contains(operation)
    }
}

@Suite struct `What an application gets` {
    @Test func `is enough for every request that it makes, and no rule can be left out`() {
        var chance = SeededGenerator(seed: 31)
        let nowhere = SourceRange(file: SourceFile(path: "a.yaml", text: ""), start: .start, end: .start)
        for _ in 0..<3000 {
            func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &chance) }
            var application = ApplicationSpec(principal: Located("a"))
            for _ in 0..<below(4) {
                application.produces.append(
                    .init(topic: Located("t\(below(4))"), idempotent: below(2) == 0, transactionalId: below(2) == 0 ? nil : Located("x\(below(2))")))
            }
            for _ in 0..<below(4) {
                application.consumes.append(
                    .init(
                        topic: Located("t\(below(4))"), group: Located("g\(below(2))"), retry: below(2) == 0 ? nil : .init(attempts: Located(3), range: nowhere),
                        deadLetter: below(2) == 0 ? nil : .init(range: nowhere)))
            }
            let rules = derivedRules(of: application, as: "User:a")
            let asked = requests(of: application)
            #expect(rules.allSatisfy { $0.principal == "User:a" && $0.host == "*" && $0.permission == .allow })
            for request in asked { #expect(rules.contains { $0.grants(request) }, "\(request) is not granted") }
            for rule in rules {
                let rest = rules.subtracting([rule])
                #expect(!asked.allSatisfy { request in rest.contains { $0.grants(request) } }, "\(rule.addressName) is not needed")
            }
        }
    }
}
