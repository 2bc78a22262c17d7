import MeshModel

/// Who asks, and from where.
package struct AccessAsker: Sendable, Hashable {
    /// `User:checkout`; nil: somebody whom no rule names.
    package var principal: String?
    /// One address; nil: one that no rule names.
    package var host: String?

    package init(_ principal: String?, from host: String? = nil) {
        self.principal = principal
        self.host = host
    }

    package static let everybody = "User:*"
    package static let everyHost = "*"

    func isMeant(by rule: AccessRule) -> Bool {
        (rule.principal == Self.everybody || rule.principal == principal) && isFromHost(of: rule)
    }

    func isFromHost(of rule: AccessRule) -> Bool { rule.host == Self.everyHost || rule.host == host }
}

extension AccessRule {
    /// The one name that a cluster goes by in rules.
    package static let clusterName = "kafka-cluster"

    /// Whether this rule, where its names and principal are met, decides about an operation. Of allowances some imply others;
    /// a denial is about its own operation, or about all.
    package func decides(_ asked: Operation) -> Bool {
        if operation == asked || operation == .all { return true }
        guard permission == .allow else { return false }
        return switch asked {
        case .describe: [.read, .write, .delete, .alter].contains(operation)
        case .describeConfigs: operation == .alterConfigs
        default: false
        }
    }
}

extension AccessRule.Operation {
    /// Which one who was allowed this may do also, without a rule of its own.
    package var implied: AccessRule.Operation? {
        switch self {
        case .read, .write, .delete, .alter: .describe
        case .alterConfigs: .describeConfigs
        default: nil
        }
    }
}

extension AccessRule.ResourceType {
    /// What is ever asked of the authorizer about a resource of this type (org.apache.kafka.security.authorizer.AclEntry).
    package var askedOperations: [AccessRule.Operation] {
        switch self {
        case .topic: [.read, .write, .create, .delete, .alter, .describe, .describeConfigs, .alterConfigs]
        case .group: [.read, .describe, .delete, .describeConfigs, .alterConfigs]
        case .cluster: [.create, .clusterAction, .describeConfigs, .alterConfigs, .idempotentWrite, .alter, .describe]
        case .transactionalId: [.describe, .write]
        case .delegationToken: [.describe]
        case .user: [.createTokens, .describeTokens]
        }
    }
}
