import Foundation
import ManifestLoading
import MeshHosting

/// Which files are meant by the paths of a command line.
struct FormattingTargets {
    var start: URL

    /// Each once, with the name to print: as it was given, or relative to where the command was started.
    func files(_ paths: [String]) throws -> [(name: String, url: URL)] {
        var found: [(name: String, url: URL)] = []
        if paths.isEmpty {
            found = meshFiles(try MeshFolder.containing(start).root)
        }
        for path in paths {
            let url = URL(fileURLWithPath: path, relativeTo: start).standardizedFileURL
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
                throw CommandFailure(.usage, "there is no '\(path)'", remedy: "name files or folders, or '-' for standard input")
            }
            if !isFolder.boolValue {
                found.append((path, url))
            } else if FileManager.default.fileExists(atPath: url.appendingPathComponent(MeshFolder.rootFile).path) {
                found += meshFiles(url)
            } else {
                found += try yamlFiles(below: url, named: path)
            }
        }
        var seen: Set<String> = []
        return found.filter { seen.insert($0.url.path).inserted }
    }

    /// heddle.yaml and the manifests that it names, whatever else is wrong with them.
    private func meshFiles(_ root: URL) -> [(name: String, url: URL)] {
        let loaded = loadMesh(DiskManifestSource(root: root), root: MeshFolder.rootFile).mesh
        return (loaded?.files.map(\.path) ?? [MeshFolder.rootFile]).map { path in
            let url = (path.hasPrefix("/") ? URL(fileURLWithPath: path) : root.appendingPathComponent(path)).standardizedFileURL
            return (name(of: url), url)
        }
    }

    private func yamlFiles(below folder: URL, named path: String) throws -> [(name: String, url: URL)] {
        do throws(ManifestSourceFailure) {
            return try DiskManifestSource(root: folder).files(below: "").sorted()
                .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
                .map { (path.hasSuffix("/") ? path + $0 : "\(path)/\($0)", folder.appendingPathComponent($0)) }
        } catch {
            throw CommandFailure(.usage, "'\(path)' cannot be read: \(error.reason)")
        }
    }

    private func name(of url: URL) -> String {
        let base = start.standardizedFileURL.path
        let prefix = base.hasSuffix("/") ? base : base + "/"
        return url.path.hasPrefix(prefix) ? String(url.path.dropFirst(prefix.count)) : url.path
    }
}
