/// What one mesh claims of a cluster, so that no other mesh and no other repository takes it for its own.
package struct LedgerClaim: Sendable, Hashable {
    /// The repository from which the mesh is applied, without credentials: `github.com/acme/mesh`; nil when it has none.
    package var repository: String?
    /// Beginnings of topic names; empty: the mesh claims no names beforehand, only what it creates.
    package var prefixes: [String]
    /// nil: every kind.
    package var kinds: [String]?

    package init(repository: String? = nil, prefixes: [String] = [], kinds: [String]? = nil) {
        self.repository = repository
        self.prefixes = prefixes
        self.kinds = kinds
    }
}
