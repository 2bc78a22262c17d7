import Determinism
import Diagnostics
import Foundation
import ManifestLoading
import MeshHosting
import MeshModel
import MeshPlanning
import MeshResolution
import PolicyChecking

/// What the manifests of a folder say, and all that is wrong with them.
struct ManifestReading: Sendable {
    /// nil where the manifests are too wrong to plan with.
    var mesh: DesiredMesh?
    var report: DiagnosticReport
    /// The rules of the house that hold, and the mesh as they see it.
    var policies: MeshPolicies?
}

/// What is asked of every plan.
struct MeshPolicies: Sendable {
    var book: PolicyBook
    var mesh: PolicyMesh
    var today: CalendarDate

    func check(_ plan: inout Plan) { checkChanges(book, in: &plan, of: mesh, today: today) }
}

func readManifests(of folder: MeshFolder, options: ManifestOptions) throws -> ManifestReading {
    try readManifests(from: DiskManifestSource(root: folder.root), options: options)
}

func readManifests(from source: some ManifestSource, options: ManifestOptions) throws -> ManifestReading {
    let (loaded, loadDiagnostics) = loadMesh(
        source, root: MeshFolder.rootFile, environment: options.env, variables: try options.variables())
    guard let loaded else {
        return ManifestReading(mesh: nil, report: DiagnosticReport(loadDiagnostics, files: [MeshFolder.rootFile]))
    }
    let (mesh, resolveDiagnostics) = resolveMesh(loaded)
    let (book, policyDiagnostics) = compilePolicies(loaded.policies, environment: options.env)
    var diagnostics = loadDiagnostics + resolveDiagnostics + checkExpiries(loaded, now: .present) + policyDiagnostics
    var policies: MeshPolicies?
    if let mesh {
        let today = CalendarDate(Instant.present)
        let scene = PolicyMesh(loaded, mesh)
        policies = MeshPolicies(book: book, mesh: scene, today: today)
        diagnostics += checkPolicies(book, on: scene, today: today)
    }
    let isSound = !diagnostics.contains { $0.severity == .error }
    return ManifestReading(
        mesh: isSound ? mesh : nil, report: DiagnosticReport(diagnostics, files: loaded.files.map(\.path)), policies: policies)
}

/// The mesh, or the end of the command: prints what is wrong and stops with 1. Notes are for `validate`.
func requireMesh(in folder: MeshFolder, options: ManifestOptions, console: Console) throws -> DesiredMesh {
    try requireMeshAndPolicies(in: folder, options: options, console: console).0
}

/// As `requireMesh`, with what is asked of plans.
func requireMeshAndPolicies(
    in folder: MeshFolder, options: ManifestOptions, console: Console
) throws -> (DesiredMesh, MeshPolicies?) {
    let reading = try readManifests(of: folder, options: options)
    let least: Diagnostic.Severity = console.isQuiet ? .error : .warning
    let shown = reading.report.diagnostics.filter { $0.severity >= least }
    console.show(shown)
    guard !reading.report.hasErrors, var mesh = reading.mesh else {
        throw CommandFailure(.no, "the manifests have errors", remedy: "'heddle explain CODE' tells more of each")
    }
    mesh.source = sourceStamp(of: folder)
    return (mesh, reading.policies)
}

/// The mesh's clusters and nothing else, for verbs that ask what stands there: manifests with errors elsewhere are no reason not to
/// hear what a controller says of them. Stops with 1 where the clusters themselves cannot be told.
func requireClusters(in folder: MeshFolder, options: ManifestOptions, console: Console) throws -> DesiredMesh {
    let (loaded, diagnostics) = loadMesh(
        DiskManifestSource(root: folder.root), root: MeshFolder.rootFile, environment: options.env, variables: try options.variables())
    guard let loaded, !loaded.clusters.isEmpty else {
        console.show(diagnostics.filter { $0.severity == .error })
        throw CommandFailure(.no, "the manifests do not tell of clusters", remedy: "'heddle validate' tells what is wrong with them")
    }
    if loaded.hasErrors { console.say("the manifests here have errors, which 'heddle validate' tells; their clusters can be read") }
    let clusters = loaded.clusters.map { ($0.name, DesiredCluster(name: $0.name, resource: $0)) }
    return DesiredMesh(name: loaded.mesh.name, clusters: Dictionary(clusters) { first, _ in first }, source: sourceStamp(of: folder))
}
