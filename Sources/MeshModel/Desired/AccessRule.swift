/// One access control entry as Kafka's authorizer holds it. All seven parts together are its identity.
package struct AccessRule: Sendable, Hashable, Comparable {
    /// Names as Kafka's tools print them, in lower case.
    package enum ResourceType: String, Sendable, Hashable, CaseIterable { case topic, group, cluster, transactionalId = "transactional-id", delegationToken = "delegation-token", user }

    package enum Pattern: Sendable, Hashable {
        case literal(String)
        case prefix(String)
        /// Kafka's literal `*`.
        case any

        /// Kafka knows one cluster resource, by this name.
        package static let theCluster = Pattern.literal("kafka-cluster")
    }

    package enum Operation: String, Sendable, Hashable, CaseIterable {
        case all, read, write, create, delete, alter, describe
        case clusterAction = "cluster-action"
        case describeConfigs = "describe-configs"
        case alterConfigs = "alter-configs"
        case idempotentWrite = "idempotent-write"
        case createTokens = "create-tokens"
        case describeTokens = "describe-tokens"
    }

    package enum Permission: String, Sendable, Hashable, CaseIterable { case allow, deny }

    package var resourceType: ResourceType
    package var pattern: Pattern
    /// `User:checkout`, `User:*`.
    package var principal: String
    /// `*` or one address.
    package var host: String
    package var operation: Operation
    package var permission: Permission

    package init(
        resourceType: ResourceType, pattern: Pattern, principal: String, host: String = "*", operation: Operation,
        permission: Permission = .allow
    ) {
        self.resourceType = resourceType
        self.pattern = pattern
        self.principal = principal
        self.host = host
        self.operation = operation
        self.permission = permission
    }

    /// `User:checkout/topic:orders.created/write`; a prefix shows as `topic:orders.*` with a marker, a denial as `!write`,
    /// and a host only when it is not `*`.
    package var addressName: String {
        let resource =
            switch pattern {
            case .literal(let name): "\(resourceType.rawValue):\(name)"
            case .prefix(let prefix): "\(resourceType.rawValue)-prefix:\(prefix)"
            case .any: "\(resourceType.rawValue):*"
            }
        let verb = permission == .deny ? "deny-\(operation.rawValue)" : operation.rawValue
        return "\(principal)/\(resource)/\(verb)" + (host == "*" ? "" : "@\(host)")
    }

    package static func < (left: Self, right: Self) -> Bool { left.addressName < right.addressName }
}

extension AccessRule {
    /// Clusters have tens of thousands of rules. The words are hashed by their number, not by their text, as they would be
    /// for having one.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(principal)
        switch pattern {
        case .literal(let name): hasher.combine(name)
        case .prefix(let prefix): hasher.combine(prefix)
        case .any: break
        }
        if host != "*" { hasher.combine(host) }
        hasher.combine(operation.number << 4 | resourceType.number << 1 | (permission == .deny ? 1 : 0))
    }
}

extension AccessRule.ResourceType {
    fileprivate var number: UInt8 {
        switch self {
        case .topic: 0
        case .group: 1
        case .cluster: 2
        case .transactionalId: 3
        case .delegationToken: 4
        case .user: 5
        }
    }
}

extension AccessRule.Operation {
    fileprivate var number: UInt8 {
        switch self {
        case .all: 0
        case .read: 1
        case .write: 2
        case .create: 3
        case .delete: 4
        case .alter: 5
        case .describe: 6
        case .clusterAction: 7
        case .describeConfigs: 8
        case .alterConfigs: 9
        case .idempotentWrite: 10
        case .createTokens: 11
        case .describeTokens: 12
        }
    }
}
