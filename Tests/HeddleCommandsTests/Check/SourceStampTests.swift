import Foundation
import Testing

@testable import HeddleCommands

@Suite struct `Where manifests come from` {
    @Test(arguments: [
        "https://github.com/acme/mesh", "https://github.com/acme/mesh.git", "https://ci:s3cret@github.com/acme/mesh.git/",
        "git@github.com:acme/mesh.git", "ssh://git@github.com/acme/mesh.git", "ssh://git@github.com:22/acme/mesh",
        "git://GitHub.com/acme/mesh.git", "https://x-access-token:t@github.com:443/acme/mesh.git", "github.com:acme/mesh",
        "https://a@b:pw@github.com/acme/mesh?token=abc#x",
    ])
    func `one repository has one spelling, and no credentials in it`(remote: String) {
        #expect(normaliseRemote(remote) == "github.com/acme/mesh")
    }

    @Test func `different repositories stay different`() {
        #expect(normaliseRemote("git@github.com:acme/Mesh.git") == "github.com/acme/Mesh")
        #expect(normaliseRemote("https://gitlab.com/acme/mesh") == "gitlab.com/acme/mesh")
        #expect(normaliseRemote("/srv/git/mesh.git") == "/srv/git/mesh")
        #expect(normaliseRemote("file:///srv/git/mesh.git") == "/srv/git/mesh")
        #expect(normaliseRemote("https://[::1]:8443/a/b.git") == "[::1]/a/b")
    }

    @Test(arguments: ["", " ", "https://", "https://github.com", "git@github.com:", "://", ":", "/", ".git"])
    func `what names nothing is no repository`(remote: String) { #expect(normaliseRemote(remote) == nil) }

    @Test func `a folder in a repository bears its remote and its commit, and says when it holds more`() throws {
        let repository = try TemporaryRepository()
        try repository.writeMesh(in: "mesh/")
        let folder = MeshFolder(root: repository.root.appendingPathComponent("mesh", isDirectory: true))
        let commit = try repository.commit()
        #expect(sourceStamp(of: folder) == .init(repository: nil, revision: commit))
        try repository.git("remote", "add", "origin", "https://me:secret@github.com/acme/mesh.git")
        #expect(sourceStamp(of: folder) == .init(repository: "github.com/acme/mesh", revision: commit))
        try repository.write("elsewhere.txt", "x")
        try repository.write("mesh/.heddle/eu/log", "x")
        #expect(sourceStamp(of: folder)?.revision == commit, "only what is in the mesh's folder, and not of this machine, counts")
        try repository.write("mesh/manifests/new.yaml", "")
        #expect(sourceStamp(of: folder)?.revision == commit + "-dirty")
    }

    @Test func `outside of a repository there is nothing to tell`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("heddle-\(UUID().uuidString)", isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(sourceStamp(of: MeshFolder(root: folder)) == nil)
    }
}
