import KafkaWire

/// What an ACL is about. Raw values are the codes on the wire.
package enum AclResourceType: Int8, Sendable {
    case unknown = 0, any = 1, topic = 2, group = 3, cluster = 4, transactionalID = 5, delegationToken = 6, user = 7
}

/// How an ACL's resource name is compared (KIP-290). `any` and `match` occur in filters only.
package enum AclPatternType: Int8, Sendable {
    case unknown = 0, any = 1, match = 2, literal = 3, prefixed = 4
}

package enum AclOperation: Int8, Sendable {
    case unknown = 0, any = 1, all = 2, read = 3, write = 4, create = 5, delete = 6, alter = 7, describe = 8
    case clusterAction = 9, describeConfigs = 10, alterConfigs = 11, idempotentWrite = 12
    case createTokens = 13, describeTokens = 14, twoPhaseCommit = 15
}

package enum AclPermission: Int8, Sendable {
    case unknown = 0, any = 1, deny = 2, allow = 3
}

/// One ACL: this principal, from that host, may or may not do this to that.
package struct AclBinding: Sendable, Hashable {
    package var resourceType: AclResourceType
    package var resourceName: String
    package var patternType: AclPatternType
    /// `Kind:name`, as `User:alice`.
    package var principal: String
    package var host: String
    package var operation: AclOperation
    package var permission: AclPermission

    /// The name that the one cluster goes by in ACLs.
    package static let clusterName = "kafka-cluster"

    /// Why this cannot be kept, or nil when it can.
    package var complaint: String? {
        if [.unknown, .any].contains(resourceType) { return "An ACL needs a definite resource type." }
        if ![.literal, .prefixed].contains(patternType) { return "An ACL's pattern type is LITERAL or PREFIXED." }
        if [.unknown, .any].contains(operation) { return "An ACL needs a definite operation." }
        if ![.allow, .deny].contains(permission) { return "An ACL's permission type is ALLOW or DENY." }
        if resourceName.isEmpty { return "An ACL's resource name must not be empty." }
        if resourceType == .cluster, resourceName != Self.clusterName {
            return "The only cluster resource is named \(Self.clusterName)."
        }
        guard let colon = principal.firstIndex(of: ":"), colon != principal.startIndex else {
            return "The principal \(principal.quotedForMessage) is not of the form Kind:name."
        }
        if host.isEmpty { return "An ACL's host must not be empty; * is any host." }
        return nil
    }
}

/// Which ACLs a request means. A nil text stands for any.
package struct AclFilter: Sendable, Equatable {
    package var resourceType: AclResourceType
    package var resourceName: String?
    package var patternType: AclPatternType
    package var principal: String?
    package var host: String?
    package var operation: AclOperation
    package var permission: AclPermission

    /// Whether each part is something that can be asked for.
    package var isKnown: Bool {
        resourceType != .unknown && patternType != .unknown && operation != .unknown && permission != .unknown
    }

    package func matches(_ binding: AclBinding) -> Bool {
        (resourceType == .any || resourceType == binding.resourceType)
            && (principal.map { $0 == binding.principal } ?? true)
            && (host.map { $0 == binding.host } ?? true)
            && (operation == .any || operation == binding.operation)
            && (permission == .any || permission == binding.permission)
            && matchesPattern(binding)
    }

    /// `match` asks which ACLs bear on a resource of this name; `any` which bear exactly this name.
    private func matchesPattern(_ binding: AclBinding) -> Bool {
        if patternType == .literal || patternType == .prefixed, patternType != binding.patternType { return false }
        guard let resourceName else { return true }
        guard patternType == .match else { return resourceName == binding.resourceName }
        switch binding.patternType {
        case .literal: return binding.resourceName == resourceName || binding.resourceName == "*"
        case .prefixed: return resourceName.utf8.starts(with: binding.resourceName.utf8)
        case .unknown, .any, .match: return false
        }
    }
}
