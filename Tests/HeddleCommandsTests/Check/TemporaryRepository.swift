import Foundation

@testable import HeddleCommands

/// A git repository that lives as long as a test.
final class TemporaryRepository {
    let root: URL

    init(branch: String = "main") throws {
        root = FileManager.default.temporaryDirectory.appendingPathComponent("heddle-check-\(UUID().uuidString)", isDirectory: true)
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        try git("init", "--quiet", "--initial-branch", branch)
    }

    private init(cloneAt root: URL) { self.root = root }

    deinit { try? FileManager.default.removeItem(at: root) }

    var repository: GitRepository { GitRepository(root: root) }

    @discardableResult
    func git(_ arguments: String...) throws -> String {
        try GitRepository(root: root).require(
            ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false", "-c", "protocol.file.allow=always"] + arguments)
    }

    func write(_ path: String, _ text: String) throws {
        let file = root.appendingPathComponent(path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// - Returns: the commit's hash.
    @discardableResult
    func commit(_ message: String = "change") throws -> String {
        try git("add", "--all")
        try git("commit", "--quiet", "--allow-empty", "-m", message)
        return try git("rev-parse", "HEAD")
    }

    func clone(depth: Int? = nil) throws -> TemporaryRepository {
        let copy = FileManager.default.temporaryDirectory.appendingPathComponent("heddle-check-\(UUID().uuidString)", isDirectory: true)
        let depths = depth.map { ["--depth", String($0)] } ?? []
        _ = try GitRepository(root: root).require(
            ["-c", "protocol.file.allow=always", "clone", "--quiet"] + depths + ["file://\(root.path)", copy.path])
        return TemporaryRepository(cloneAt: copy)
    }
}

/// A mesh with one contract, `order`.
extension TemporaryRepository {
    static let fields = (
        id: #"{"name":"id","type":"string"}"#, amount: #"{"name":"amount","type":"long"}"#,
        note: #"{"name":"note","type":"string","default":""}"#
    )

    func writeMesh(in folder: String = "", mode: String = "backward", file: String = "order.avsc", name: String = "order") throws {
        try write(folder + "heddle.yaml", "apiVersion: heddle.dev/v1\nkind: Mesh\nmetadata: { name: shop }\nspec:\n  manifests: [ manifests/**/*.yaml ]\n")
        try write(
            folder + "manifests/orders.yaml",
            """
            apiVersion: heddle.dev/v1
            kind: Contract
            metadata: { name: \(name), owner: a }
            spec: { format: avro, file: ../contracts/\(file), compatibility: \(mode) }
            ---
            apiVersion: heddle.dev/v1
            kind: Topic
            metadata: { name: orders, owner: a }
            spec: { value: { contract: \(name) } }
            ---
            apiVersion: heddle.dev/v1
            kind: Application
            metadata: { name: billing, owner: b }
            spec: { principal: billing, consumes: [ { topic: orders, group: billing } ] }

            """)
    }

    func writeSchema(_ fields: String..., in folder: String = "", file: String = "order.avsc") throws {
        try write(folder + "contracts/\(file)", #"{"type":"record","name":"Order","fields":[\#(fields.joined(separator: ","))]}"#)
    }
}
