import MeshModel

/// Access rules by whom they are about, to find what one rule is already covered by.
///
/// As Kafka's StandardAuthorizer decides: a rule for everybody, for every host, for all operations, or for a prefix covers those
/// that say less; allowing to read, write, delete or alter allows to describe, and altering configs allows to describe them.
struct RuleCover {
    private struct Key: Hashable {
        var principal: String
        var resourceType: AccessRule.ResourceType
        var permission: AccessRule.Permission
    }

    private var rules: [Key: [AccessRule]]

    init(_ rules: some Sequence<AccessRule>) {
        self.rules = Dictionary(grouping: rules) { Key(principal: $0.principal, resourceType: $0.resourceType, permission: $0.permission) }
    }

    /// A rule other than this one that by itself says for all that this one is about: `permission`.
    func covering(_ rule: AccessRule, saying permission: AccessRule.Permission) -> AccessRule? {
        for principal in Set([rule.principal, "User:*"]) {
            let key = Key(principal: principal, resourceType: rule.resourceType, permission: permission)
            if let found = rules[key]?.first(where: { $0 != rule && $0.covers(rule) }) { return found }
        }
        return nil
    }
}

extension AccessRule {
    /// Whether whatever `other` is about falls under this rule; principals and permissions are not compared.
    func covers(_ other: AccessRule) -> Bool {
        (host == "*" || host == other.host) && pattern.covers(other.pattern) && coversOperation(of: other)
    }

    private func coversOperation(of other: AccessRule) -> Bool {
        if operation == other.operation || operation == .all { return true }
        guard permission == .allow else { return false }
        return switch other.operation {
        case .describe: [.read, .write, .delete, .alter].contains(operation)
        case .describeConfigs: operation == .alterConfigs
        default: false
        }
    }
}

extension AccessRule.Pattern {
    func covers(_ other: AccessRule.Pattern) -> Bool {
        switch (self, other) {
        case (.any, _): true
        case (.literal(let name), .literal(let another)): name == another
        case (.prefix(let prefix), .literal(let name)), (.prefix(let prefix), .prefix(let name)): name.hasPrefix(prefix)
        default: false
        }
    }
}
