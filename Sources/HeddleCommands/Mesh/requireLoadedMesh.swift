import Diagnostics
import ManifestLoading
import MeshHosting
import MeshModel
import MeshResolution

/// A mesh before and after its documents were linked, for verbs that show both; prints what is wrong and ends the command
/// where that is an error.
func requireLoadedMesh(
    in folder: MeshFolder, options: ManifestOptions, console: Console
) throws -> (mesh: LoadedMesh, desired: DesiredMesh) {
    let (loaded, loadDiagnostics) = loadMesh(
        DiskManifestSource(root: folder.root), root: MeshFolder.rootFile, environment: options.env, variables: try options.variables())
    let (desired, resolveDiagnostics) = loaded.map { resolveMesh($0) } ?? (nil, [])
    let report = DiagnosticReport(loadDiagnostics + resolveDiagnostics, files: loaded?.files.map(\.path) ?? [MeshFolder.rootFile])
    let least: Diagnostic.Severity = console.isQuiet ? .error : .warning
    console.show(report.diagnostics.filter { $0.severity >= least })
    guard !report.hasErrors, let loaded, let desired else {
        throw CommandFailure(.no, "the manifests have errors", remedy: "'heddle explain CODE' tells more of each")
    }
    return (loaded, desired)
}
