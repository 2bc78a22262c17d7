import Diagnostics
import MeshModel

/// An application whose principal is known, with the clusters that it may run against.
struct LinkedApplication {
    var resource: Resource<ApplicationSpec>
    /// As Kafka writes it: `User:checkout`.
    var principal: String
    /// nil: wherever its topics are.
    var clusters: Set<String>?

    var origin: String { "Application \(resource.name)" }
}

/// An unknown principal is an error, and so is a group.
func linkApplications(_ index: MeshIndex, _ diagnostics: inout Findings) -> [LinkedApplication] {
    index.loaded.applications.compactMap { application in
        let clusters = application.spec.clusters.map {
            Set(
                selectClusters(
                    $0, of: "application '\(application.name)'", code: "application/unknown-cluster", index, &diagnostics))
        }
        let name = application.spec.principal
        guard let principal = index.principals[name.value] else {
            diagnostics.appendUnknown(
                "Principal", name, code: "application/unknown-principal", among: Array(index.principals.keys),
                gaps: index.loaded.gaps)
            // Its topics and groups are looked at nevertheless.
            return LinkedApplication(resource: application, principal: "User:\(name.value)", clusters: clusters)
        }
        if principal.spec.members != nil {
            diagnostics.append(
                Diagnostic(
                    code: "application/runs-as-group", "'\(name.value)' is a group of principals, and an application runs as one", at: name.range,
                    secondary: principal.metadata.name.range.map { [.init("the group", at: $0)] } ?? [],
                    suggestion: "declare a Principal for the application itself"))
        }
        return LinkedApplication(resource: application, principal: kafkaPrincipal(principal), clusters: clusters)
    }
}

/// How Kafka names who has shown that it is this principal: the SCRAM user, or the subject of a certificate or token.
package func kafkaPrincipal(_ principal: Resource<PrincipalSpec>) -> String {
    switch principal.spec.identity?.value {
    case .mtls(let subject), .oauth(let subject): "User:\(subject)"
    case .scram, nil: "User:\(principal.name)"
    }
}
