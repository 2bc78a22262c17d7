import Foundation
import ManifestLoading
import MeshImporting
import MeshModel
import MeshResolution
import PathPatterns

/// The mesh into which an import goes, and the cluster as it is.
struct ImportTarget {
    var folder: MeshFolder
    var loaded: LoadedMesh
    var desired: DesiredMesh
    var observed: ObservedCluster
    var layout: ImportLayout
    /// Of a mesh that is begun with this: its root and its cluster.
    var newFiles: [ImportedFile] = []
}

extension ImportCommand {
    /// A mesh that is there.
    func openMesh() async throws -> ImportTarget {
        let folder = try MeshFolder.containing(common.startingFolder)
        let (loaded, desired) = try requireLoadedMesh(in: folder, options: manifests, console: common.console)
        guard let cluster = desired.clusters[cluster] else {
            throw CommandFailure(
                .usage, "the mesh has no cluster '\(cluster)'",
                remedy: desired.clusters.isEmpty
                    ? "declare it first, with engine: kafka and its addresses"
                    : "there are: \(desired.clusters.keys.sorted().joined(separator: ", "))")
        }
        let layout = try layout(in: folder, patterns: loaded.mesh.spec.manifests.map(\.value))
        let observed = try await observeAll(of: cluster, in: desired, folder)
        return ImportTarget(folder: folder, loaded: loaded, desired: desired, observed: observed, layout: layout)
    }

    /// A mesh that is begun here.
    func beginMesh() async throws -> ImportTarget {
        let root = output.map { URL(fileURLWithPath: $0, isDirectory: true, relativeTo: common.startingFolder) } ?? common.startingFolder
        let folder = MeshFolder(root: root.standardizedFileURL)
        if FileManager.default.fileExists(atPath: folder.resolve(MeshFolder.rootFile).path) {
            throw CommandFailure(
                .usage, "'\(folder.root.path)' holds a mesh already; nothing was written",
                remedy: "declare the cluster there, and run 'heddle -C' that folder without --bootstrap")
        }
        let addresses = try bootstrap.map { text -> HostAndPort in
            guard let address = HostAndPort(parsing: text) else {
                throw CommandFailure(.usage, "'\(text)' is not a host and port such as kafka-1:9092")
            }
            return address
        }
        if let registry, let problem = TextForm.url.problem(registry) { throw CommandFailure(.usage, "'\(registry)' \(problem.message)") }
        let name = InitCommand.meshName(folder.root.lastPathComponent)
        let draft = try begin(newMeshFiles(mesh: name, cluster: cluster, addresses: addresses, clusterId: nil, registry: registry))
        guard let first = draft.desired.clusters[cluster] else { throw CommandFailure(.bug, "the new mesh has no cluster") }
        let observed = try await observeAll(of: first, in: draft.desired, folder)
        var files = newMeshFiles(mesh: name, cluster: cluster, addresses: addresses, clusterId: observed.clusterId, registry: registry)
        let mesh = try begin(files)
        if !FileManager.default.fileExists(atPath: folder.resolve(".gitignore").path) {
            files.append(ImportedFile(path: ".gitignore", text: ".heddle/\n"))
        }
        for file in files where FileManager.default.fileExists(atPath: folder.resolve(file.path).path) {
            throw CommandFailure(.usage, "'\(folder.resolve(file.path).path)' is there already; nothing was written", remedy: "choose an empty folder")
        }
        let taken = Set(files.map(\.path))
        let layout = ImportLayout(folder: "manifests", schemaFolder: "contracts") { path in
            taken.contains(path) || FileManager.default.fileExists(atPath: folder.resolve(path).path)
        }
        return ImportTarget(folder: folder, loaded: mesh.loaded, desired: mesh.desired, observed: observed, layout: layout, newFiles: files)
    }

    private func begin(_ files: [ImportedFile]) throws -> (loaded: LoadedMesh, desired: DesiredMesh) {
        let source = InMemoryManifestSource(Dictionary(files.map { ($0.path, $0.text) }, uniquingKeysWith: { first, _ in first }))
        let (loaded, loadDiagnostics) = loadMesh(source, root: MeshFolder.rootFile)
        let (desired, resolveDiagnostics) = loaded.map { resolveMesh($0) } ?? (nil, [])
        guard let loaded, let desired else {
            common.console.show((loadDiagnostics + resolveDiagnostics).filter { $0.severity == .error })
            throw CommandFailure(.usage, "no mesh can be begun with this cluster")
        }
        return (loaded, desired)
    }

    /// Files go where the mesh's first pattern looks, unless a folder is named.
    private func layout(in folder: MeshFolder, patterns: [String]) throws -> ImportLayout {
        var path = patterns.first.map(GlobPattern.folder) ?? "manifests"
        if let output {
            let chosen = URL(fileURLWithPath: output, isDirectory: true, relativeTo: common.startingFolder).standardizedFileURL.path
            let root = folder.root.standardizedFileURL.path
            guard chosen == root || chosen.hasPrefix(root.hasSuffix("/") ? root : root + "/") else {
                throw CommandFailure(
                    .usage, "'\(output)' is not in the mesh's folder, '\(root)'", remedy: "name a folder where the mesh keeps manifests")
            }
            path = chosen.dropFirst(root.count).split(separator: "/").joined(separator: "/")
        }
        var layout = ImportLayout(folder: path, schemaFolder: "contracts") { FileManager.default.fileExists(atPath: folder.resolve($0).path) }
        let deeper = path.isEmpty ? "topics/a.yaml" : "\(path)/topics/a.yaml"
        layout.looksDeeper = patterns.contains { GlobPattern($0)?.matches(deeper) ?? false }
        return layout
    }
}
