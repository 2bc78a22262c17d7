import Diagnostics
import Foundation
import ManifestLoading
import MeshModel
import MeshResolution

/// What the manifests of a folder say, and all that is wrong with them.
struct ManifestReading: Sendable {
    /// nil where the manifests are too wrong to plan with.
    var mesh: DesiredMesh?
    var report: DiagnosticReport
}

func readManifests(of folder: MeshFolder, options: ManifestOptions) throws -> ManifestReading {
    let (loaded, loadDiagnostics) = loadMesh(
        DiskManifestSource(root: folder.root), root: MeshFolder.rootFile, environment: options.env,
        variables: try options.variables())
    guard let loaded else {
        return ManifestReading(mesh: nil, report: DiagnosticReport(loadDiagnostics, files: [MeshFolder.rootFile]))
    }
    let (mesh, resolveDiagnostics) = resolveMesh(loaded)
    return ManifestReading(
        mesh: mesh, report: DiagnosticReport(loadDiagnostics + resolveDiagnostics, files: loaded.files.map(\.path)))
}

/// The mesh, or the end of the command: prints what is wrong and stops with 1. Notes are for `validate`.
func requireMesh(in folder: MeshFolder, options: ManifestOptions, console: Console) throws -> DesiredMesh {
    let reading = try readManifests(of: folder, options: options)
    let least: Diagnostic.Severity = console.isQuiet ? .error : .warning
    let shown = reading.report.diagnostics.filter { $0.severity >= least }
    console.show(shown)
    guard !reading.report.hasErrors, var mesh = reading.mesh else {
        throw CommandFailure(.no, "the manifests have errors", remedy: "'heddle explain CODE' tells more of each")
    }
    mesh.source = sourceStamp(of: folder)
    return mesh
}
