import Diagnostics
import MeshModel

/// Links the documents of a mesh, puts defaults in, derives what follows from Applications, and checks what can only be
/// seen with all of them side by side.
///
///     manifests ─ loadMesh ─► LoadedMesh ─ resolveMesh ─► DesiredMesh ─ planMesh ─► Plan
///
/// - Returns: nil in place of the mesh when it, or its loading, has an error: nobody should act upon half of what was
///   meant. The diagnostics are complete either way, and do not repeat those of loading.
package func resolveMesh(
    _ loaded: LoadedMesh, limits: ResolutionLimits = .init()
) -> (mesh: DesiredMesh?, diagnostics: [Diagnostic]) {
    var diagnostics = Findings(maximum: limits.maximumDiagnostics)
    let index = MeshIndex(loaded)
    checkClusters(index, &diagnostics)
    checkScope(index, &diagnostics)
    checkPrincipals(index, &diagnostics)

    let contracts = linkContracts(index, &diagnostics)
    let declared = linkTopics(index, contracts, &diagnostics)
    let applications = linkApplications(index, &diagnostics)
    let topics = deriveTopics(for: applications, from: declared, index, &diagnostics)
    checkTopicNames(topics, &diagnostics)
    checkDrift(index, topics, &diagnostics)
    let subjects = deriveSubjects(of: declared, contracts, index, &diagnostics)

    var rules = RuleBook(maximum: limits.maximumRules)
    let footprints = applicationFootprints(applications, topics, index, &diagnostics)
    deriveAccess(for: applications, footprints, &rules)
    expandAccess(AccessGround(index, topics, footprints), &rules, &diagnostics)
    checkDenials(rules, &diagnostics)

    if loaded.hasErrors || diagnostics.hasErrors { return (nil, diagnostics.finished()) }
    let spec = loaded.mesh.spec
    var mesh = DesiredMesh(
        name: loaded.mesh.name, scope: spec.scope, contracts: contracts, deletion: spec.deletion, drift: spec.drift?.policy ?? .init())
    let placed = topics.desired()
    for cluster in loaded.clusters {
        mesh.clusters[cluster.name] = DesiredCluster(
            name: cluster.name, resource: cluster, topics: placed[cluster.name] ?? [:],
            access: rules.desired(on: cluster.name), subjects: subjects.desired(on: cluster.name))
    }
    return (mesh, diagnostics.finished())
}

/// How much a mesh may come to.
package struct ResolutionLimits: Sendable, Hashable {
    /// Access rules on all clusters together. Access documents multiply, so that a few lines can ask for more rules than any
    /// cluster holds.
    package var maximumRules = 250_000
    /// Errors and warnings beyond this are counted, not kept.
    package var maximumDiagnostics = 10_000

    package init() {}
}
