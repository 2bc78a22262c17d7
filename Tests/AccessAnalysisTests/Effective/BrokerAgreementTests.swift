import AccessAnalysis
import Determinism
import MeshModel
import Testing
@testable import BrokerCore

/// Held against the embedded broker's authorizer, which shares no line with this module.
struct BrokerAgreementTests {
    @Test(arguments: 0..<40)
    func `the analysis decides as the embedded broker does`(block: Int) {
        for seed in 0..<75 {
            var random = RandomRules(seed: UInt64(block * 1000 + seed))
            let rules = random.rules(0..<30)
            let supers: Set<String> = seed % 3 == 0 ? ["User:anna"] : []
            let allows = seed % 2 == 0
            let analysis = EffectiveAccess(rules: rules, defaults: AccessDefaults(allowsByDefault: allows, superPrincipals: supers))
            var authorizer = Authorizer(AuthorizationSettings(byDefault: allows ? .allow : .deny, superPrincipals: supers))
            var store = AclStore()
            for rule in rules { store.insert(binding(rule)) }
            for _ in 0..<60 {
                let type = random.type()
                let name = type == .cluster ? AclBinding.clusterName : random.name(most: 6)
                let operation = AccessRule.Operation.allCases.randomElement(using: &random.random) ?? .read
                if operation == .all { continue }
                let principal = RandomRules.principals.randomElement(using: &random.random) ?? ""
                let host = (RandomRules.hosts + ["192.0.2.7"]).randomElement(using: &random.random) ?? ""
                let asker = Asker(self.principal(principal), clientHost: host)
                let expected = authorizer.allows(asker, self.operation(operation), on: resource(type, name), by: store)
                let question = AccessAsker(principal, from: host)
                let decision = analysis.decide(question, operation, type, name)
                #expect(decision.isAllowed == expected, "seed \(block * 1000 + seed): \(principal) \(operation) \(type):\(name) from \(host): \(decision)")
                #expect(analysis.names(question, operation, type).contains(name) == expected, "seed \(block * 1000 + seed)")
                #expect(
                    analysis.allowsWritingSomewhere(question) == authorizer.allowsWritingSomewhere(asker, by: store),
                    "seed \(block * 1000 + seed): \(principal) from \(host)")
            }
        }
    }

    private func principal(_ text: String) -> Principal {
        let parts = text.split(separator: ":", maxSplits: 1)
        return Principal(kind: String(parts[0]), name: String(parts[1]))
    }

    private func resource(_ type: AccessRule.ResourceType, _ name: String) -> ProtectedResource {
        switch type {
        case .group: .group(name)
        case .cluster: .cluster
        case .transactionalId: .transactionalID(name)
        default: .topic(name)
        }
    }

    private func binding(_ rule: AccessRule) -> AclBinding {
        let (pattern, name): (AclPatternType, String) =
            switch rule.pattern {
            case .literal(let name): (.literal, name)
            case .prefix(let prefix): (.prefixed, prefix)
            case .any: (.literal, "*")
            }
        let type: AclResourceType =
            switch rule.resourceType {
            case .topic: .topic
            case .group: .group
            case .cluster: .cluster
            case .transactionalId: .transactionalID
            case .delegationToken: .delegationToken
            case .user: .user
            }
        return AclBinding(
            resourceType: type, resourceName: name, patternType: pattern, principal: rule.principal, host: rule.host,
            operation: operation(rule.operation), permission: rule.permission == .deny ? .deny : .allow)
    }

    private func operation(_ operation: AccessRule.Operation) -> AclOperation {
        switch operation {
        case .all: .all
        case .read: .read
        case .write: .write
        case .create: .create
        case .delete: .delete
        case .alter: .alter
        case .describe: .describe
        case .clusterAction: .clusterAction
        case .describeConfigs: .describeConfigs
        case .alterConfigs: .alterConfigs
        case .idempotentWrite: .idempotentWrite
        case .createTokens: .createTokens
        case .describeTokens: .describeTokens
        }
    }
}
