import Determinism
import Diagnostics
import Foundation
import ManifestLoading
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
