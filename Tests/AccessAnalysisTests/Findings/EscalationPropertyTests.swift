import Determinism
import MeshModel
import Testing

@testable import AccessAnalysis

struct EscalationPropertyTests {
    private static let people = ["User:a", "User:b", "User:c", "User:d", "User:root"]

    @Test(arguments: 0..<10)
    func `somebody is told of just when a closure by force reaches more`(block: Int) {
        var told = 0
        for seed in 0..<60 {
            var chance = SeededGenerator(seed: UInt64(block * 1000 + seed))
            let rules = randomRules(&chance)
            let own: String? = seed % 2 == 0 ? "User:d" : nil
            let supers: Set<String> = seed % 3 == 0 ? ["User:root"] : []
            let cluster = AuditedCluster(
                name: "eu", rules: Set(rules).map { AuditedRule(rule: $0, origins: []) }, topics: [:], superPrincipals: supers, ownPrincipal: own)
            let principals = Dictionary(
                uniqueKeysWithValues: Self.people.map { ($0, PrincipalFacts(name: $0, domain: nil, applications: [], origin: Origin(document: $0))) })
            let found = findEscalations(AccessScene(clusters: [cluster], principals: principals))
            let expected = closure(rules, supers, own)
            #expect(Set(found.compactMap(\.principal)) == expected, "seed \(block)/\(seed): \(rules.map(\.addressName))")
            told += found.count
        }
        #expect(told > 30)
    }

    /// Warshall's closure over who can be whom, by the authorizer's own answers.
    private func closure(_ rules: [AccessRule], _ supers: Set<String>, _ own: String?) -> Set<String> {
        let access = EffectiveAccess(rules: rules, defaults: AccessDefaults(allowsByDefault: false, superPrincipals: supers))
        func can(_ who: String, _ operation: AccessRule.Operation, _ type: AccessRule.ResourceType, _ name: String) -> Bool {
            ["10.0.0.1", nil].contains { access.decide(AccessAsker(who, from: $0), operation, type, name).isAllowed }
        }
        func hasPower(_ who: String) -> Bool {
            supers.contains(who) || [.alter, .clusterAction, .alterConfigs].contains { can(who, $0, .cluster, "kafka-cluster") }
                || ["__heddle.state", "__heddle.audit", "_schemas", "__consumer_offsets", "__transaction_state"].contains { can(who, .write, .topic, $0) }
        }
        let people = Self.people
        var is_: [[Bool]] = people.map { one in
            people.map { other in
                one != other && !supers.contains(one)
                    && (can(one, .createTokens, .user, other) || (other == own && ["__heddle.state", "__heddle.audit"].contains { can(one, .write, .topic, $0) }))
            }
        }
        for middle in people.indices {
            for from in people.indices where is_[from][middle] {
                for to in people.indices where is_[middle][to] { is_[from][to] = true }
            }
        }
        return Set(
            people.indices.filter { index in
                let who = people[index]
                guard !supers.contains(who), who != own else { return false }
                return hasPower(who) || people.indices.contains { $0 != index && is_[index][$0] }
            }.map { people[$0] })
    }

    private func randomRules(_ chance: inout SeededGenerator) -> [AccessRule] {
        func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &chance)] }
        return (0..<Int.random(in: 0..<7, using: &chance)).map { _ in
            let (type, operation, pattern): (AccessRule.ResourceType, AccessRule.Operation, AccessRule.Pattern) = pick([
                (.user, .createTokens, .literal(pick(Self.people))), (.user, .createTokens, .literal(pick(Self.people))),
                (.user, .createTokens, .prefix(pick(["User:", "User:r", "Us"]))), (.user, .all, .any),
                (.cluster, pick([.alter, .clusterAction, .alterConfigs, .describe, .create]), .literal("kafka-cluster")),
                (.topic, pick([.write, .read, .all]), pick([.literal("_schemas"), .prefix("__"), .literal("orders"), .prefix("__heddle.")])),
            ])
            return AccessRule(
                resourceType: type, pattern: pattern, principal: pick(Self.people + ["User:*"]), host: pick(["*", "*", "10.0.0.1"]), operation: operation,
                permission: pick([.allow, .allow, .allow, .deny]))
        }
    }
}
