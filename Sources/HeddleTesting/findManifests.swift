import Foundation

/// The folder of the manifests: as it is named, or below the package of the test that asks, or where the tests run.
func findManifests(_ path: String, callerFile: String) throws(EmbeddedMeshError) -> URL {
    let files = FileManager.default
    func holdsManifests(_ folder: URL) -> Bool { files.fileExists(atPath: folder.appendingPathComponent("heddle.yaml").path) }

    var tried: [URL] = []
    if path.hasPrefix("/") {
        tried = [URL(fileURLWithPath: path)]
    } else {
        var folder = URL(fileURLWithPath: callerFile).deletingLastPathComponent()
        while folder.path != "/", folder.pathComponents.count > 1 {
            if files.fileExists(atPath: folder.appendingPathComponent("Package.swift").path) {
                tried.append(folder.appendingPathComponent(path))
                break
            }
            folder = folder.deletingLastPathComponent()
        }
        tried.append(URL(fileURLWithPath: files.currentDirectoryPath).appendingPathComponent(path))
    }
    guard let found = tried.first(where: holdsManifests) else {
        throw EmbeddedMeshError("there is no heddle.yaml in \(tried.map { "'\($0.path)'" }.joined(separator: " or "))")
    }
    return found.standardizedFileURL
}
