import Diagnostics

/// Every document of a mesh, typed and with its environment's patches and variables put in, but not yet linked.
package struct LoadedMesh: Sendable {
    package var mesh: Resource<MeshSpec>
    /// nil: none was chosen.
    package var environment: String?

    /// Each in the order of files, then of documents; names are unique within a kind.
    package var clusters: [Resource<ClusterSpec>]
    package var contracts: [Resource<ContractSpec>]
    package var topics: [Resource<TopicSpec>]
    package var principals: [Resource<PrincipalSpec>]
    package var applications: [Resource<ApplicationSpec>]
    package var access: [Resource<AccessSpec>]
    package var policies: [Resource<PolicySpec>]

    /// Every manifest that was read, heddle.yaml first.
    package var files: [SourceFile]
    /// What could not be read, and so must not be called missing.
    package var gaps: Gaps
    /// True when loading reported an error: good for finding more of them, never for acting upon.
    package var hasErrors: Bool

    package init(
        mesh: Resource<MeshSpec>, environment: String? = nil, clusters: [Resource<ClusterSpec>] = [],
        contracts: [Resource<ContractSpec>] = [], topics: [Resource<TopicSpec>] = [],
        principals: [Resource<PrincipalSpec>] = [], applications: [Resource<ApplicationSpec>] = [],
        access: [Resource<AccessSpec>] = [], policies: [Resource<PolicySpec>] = [], files: [SourceFile] = [], gaps: Gaps = .init(), hasErrors: Bool = false
    ) {
        self.mesh = mesh
        self.environment = environment
        self.clusters = clusters
        self.contracts = contracts
        self.topics = topics
        self.principals = principals
        self.applications = applications
        self.access = access
        self.policies = policies
        self.files = files
        self.gaps = gaps
        self.hasErrors = hasErrors
    }

    /// How many documents there are, the Mesh itself included.
    package var documentCount: Int {
        1 + clusters.count + contracts.count + topics.count + principals.count + applications.count + access.count + policies.count
    }
}

/// What loading had to leave out. A reference into a gap is no second error.
package struct Gaps: Sendable {
    /// Kind → names of documents that are there but were not understood.
    package var documents: [String: Set<String>]
    /// Files with parts that are no YAML, so that nobody knows what they declare.
    package var files: [SourceFile]

    package init(documents: [String: Set<String>] = [:], files: [SourceFile] = []) {
        self.documents = documents
        self.files = files
    }

    /// Whether a document of this kind and name may well be there, but not be readable.
    package func mayDeclare(_ kind: String, named name: String) -> Bool {
        if documents[kind]?.contains(name) == true { return true }
        let wanted = Array(name.utf8)
        return files.contains { $0.bytes.contains(wanted) }
    }
}
