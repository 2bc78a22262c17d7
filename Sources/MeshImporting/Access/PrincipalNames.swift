import ManifestLoading
import ManifestWriting
import MeshModel
import MeshResolution

/// What documents call Kafka's principals, with a Principal for each that has none yet.
struct PrincipalNames {
    private var known: [String: String]
    private var names: NameTable
    private var made: [String: ImportedDocument] = [:]

    init(_ request: ImportRequest) {
        names = NameTable(taken: request.loaded.principals.map(\.name))
        known = Dictionary(request.loaded.principals.map { (kafkaPrincipal($0), $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    var documents: [ImportedDocument] { made.values.sorted { $0.name < $1.name } }

    /// - Parameter principal: as Kafka writes it, `User:checkout`; `User:*` is everyone.
    mutating func name(of principal: String) -> String {
        if principal == "User:*" { return "*" }
        if let name = known[principal] { return name }
        let user = String(principal.dropFirst(5))
        let isPlain = TextForm.name.problem(user) == nil && names.isFree(user)
        let name = names.take(isPlain ? user : wish(user))
        // A name as long as this is cut.
        let identity = isPlain && name == user ? nil : identity(user)
        known[principal] = name
        made[name] = ImportedDocument(
            name: name,
            draft: ManifestDraft(
                kind: .principal, metadata: .mapping([("name", text(name))]), spec: .mapping(identity.map { [$0.entry] } ?? []),
                comments: identity?.comments ?? []))
        return name
    }

    /// Of a certificate's subject, the common name.
    private func wish(_ user: String) -> String {
        let parts = user.split(separator: ",").map { $0.drop(while: \.isWhitespace) }
        return parts.first { $0.uppercased().hasPrefix("CN=") }.map { String($0.dropFirst(3)) } ?? user
    }

    private func identity(_ user: String) -> (entry: (String, YAMLDraft), comments: [String]) {
        let subject: YAMLDraft = .mapping([("subject", text(user))])
        if user.contains("=") { return (("mtls", subject), []) }
        return (
            ("oauth", subject),
            ["The cluster does not tell how it shows who it is. Only the subjects of tokens and certificates may be spelt like this."]
        )
    }
}
