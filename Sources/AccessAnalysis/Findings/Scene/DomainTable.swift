import MeshModel

/// Which domain a topic or a principal belongs to. The first of these that says something counts:
///
/// 1. the label `domain` of its own document;
/// 2. `Mesh.spec.audit.domains`, by the longest beginning of the topic's name, or by the principal's name;
/// 3. for a principal, the one domain of the applications that act as it;
/// 4. its owner's: the domain in `audit.domains` that lists the owner, or the one that all labelled documents of that owner have.
///
/// What nothing is said of belongs to no domain, and nothing is concluded about it.
struct DomainTable: Sendable {
    private var topicPrefixes: [(prefix: String, domain: String)] = []
    private var principals: [String: String] = [:]
    private var owners: [String: String] = [:]

    static let label = "domain"

    init(_ loaded: LoadedMesh) {
        var inferred: [String: Set<String>] = [:]
        func note(_ metadata: Metadata) {
            guard let owner = metadata.owner?.value, let domain = metadata.labels[Self.label]?.value else { return }
            inferred[owner, default: []].insert(domain)
        }
        loaded.topics.forEach { note($0.metadata) }
        loaded.applications.forEach { note($0.metadata) }
        loaded.principals.forEach { note($0.metadata) }
        loaded.contracts.forEach { note($0.metadata) }
        owners = inferred.compactMapValues { $0.count == 1 ? $0.first : nil }
        for domain in loaded.mesh.spec.audit.domains {
            topicPrefixes += domain.topics.map { ($0.value, domain.name.value) }
            for name in domain.principals { principals[name.value] = domain.name.value }
            for owner in domain.owners { owners[owner.value] = domain.name.value }
        }
        topicPrefixes.sort { ($0.prefix.utf8.count, $0.domain) > ($1.prefix.utf8.count, $1.domain) }
    }

    func domain(ofTopic name: String, _ metadata: Metadata?, owner: String?) -> String? {
        metadata?.labels[Self.label]?.value ?? topicPrefixes.first { name.utf8.starts(with: $0.prefix.utf8) }?.domain ?? owner.flatMap { owners[$0] }
    }

    func domain(of application: Resource<ApplicationSpec>) -> String? {
        application.metadata.labels[Self.label]?.value ?? application.metadata.owner.flatMap { owners[$0.value] }
    }

    func domain(of principal: Resource<PrincipalSpec>, applications: [Resource<ApplicationSpec>]) -> String? {
        if let own = principal.metadata.labels[Self.label]?.value ?? principals[principal.name] { return own }
        let theirs = Set(applications.compactMap(domain(of:)))
        if theirs.count == 1 { return theirs.first }
        return principal.metadata.owner.flatMap { owners[$0.value] }
    }
}
