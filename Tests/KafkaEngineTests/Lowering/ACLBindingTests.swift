import Determinism
import MeshModel
import Testing

@testable import KafkaEngine

struct ACLBindingTests {
    @Test func `every rule survives the way to the wire and back`() {
        var chance = SeededGenerator(seed: 4)
        for _ in 0..<2000 {
            let rule = chance.rule()
            // To Kafka, a literal star is everything.
            guard rule.pattern != .literal("*") else { continue }
            #expect(AccessRule(ACLBinding(rule)) == rule)
        }
    }

    @Test func `rules that differ have bindings that differ`() {
        var bindings: Set<ACLBinding> = []
        var rules = 0
        for type in AccessRule.ResourceType.allCases {
            for operation in AccessRule.Operation.allCases {
                for permission in AccessRule.Permission.allCases {
                    for pattern: AccessRule.Pattern in [.literal("a"), .prefix("a"), .any] {
                        rules += 1
                        bindings.insert(ACLBinding(AccessRule(resourceType: type, pattern: pattern, principal: "User:a", operation: operation, permission: permission)))
                    }
                }
            }
        }
        #expect(bindings.count == rules)
    }

    @Test func `the numbers are Kafka's`() {
        let rule = AccessRule(resourceType: .group, pattern: .prefix("app-"), principal: "User:app", host: "10.0.0.1", operation: .idempotentWrite, permission: .deny)
        #expect(
            ACLBinding(rule)
                == ACLBinding(
                    resourceType: 3, resourceName: "app-", patternType: 4, principal: "User:app", host: "10.0.0.1", operation: 12,
                    permission: 2))
        #expect(ACLBinding(AccessRule(resourceType: .topic, pattern: .any, principal: "User:*", operation: .all)).patternType == 3)
    }

    @Test func `a literal star is everything`() {
        let literal = AccessRule(resourceType: .topic, pattern: .literal("*"), principal: "User:a", operation: .read)
        #expect(AccessRule(ACLBinding(literal))?.pattern == .any)
    }

    @Test func `kinds that are not known are no rules`() {
        let known = ACLBinding(AccessRule(resourceType: .topic, pattern: .any, principal: "User:a", operation: .read))
        for change: WritableKeyPath<ACLBinding, Int8> in [\.resourceType, \.patternType, \.operation, \.permission] {
            for code: Int8 in [-128, -1, 0, 1, 99] {
                var strange = known
                strange[keyPath: change] = code
                #expect(AccessRule(strange) == nil)
            }
        }
    }
}
