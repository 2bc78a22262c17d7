import Determinism
import Diagnostics
import Foundation
import ManifestLoading
import MeshModel
import MeshResolution
import PolicyChecking
import TestSupport

/// A folder of Fixtures or Examples as a mesh's files. `expected.txt` and `settings.txt` belong to the test.
func files(in folder: URL) throws -> InMemoryManifestSource {
    let base = folder.resolvingSymlinksInPath().path + "/"
    var contents: [String: [UInt8]] = [:]
    let paths = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
    for case let file as URL in paths ?? .init() {
        let path = String(file.resolvingSymlinksInPath().path.dropFirst(base.count))
        guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true,
            !["expected.txt", "settings.txt"].contains(path)
        else { continue }
        contents[path] = Array(try Data(contentsOf: file))
    }
    return InMemoryManifestSource(bytes: contents)
}

/// What a person would be told of a mesh.
struct Verdict {
    var loaded: LoadedMesh?
    var mesh: DesiredMesh?
    var report: DiagnosticReport

    init(
        _ source: some ManifestSource, environment: String? = nil, variables: [String: String] = [:],
        limits: LoadingLimits = .init(), resolutionLimits: ResolutionLimits = .init()
    ) {
        let (loaded, found) = loadMesh(source, environment: environment, variables: variables, limits: limits)
        self.loaded = loaded
        let resolved = loaded.map { resolveMesh($0, limits: resolutionLimits) }
        var all = found + (resolved?.diagnostics ?? [])
        let (policies, problems) = compilePolicies(loaded?.policies ?? [], environment: environment)
        all += problems
        mesh = resolved?.mesh
        if let loaded, let now = Instant(rfc3339: "2026-11-23T12:00:00Z") { all += checkExpiries(loaded, now: now) }
        if let loaded, let desired = mesh, let today = CalendarDate(parsing: "2026-11-23") {
            all += checkPolicies(policies, on: PolicyMesh(loaded, desired), today: today)
        }
        if all.contains(where: { $0.severity == .error }) { mesh = nil }
        report = DiagnosticReport(all, files: loaded?.files.map(\.path) ?? [])
    }

    var codes: [String] { report.diagnostics.map(\.code) }
}

/// A mesh in one text: heddle.yaml, whose first document need not be written.
func verdict(of documents: String, environment: String? = nil, variables: [String: String] = [:]) -> Verdict {
    let mesh = documents.contains("kind: Mesh") ? "" : "apiVersion: heddle.dev/v1\nkind: Mesh\nmetadata: { name: shop }\n---\n"
    return Verdict(InMemoryManifestSource(["heddle.yaml": mesh + documents]), environment: environment, variables: variables)
}

/// Two embedded clusters, for tests that are about something else.
let twoClusters = """
    kind: Cluster
    metadata: { name: eu, labels: { region: eu } }
    spec: { engine: embedded, listeners: [{ name: clients, address: "127.0.0.1:9192" }] }
    ---
    kind: Cluster
    metadata: { name: us, labels: { region: us } }
    spec: { engine: embedded, listeners: [{ name: clients, address: "127.0.0.1:9193" }] }
    ---

    """

/// A folder with a file in it that the system does not let us read.
struct GuardedSource: ManifestSource {
    var source: InMemoryManifestSource
    var guarded: Set<String>

    func read(_ path: String) throws(ManifestSourceFailure) -> [UInt8]? {
        if guarded.contains(path) { throw ManifestSourceFailure("Permission denied") }
        return try source.read(path)
    }

    func files(below folder: String) throws(ManifestSourceFailure) -> [String] { try source.files(below: folder) }
}
