/// Where manifests come from: kept with what is applied, so that one can tell who declared a resource.
package struct SourceStamp: Sendable, Hashable {
    /// Without credentials and scheme: `github.com/acme/mesh`; nil outside of a repository, or where it has no remote.
    package var repository: String?
    /// A commit's id; with `-dirty` where the folder held what was not committed.
    package var revision: String?

    package init(repository: String? = nil, revision: String? = nil) {
        self.repository = repository
        self.revision = revision
    }
}
