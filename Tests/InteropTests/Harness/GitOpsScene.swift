import Foundation
import Testing

/// A mesh in a git repository, a broker process for each of its clusters, and controllers that follow the repository.
final class GitOpsScene {
    /// The work tree of the one who commits.
    let folder: URL
    private let clusters: [String: String]
    private var brokers: [String: RunningProgram] = [:]
    private var controllers: [String: RunningProgram] = [:]

    /// On every cluster.
    private func everywhere(_ topic: String) -> String {
        topic.replacingOccurrences(of: "spec: {", with: "spec: { clusters: [\(clusters.keys.sorted().joined(separator: ", "))],")
    }

    static func topic(_ name: String) -> String {
        """
        apiVersion: heddle.dev/v1
        kind: Topic
        metadata: { name: \(name), owner: team-orders }
        spec: { partitions: 2, retention: { time: 1d } }
        """
    }

    /// - Parameter clusters: names; each has the topic `orders`.
    static func with(clusters: [String], _ body: (GitOpsScene) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("heddle-gitops-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let ports = try await Program.client("free_ports.py", "\(clusters.count)", in: folder).output.split(separator: "\n").map(String.init)
        let scene = GitOpsScene(folder, Dictionary(uniqueKeysWithValues: zip(clusters, ports.map { "127.0.0.1:\($0)" })))
        do {
            try await scene.prepare()
            try await body(scene)
        } catch {
            await scene.end()
            throw error
        }
        await scene.end()
    }

    private init(_ folder: URL, _ clusters: [String: String]) {
        self.folder = folder
        self.clusters = clusters
    }

    private func prepare() async throws {
        try write("heddle.yaml", "apiVersion: heddle.dev/v1\nkind: Mesh\nmetadata: { name: shop }\nspec: { manifests: [\"manifests/*.yaml\"] }\n")
        for (name, address) in clusters {
            try write("manifests/\(name).yaml", """
                apiVersion: heddle.dev/v1
                kind: Cluster
                metadata: { name: \(name) }
                spec:
                  engine: embedded
                  listeners: [ { name: clients, address: "\(address)", security: plaintext } ]
                  storage: { path: .heddle/\(name), durability: os }
                """)
        }
        try write("manifests/orders.yaml", everywhere(Self.topic("orders")))
        try await git("init", "--quiet", "--initial-branch", "main")
        try write(".gitignore", ".heddle\n")
        try await commit("a mesh")
    }

    private func end() async {
        for process in controllers.values { process.kill(SIGTERM) }
        for process in controllers.values { _ = await process.ended() }
        for process in brokers.values { process.kill(SIGKILL) }
        for process in brokers.values { _ = await process.ended() }
        try? FileManager.default.removeItem(at: folder)
    }

    // MARK: What people do

    func write(_ path: String, _ text: String) throws {
        let file = folder.appendingPathComponent(path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
    }

    func commit(_ message: String) async throws {
        try await git("add", "--all")
        try await git("-c", "user.name=ada", "-c", "user.email=ada@example.org", "commit", "--quiet", "-m", message)
    }

    private func git(_ arguments: String...) async throws {
        let ended = try await Program.run(URL(fileURLWithPath: "/usr/bin/env"), ["git", "-c", "commit.gpgsign=false"] + arguments, in: folder)
        try #require(ended.status == 0, "git \(arguments): \(ended.everything)")
    }

    func heddle(_ arguments: String...) async throws -> Program.Ended { try await Program.run(Program.heddle, arguments, in: folder) }

    // MARK: Processes

    func address(of cluster: String) throws -> String { try #require(clusters[cluster]) }

    func startBroker(_ cluster: String) async throws {
        let process = try Program.start(Program.heddle, ["broker", "run", "--cluster", cluster], in: folder)
        brokers[cluster] = process
        try await eventually("the broker of \(cluster) is up") { process.outputSoFar.contains("broker is up") }
    }

    /// As `kill -9` does it.
    func killBroker(_ cluster: String) async {
        guard let process = brokers.removeValue(forKey: cluster) else { return }
        process.kill(SIGKILL)
        _ = await process.ended()
    }

    func startController(_ name: String, _ options: String...) throws {
        controllers[name] = try Program.start(
            Program.heddle,
            ["controller", "run", "--git", folder.path, "--work-dir", folder.appendingPathComponent(".heddle/\(name)").path, "--name", name]
                + ["--interval", "500ms", "--listen", "127.0.0.1:0"] + options, in: folder)
    }

    func killController(_ name: String) async {
        guard let process = controllers.removeValue(forKey: name) else { return }
        process.kill(SIGKILL)
        _ = await process.ended()
    }

    // MARK: What is there

    func client(_ script: String, _ arguments: String...) async throws -> String {
        let file = Program.root.appendingPathComponent("Tests/InteropTests/clients/\(script)")
        let ended = try await Program.run(Program.python, [file.path] + arguments, in: folder)
        try #require(ended.status == 0, "\(script): \(ended.everything)")
        return ended.output
    }

    /// Another hand.
    func drift(_ topic: String, on cluster: String) async throws {
        _ = try await client("alter_config.py", try address(of: cluster), topic, "retention.ms", "1234567")
    }

    func retention(of topic: String, on cluster: String) async throws -> String? {
        let line = try await client("describe.py", try address(of: cluster)).split(separator: "\n").first { $0.hasPrefix("\(topic) ") }
        return line?.split(separator: "=").last.map(String.init)
    }

    func topics(on cluster: String) async throws -> [String] {
        try await client("describe.py", try address(of: cluster)).split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) }
    }

    private struct Status: Decodable {
        struct Condition: Decodable {
            var type: String
            var status: String
        }
        struct Pending: Decodable { var id: String }
        struct Told: Decodable {
            var conditions: [Condition]
            var pending: Pending?
        }
        struct Cluster: Decodable {
            var name: String
            var state: String
            var status: Told?
        }
        var clusters: [Cluster]
    }

    private func status() async throws -> Status? {
        let ended = try await heddle("status", "--format", "json")
        guard ended.status == 0 || ended.status == 3 else { return nil }
        return try JSONDecoder().decode(Status.self, from: Data(ended.output.utf8))
    }

    func statusText() async throws -> String { try await heddle("status").everything }

    func isSynced(_ names: [String]) async throws -> Bool {
        guard let status = try await status() else { return false }
        return names.allSatisfy { name in
            let cluster = status.clusters.first { $0.name == name && $0.state == "current" }
            return cluster?.status?.conditions.contains { $0.type == "Synced" && $0.status == "True" } == true
        }
    }

    func pendingPlan(on cluster: String) async throws -> String {
        var id: String?
        try await eventually("a plan waits") {
            id = try await status()?.clusters.first { $0.name == cluster }?.status?.pending?.id
            return id != nil
        }
        return try #require(id)
    }

    /// Waits as long as a busy machine may need; the test fails with what the controllers said.
    func eventually(_ what: String, within limit: Duration = .seconds(90), _ holds: () async throws -> Bool) async throws {
        let end = ContinuousClock.now + limit
        while ContinuousClock.now < end {
            if try await holds() { return }
            try await Task.sleep(for: .milliseconds(200))
        }
        let status = try await heddle("status").everything
        let said = controllers.map { "\($0.key): \($0.value.errorSoFar.suffix(3000))" }.joined(separator: "\n")
        throw SceneFailure(description: "it did not come about that \(what)\nstatus:\n\(status)\ncontrollers:\n\(said)")
    }
}

struct SceneFailure: Error, CustomStringConvertible { var description: String }
