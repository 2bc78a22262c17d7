import Foundation
import ManifestLoading
import MeshModel
import ReconcilerCore
import Testing

@testable import HeddleCommands

@Suite struct `A controller's source` {
    private func folder() throws -> TemporaryFolder { try TemporaryFolder() }

    private static let mesh = "apiVersion: heddle.dev/v1\nkind: Mesh\nmetadata: { name: shop }\nspec: { manifests: [\"*.yaml\"] }\n"
    private static func cluster(_ port: Int) -> String {
        "apiVersion: heddle.dev/v1\nkind: Cluster\nmetadata: { name: eu }\nspec:\n  engine: kafka\n  addresses: [\"127.0.0.1:\(port)\"]\n"
    }

    @Test func `a folder is read once, and again only when something in it looks different`() async throws {
        let folder = try folder()
        try folder.write("heddle.yaml", Self.mesh)
        try folder.write("clusters.yaml", Self.cluster(9092))
        let source = FolderSource(MeshFolder(root: folder.url), options: try ManifestOptions.parse([]))
        let first = await source.read()
        #expect(first.revision?.mesh.clusters.keys.sorted() == ["eu"])
        #expect(await source.read().isUnchanged)

        try folder.write("clusters.yaml", Self.cluster(9093))
        let second = await source.read()
        #expect(second.revision != nil && second.revision?.digest != first.revision?.digest)

        try folder.write("new.yaml", "kind: Topic\n")
        let third = await source.read()
        #expect(third.problem?.kind == .invalid)
        #expect(third.problem?.diagnostics.contains { $0.contains("new.yaml") } == true)
        #expect(await source.read().problem?.kind == .invalid)

        try folder.remove("new.yaml")
        #expect(await source.read().revision?.digest == second.revision?.digest)
    }

    @Test func `a folder that is gone is a problem that may pass`() async throws {
        let folder = try folder()
        let source = FolderSource(MeshFolder(root: folder.url.appendingPathComponent("nowhere")), options: try ManifestOptions.parse([]))
        #expect(await source.read().problem != nil)
    }

    // MARK: git

    private func mirror(_ repository: TemporaryRepository, in folder: TemporaryFolder, trust: CommitTrust? = nil, subfolder: String = "") throws -> GitSource {
        let settings = GitSourceSettings(url: repository.root.path, ref: "main", subfolder: subfolder, trust: trust)
        return GitSource(settings, keptIn: folder.url.appendingPathComponent("mirror"), options: try ManifestOptions.parse([]))
    }

    private func repository() throws -> TemporaryRepository {
        let repository = try TemporaryRepository()
        try repository.write("heddle.yaml", Self.mesh)
        try repository.write("clusters.yaml", Self.cluster(9092))
        try repository.commit("a mesh")
        return repository
    }

    @Test func `a branch is followed, also where it is forced back`() async throws {
        let (repository, folder) = (try repository(), try folder())
        let source = try mirror(repository, in: folder)
        let first = await source.read()
        #expect(first.revision?.mesh.source?.revision == (try repository.git("rev-parse", "HEAD")))
        #expect(await source.read().isUnchanged)

        try repository.write("clusters.yaml", Self.cluster(9093))
        try repository.commit("another port")
        let second = await source.read()
        #expect(second.revision?.mesh.clusters["eu"]?.spec.addresses.first?.value.port == 9093)

        _ = try repository.git("reset", "--hard", "--quiet", "HEAD~1")
        try repository.write("notes.yaml", "# nothing more\n")
        try repository.commit("another history")
        let third = await source.read()
        #expect(third.revision?.mesh.clusters["eu"]?.spec.addresses.first?.value.port == 9092)
        #expect(third.revision?.digest != first.revision?.digest)
    }

    @Test func `a broken commit is told with its place, and the next good one is taken`() async throws {
        let (repository, folder) = (try repository(), try folder())
        let source = try mirror(repository, in: folder)
        _ = await source.read()
        try repository.write("clusters.yaml", "kind: Cluster\n")
        try repository.commit("broken")
        let broken = await source.read()
        #expect(broken.problem?.kind == .invalid)
        #expect(broken.problem?.revision == (try repository.git("rev-parse", "HEAD")))
        _ = try repository.git("revert", "--no-edit", "HEAD")
        #expect(await source.read().revision != nil)
    }

