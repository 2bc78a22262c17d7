import Determinism
import Diagnostics

/// Kind `Access`: a grant or a denial that no Application implies.
package struct AccessSpec: Sendable {
    /// What it is about.
    package enum Target: Sendable {
        case resources(AccessRule.ResourceType, AccessRule.Pattern)
        /// What an Application works with: its topics, groups and transactional ids, each where the application meets it.
        case application(Located<String>)
        /// The declared topics that have all of the labels.
        case topics(labels: [String: Located<String>])
        /// Every topic, group and transactional id, and the cluster itself.
        case everything
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
    /// From then on it says nothing any more; nil: for ever.
    package var expires: Located<Instant>?

    package init(
        permission: AccessRule.Permission, principals: [Located<String>], rights: Rights, resources: [Located<Target>],
        hosts: [Located<String>] = [], clusters: ClusterSelection? = nil, expires: Located<Instant>? = nil
    ) {
        self.expires = expires
        self.permission = permission
        self.principals = principals
        self.rights = rights
        self.resources = resources
        self.hosts = hosts
        self.clusters = clusters
    }
}
