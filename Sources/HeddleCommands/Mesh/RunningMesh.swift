import Foundation

/// What a running `heddle mesh up` leaves for other commands to find: who runs, and where it listens.
///
/// Kept in `.heddle/run/mesh.json`. The process holds a lock on `.heddle/run/mesh.lock` as long as it lives, so a file left
/// behind by a crash is not taken for a running mesh.
struct RunningMesh: Codable, Sendable, Equatable {
    struct Cluster: Codable, Sendable, Equatable {
        var name: String
        var clusterId: String
        /// `host:port` of each listener, as bound.
        var bootstrap: [String]
        /// The security of each listener, as manifests name it; nil where all are plaintext.
        var securities: [String]?
        /// `http://host:port` of the cluster's schema registry, as bound; nil where it has none.
        var registry: String?
    }

    /// The mesh's name.
    var mesh: String
    var processId: Int32
    var clusters: [Cluster]

    static func folder(of mesh: MeshFolder) -> URL { mesh.privateFolder.appendingPathComponent("run", isDirectory: true) }
    static func file(of mesh: MeshFolder) -> URL { folder(of: mesh).appendingPathComponent("mesh.json") }
    static func lockFile(of mesh: MeshFolder) -> URL { folder(of: mesh).appendingPathComponent("mesh.lock") }
    static func logFile(of mesh: MeshFolder) -> URL { folder(of: mesh).appendingPathComponent("mesh.log") }

    /// The mesh that runs from this folder now; nil when none does, or it is not ready yet.
    static func find(in mesh: MeshFolder) -> RunningMesh? {
        guard FileLock.isHeld(lockFile(of: mesh)), let data = try? Data(contentsOf: file(of: mesh)) else { return nil }
        return try? JSONDecoder().decode(RunningMesh.self, from: data)
    }

    func write(in mesh: MeshFolder) throws {
        try FileManager.default.createDirectory(at: Self.folder(of: mesh), withIntermediateDirectories: true)
        try JSONEncoder().encode(self).write(to: Self.file(of: mesh), options: .atomic)
    }

    static func remove(in mesh: MeshFolder) {
        try? FileManager.default.removeItem(at: file(of: mesh))
    }
}
