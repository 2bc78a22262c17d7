import Diagnostics

/// Kind `Access`: a grant or a denial that no Application implies.
package struct AccessSpec: Sendable {
    package struct Target: Sendable {
        package var type: AccessRule.ResourceType
        package var pattern: AccessRule.Pattern
        package init(type: AccessRule.ResourceType, pattern: AccessRule.Pattern) {
            self.type = type
            self.pattern = pattern
        }
    }

    package enum Rights: Sendable {
        case operations([Located<AccessRule.Operation>])
        case role(Located<AccessRole>)
    }

    package var permission: AccessRule.Permission
    /// Names of kind Principal, or `*` for everyone.
    package var principals: [Located<String>]
    package var rights: Rights
    package var resources: [Located<Target>]
    package var hosts: [Located<String>]
    /// nil: every cluster of the mesh.
    package var clusters: ClusterSelection?

    package init(
        permission: AccessRule.Permission, principals: [Located<String>], rights: Rights, resources: [Located<Target>],
        hosts: [Located<String>] = [], clusters: ClusterSelection? = nil
    ) {
        self.permission = permission
        self.principals = principals
        self.rights = rights
        self.resources = resources
        self.hosts = hosts
        self.clusters = clusters
    }
}

/// A named bundle of operations, by kind of resource.
package enum AccessRole: String, Sendable, Hashable, CaseIterable {
    /// Sees that it is there and how it is set up.
    case viewer
    /// Reads records and commits offsets.
    case reader
    /// Writes records.
    case writer
    /// Changes configuration, deletes records.
    case `operator`
    /// Everything.
    case admin

    package func operations(on type: AccessRule.ResourceType) -> [AccessRule.Operation] {
        switch (self, type) {
        case (.viewer, .topic), (.viewer, .cluster), (.viewer, .group): type == .group ? [.describe] : [.describe, .describeConfigs]
        case (.viewer, _): [.describe]
        case (.reader, .topic), (.reader, .group): [.read]
        case (.reader, _): [.describe]
        case (.writer, .topic), (.writer, .transactionalId): [.write]
        case (.writer, .cluster): [.idempotentWrite]
        case (.writer, _): [.describe]
        case (.operator, .topic): [.alter, .alterConfigs, .describe, .describeConfigs, .delete]
        case (.operator, .cluster): [.alterConfigs, .describe, .describeConfigs]
        case (.operator, .group): [.delete, .describe]
        case (.operator, _): [.describe]
        case (.admin, _): [.all]
        }
    }
}