    @Test func `a subfolder, and files that were never committed`() async throws {
        let (repository, folder) = (try TemporaryRepository(), try folder())
        try repository.write("meshes/shop/heddle.yaml", Self.mesh)
        try repository.write("meshes/shop/clusters.yaml", Self.cluster(9092))
        try repository.commit("below")
        try repository.write("meshes/shop/uncommitted.yaml", "kind: Nonsense\n")
        let source = try mirror(repository, in: folder, subfolder: "meshes/shop")
        #expect(await source.read().revision?.mesh.name == "shop")
    }

    @Test func `a repository that is not there, and a ref that is not, are problems that may pass`() async throws {
        let (repository, folder) = (try repository(), try folder())
        let settings = GitSourceSettings(url: "https://ada:hunter2@127.0.0.1:1/x.git", ref: "main")
        let problem = await GitSource(settings, keptIn: folder.url.appendingPathComponent("a"), options: try ManifestOptions.parse([])).read().problem
        #expect(problem?.kind == .unreachable)
        #expect(problem?.message.contains("hunter2") == false)
        let other = GitSourceSettings(url: repository.root.path, ref: "no-such-branch")
        #expect(
            await GitSource(other, keptIn: folder.url.appendingPathComponent("b"), options: try ManifestOptions.parse([])).read().problem?.kind
                == .unreachable)
        let hostile = GitSourceSettings(url: "ext::sh -c touch% \(folder.url.path)/owned", ref: "main")
        #expect(
            await GitSource(hostile, keptIn: folder.url.appendingPathComponent("c"), options: try ManifestOptions.parse([])).read().problem != nil)
        #expect(!FileManager.default.fileExists(atPath: folder.url.appendingPathComponent("owned").path))
    }

    // MARK: Signatures

    @Test func `only commits that are signed by somebody who may are taken`() async throws {
        let (repository, folder) = (try repository(), try folder())
        let (ada, eve) = (folder.url.appendingPathComponent("ada"), folder.url.appendingPathComponent("eve"))
        for key in [ada, eve] { try run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.path) }
        let signers = folder.url.appendingPathComponent("signers")
        let publicKey = try String(contentsOf: ada.appendingPathExtension("pub"), encoding: .utf8)
        try "ada@example.org \(publicKey)".write(to: signers, atomically: true, encoding: .utf8)
        let source = try mirror(repository, in: folder, trust: CommitTrust(allowedSigners: signers.path))

        let unsigned = await source.read()
        #expect(unsigned.problem?.kind == .untrusted)
        func sign(_ key: URL, _ message: String) throws {
            _ = try repository.git(
                "-c", "gpg.format=ssh", "-c", "user.signingkey=\(key.path)", "commit", "-S", "--quiet", "--allow-empty", "-m", message)
        }
        try sign(eve, "by eve")
        #expect(await source.read().problem?.kind == .untrusted)
        try sign(ada, "by ada")
        #expect(await source.read().revision != nil)
    }

    @Test func `credentials are kept out of what is said`() {
        #expect(redactCredentials("fetch https://ada:pw@host/x failed, see http://h/y@z") == "fetch https://host/x failed, see http://h/y@z")
        #expect(redactCredentials("'ssh://git@host:22/x'") == "'ssh://host:22/x'")
    }
}

private final class TemporaryFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("heddle-source-\(UUID().uuidString)", isDirectory: true)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func write(_ path: String, _ text: String) throws { try Data(text.utf8).write(to: url.appendingPathComponent(path)) }
    func remove(_ path: String) throws { try FileManager.default.removeItem(at: url.appendingPathComponent(path)) }
}

extension SourceOutcome {
    fileprivate var revision: SourceRevision? { if case .revision(let revision) = self { revision } else { nil } }
    fileprivate var problem: SourceProblem? { if case .failure(let problem) = self { problem } else { nil } }
    fileprivate var isUnchanged: Bool { if case .unchanged = self { true } else { false } }
}

private func run(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
}
