import MeshModel

/// The seven parts of an ACL as the protocol writes them: names as text, kinds as the numbers of KIP-140 and KIP-290.
struct ACLBinding: Sendable, Hashable {
    var resourceType: Int8
    var resourceName: String
    var patternType: Int8
    var principal: String
    var host: String
    var operation: Int8
    var permission: Int8
}

/// In filters: whatever the value is.
let anyACLCode: Int8 = 1

private enum PatternCode {
    static let literal: Int8 = 3
    static let prefixed: Int8 = 4
}

extension ACLBinding {
    init(_ rule: AccessRule) {
        let (name, patternType) =
            switch rule.pattern {
            case .literal(let name): (name, PatternCode.literal)
            case .prefix(let prefix): (prefix, PatternCode.prefixed)
            case .any: ("*", PatternCode.literal)
            }
        self.init(
            resourceType: rule.resourceType.code, resourceName: name, patternType: patternType, principal: rule.principal,
            host: rule.host, operation: rule.operation.code, permission: rule.permission.code)
    }
}

extension AccessRule {
    /// nil for an ACL of a kind that Heddle does not know: it is nobody's that we could have written.
    init?(_ binding: ACLBinding) {
        guard let type = ResourceType.allCases.first(where: { $0.code == binding.resourceType }),
            let operation = Operation.allCases.first(where: { $0.code == binding.operation }),
            let permission = Permission.allCases.first(where: { $0.code == binding.permission })
        else { return nil }
        let pattern: Pattern
        switch (binding.patternType, binding.resourceName) {
        case (PatternCode.literal, "*"): pattern = .any
        case (PatternCode.literal, let name): pattern = .literal(name)
        case (PatternCode.prefixed, let prefix): pattern = .prefix(prefix)
        default: return nil
        }
        self.init(
            resourceType: type, pattern: pattern, principal: binding.principal, host: binding.host, operation: operation,
            permission: permission)
    }
}

extension AccessRule.ResourceType {
    fileprivate var code: Int8 {
        switch self {
        case .topic: 2
        case .group: 3
        case .cluster: 4
        case .transactionalId: 5
        case .delegationToken: 6
        case .user: 7
        }
    }
}

extension AccessRule.Operation {
    fileprivate var code: Int8 {
        switch self {
        case .all: 2
        case .read: 3
        case .write: 4
        case .create: 5
        case .delete: 6
        case .alter: 7
        case .describe: 8
        case .clusterAction: 9
        case .describeConfigs: 10
        case .alterConfigs: 11
        case .idempotentWrite: 12
        case .createTokens: 13
        case .describeTokens: 14
        }
    }
}

extension AccessRule.Permission {
    fileprivate var code: Int8 {
        switch self {
        case .deny: 2
        case .allow: 3
        }
    }
}
