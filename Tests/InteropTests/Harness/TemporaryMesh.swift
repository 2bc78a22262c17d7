import Foundation
import Testing

/// A mesh folder of a test's own, on ports that the system gives out; stopped and removed at the end.
struct TemporaryMesh {
    let folder: URL

    private init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("heddle-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// A copy of one of the examples.
    static func copying(example: String, _ body: (TemporaryMesh) async throws -> Void) async throws {
        let mesh = try TemporaryMesh()
        try FileManager.default.removeItem(at: mesh.folder)
        try FileManager.default.copyItem(at: Program.root.appendingPathComponent("Examples/\(example)"), to: mesh.folder)
        try? FileManager.default.removeItem(at: mesh.folder.appendingPathComponent(".heddle"))
        for file in PathList.yaml(below: mesh.folder) {
            let text = try String(contentsOf: file, encoding: .utf8)
            try text.replacing(/127\.0\.0\.1:[0-9]+/, with: "127.0.0.1:0").write(to: file, atomically: true, encoding: .utf8)
        }
        try await mesh.use(body)
    }

    /// One embedded cluster `one`, and these manifests.
    ///
    /// - Parameter hasRegistry: whether the cluster serves a schema registry, too.
    static func with(_ manifests: String = "", durability: String = "fsync", hasRegistry: Bool = false, _ body: (TemporaryMesh) async throws -> Void) async throws {
        let mesh = try TemporaryMesh()
        try mesh.write("heddle.yaml", """
            apiVersion: heddle.dev/v1
            kind: Mesh
            metadata: { name: test }
            spec:
              manifests: ["manifests/**/*.yaml"]
            """)
        try mesh.write("manifests/clusters.yaml", """
            apiVersion: heddle.dev/v1
            kind: Cluster
            metadata: { name: one }
            spec:
              engine: embedded
              listeners: [ { name: clients, address: "127.0.0.1:0", security: plaintext } ]
              storage: { path: .heddle/one, durability: \(durability) }
              \(hasRegistry ? "registry: { address: \"127.0.0.1:0\" }" : "")
            """)
        try mesh.write("manifests/rest.yaml", manifests)
        try await mesh.use(body)
    }

    private func use(_ body: (TemporaryMesh) async throws -> Void) async throws {
        do {
            try await body(self)
        } catch {
            await end()
            throw error
        }
        await end()
    }

    private func end() async {
        _ = try? await Program.heddle("mesh", "down", in: folder)
        try? FileManager.default.removeItem(at: folder)
    }

    func write(_ path: String, _ text: String) throws {
        let file = folder.appendingPathComponent(path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
    }

    func edit(_ path: String, _ old: String, _ new: String) throws {
        let file = folder.appendingPathComponent(path)
        let text = try String(contentsOf: file, encoding: .utf8)
        try #require(text.contains(old), "\(path) does not hold '\(old)'")
        try text.replacingOccurrences(of: old, with: new).write(to: file, atomically: true, encoding: .utf8)
    }

    /// Runs heddle here and expects this exit code.
    @discardableResult
    func heddle(_ arguments: String..., status: Int32 = 0, sourceLocation: SourceLocation = #_sourceLocation) async throws -> Program.Ended {
        let ended = try await Program.run(Program.heddle, arguments, in: folder)
        #expect(ended.status == status, "heddle \(arguments.joined(separator: " ")):\n\(ended.everything)", sourceLocation: sourceLocation)
        return ended
    }

    @discardableResult
    func client(_ script: String, _ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation) async throws -> String {
        let file = Program.root.appendingPathComponent("Tests/InteropTests/clients/\(script)")
        let program = script.hasSuffix(".sh") ? URL(fileURLWithPath: "/bin/bash") : Program.python
        let ended = try await Program.run(
            program, [file.path] + arguments, in: folder,
            environment: ["KCAT_MAKE_TOPIC": "\(Program.python.path) \(file.deletingLastPathComponent().path)/make_topic.py"])
        #expect(ended.status == 0, "\(script) \(arguments.joined(separator: " ")):\n\(ended.everything)", sourceLocation: sourceLocation)
        return ended.output
    }

    struct Status: Decodable {
        struct Cluster: Decodable {
            var name: String
            var engine: String
            var state: String
            var bootstrap: [String]
            var registry: String?
        }
        var clusters: [Cluster]
    }

    /// Starts the clusters; the answer is where the named one is met.
    @discardableResult
    func up(_ cluster: String = "one") async throws -> String {
        try await heddle("mesh", "up", "--detach")
        return try await bootstrap(of: cluster)
    }

    func bootstrap(of cluster: String) async throws -> String { try #require(try await status(of: cluster).bootstrap.first) }

    /// The URL of its schema registry.
    func registry(of cluster: String = "one") async throws -> String { try #require(try await status(of: cluster).registry) }

    private func status(of cluster: String) async throws -> Status.Cluster {
        let text = try await heddle("mesh", "status", "--format", "json").output
        let status = try JSONDecoder().decode(Status.self, from: Data(text.utf8))
        let found = try #require(status.clusters.first { $0.name == cluster })
        #expect(found.state == "up")
        return found
    }

    func processId() throws -> Int32 {
        struct Running: Decodable { var processId: Int32 }
        let data = try Data(contentsOf: folder.appendingPathComponent(".heddle/run/mesh.json"))
        return try JSONDecoder().decode(Running.self, from: data).processId
    }

    func plan(_ arguments: String..., status: Int32 = 0, sourceLocation: SourceLocation = #_sourceLocation) async throws -> PlanView {
        let ended = try await Program.run(Program.heddle, ["plan", "--format", "json"] + arguments, in: folder)
        #expect(ended.status == status, "\(ended.everything)", sourceLocation: sourceLocation)
        return try JSONDecoder().decode(PlanView.self, from: Data(ended.output.utf8))
    }
}

/// The parts of `plan --format json` that tests look at.
struct PlanView: Decodable {
    struct Cluster: Decodable {
        var name: String
        var state: String
        var changes: [Change]
        var notices: [Notice]
    }
    struct Change: Decodable {
        var address: String
        var action: String
        var risk: String
        var drift: Bool
        var fields: [Field]
        var subject: String?
    }
    struct Field: Decodable, Equatable {
        var path: String
        var old: String?
        var new: String?
        var lastApplied: String?
        var drift: Bool
    }
    struct Notice: Decodable {
        var kind: String
        var address: String
    }
    var clusters: [Cluster]

    var changes: [Change] { clusters.flatMap(\.changes) }
    var notices: [Notice] { clusters.flatMap(\.notices) }
}

enum PathList {
    static func yaml(below folder: URL) -> [URL] {
        let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        return found.filter { $0.pathExtension == "yaml" }
    }
}
