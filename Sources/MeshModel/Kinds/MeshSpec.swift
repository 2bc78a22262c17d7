import Diagnostics

/// Kind `Mesh`: the root document in heddle.yaml.
package struct MeshSpec: Sendable {
    /// Which resources this repository manages. A kind that is not named is not managed at all.
    package struct Scope: Sendable {
        /// nil: every kind.
        package var kinds: [Located<String>]?
        /// Name prefixes of topics; nil: every name.
        package var prefixes: [Located<String>]?
        package init(kinds: [Located<String>]? = nil, prefixes: [Located<String>]? = nil) {
            self.kinds = kinds
            self.prefixes = prefixes
        }
    }

    /// Globs relative to the folder of heddle.yaml.
    package var manifests: [Located<String>]
    package var scope: Scope
    /// What a topic says where its manifest is silent.
    package var topicDefaults: TopicSettings
    /// How topics are taken out of use before they are deleted; nil where nothing is said.
    package var deletion: DeletionPolicy?
    /// What becomes of what another hand changed; nil where nothing is said.
    package var drift: DriftSpec?
    /// Names of the declared environments, in order.
    package var environments: [Located<String>]
    /// What an audit of access holds for too much.
    package var audit = AuditSpec()

    package init(
        manifests: [Located<String>] = [], scope: Scope = .init(), topicDefaults: TopicSettings = .init(),
        deletion: DeletionPolicy? = nil, drift: DriftSpec? = nil, environments: [Located<String>] = []
    ) {
        self.drift = drift
        self.manifests = manifests
        self.scope = scope
        self.topicDefaults = topicDefaults
        self.deletion = deletion
        self.environments = environments
    }
}
