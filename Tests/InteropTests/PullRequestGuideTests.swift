import Foundation
import Testing

/// docs/guides/pull-requests.md, done: every shell step of its pipelines is run, with the servers' programs played by stubs that
/// write down what they were asked.
@Suite(.serialized, .timeLimit(.minutes(5))) struct `The guide to pull requests` {
    static func guide() throws -> PipelineGuide {
        PipelineGuide(try String(contentsOf: Program.root.appendingPathComponent("docs/guides/pull-requests.md"), encoding: .utf8))
    }

    @Test func `has pipelines with steps`() throws {
        let guide = try Self.guide()
        #expect(guide.pipelines.map(\.count) == [1, 6, 2, 4])
        #expect(guide.scripts.count == 1)
    }

    @Test func `does as it says with GitHub's pipelines`() async throws {
        let guide = try Self.guide()
        try await Self.withChangedMesh { mesh in
            try await Self.run(guide.pipelines[0], in: mesh)
            try Self.propose(mesh)
            try await Self.run(guide.pipelines[1], in: mesh)
            let asked = try String(contentsOf: mesh.folder.appendingPathComponent("asked"), encoding: .utf8)
            #expect(asked.contains("gh run download"))
            #expect(asked.contains("gh api repos/acme/mesh/issues/7/comments --field body=@comment.md"))
            let comment = try String(contentsOf: mesh.folder.appendingPathComponent("comment.md"), encoding: .utf8)
            #expect(comment.hasPrefix("<!-- heddle-plan: test -->\n"))
            #expect(comment.contains("topic/one/returns"))
            #expect(comment.contains("from the snapshot of"))
            try await Self.run(guide.pipelines[2], in: mesh)
            let again = try await mesh.heddle("apply", "--yes", "release.plan", status: 4)
            #expect(again.error.contains("'release.plan' is stale: the mesh has changed since it was made"))
            #expect(again.error.contains("topic/one/returns is new"))
            #expect(try await mesh.plan().changes.isEmpty)
        }
    }

    @Test func `does as it says with GitLab's pipeline`() async throws {
        let guide = try Self.guide()
        try await Self.withChangedMesh { mesh in
            try await Self.run(Array(guide.pipelines[3].prefix(1)), in: mesh)
            try Self.propose(mesh)
            try await Self.run(Array(guide.pipelines[3].dropFirst()), in: mesh)
            let asked = try String(contentsOf: mesh.folder.appendingPathComponent("asked"), encoding: .utf8)
            #expect(asked.contains("--request POST --data-urlencode body@comment.md https://gitlab/projects/3/merge_requests/7/notes"))
            #expect(try await mesh.plan().changes.isEmpty)
            let file = mesh.folder.appendingPathComponent("release.plan").path
            let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }
    }

    @Test func `compares two states without any mesh`() async throws {
        let guide = try Self.guide()
        try await Self.withChangedMesh { mesh in
            try Self.propose(mesh)
            try await Self.run([.init(job: "diff", script: guide.scripts[0])], in: mesh)
            let comment = try String(contentsOf: mesh.folder.appendingPathComponent("comment.md"), encoding: .utf8)
            #expect(comment.contains("<!-- heddle-diff: test -->") && comment.contains("topic/one/returns"))
        }
    }

    // MARK: Harness

    /// A mesh in a repository, up and applied.
    private static func withChangedMesh(_ body: (TemporaryMesh) async throws -> Void) async throws {
        try await TemporaryMesh.with(MeshStoryTopics.declared) { mesh in
            try await mesh.up()
            try await mesh.heddle("apply", "--yes")
            try mesh.write(".gitignore", ".heddle\n.stubs\nasked\n")
            for name in ["gh", "curl", "jq"] {
                // jq answers nothing: there is no earlier comment.
                let stub = "#!/bin/sh\necho \"\(name) $*\" >> '\(mesh.folder.path)/asked'\n"
                try mesh.write(".stubs/\(name)", stub)
                try FileManager.default.setAttributes(
                    [.posixPermissions: 0o755], ofItemAtPath: mesh.folder.appendingPathComponent(".stubs/\(name)").path)
            }
            try await shell(
                "git init -q -b main && git add -A && git -c user.name=t -c user.email=t@example.com commit -qm mesh && git checkout -q -b change", in: mesh)
            try await body(mesh)
        }
    }

    private static func propose(_ mesh: TemporaryMesh) throws {
        try mesh.write(
            "manifests/returns.yaml",
            "apiVersion: heddle.dev/v1\nkind: Topic\nmetadata: { name: returns, owner: team-checkout }\nspec: { clusters: [one], partitions: 1 }\n")
    }

    private static func run(_ steps: [PipelineGuide.Step], in mesh: TemporaryMesh) async throws {
        for step in steps { try await shell(step.script, in: mesh, job: step.job) }
    }

    private static func shell(_ script: String, in mesh: TemporaryMesh, job: String = "") async throws {
        let path = mesh.folder.appendingPathComponent(".stubs").path + ":" + Program.heddle.deletingLastPathComponent().path + ":"
            + (ProcessInfo.processInfo.environment["PATH"] ?? "")
        // As GitHub's runners do it.
        let ended = try await Program.run(
            URL(fileURLWithPath: "/bin/bash"), ["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script], in: mesh.folder,
            environment: [
                "PATH": path, "GITHUB_REPOSITORY": "acme/mesh", "PULL_REQUEST": "7", "GITHUB_STEP_SUMMARY": mesh.folder.appendingPathComponent("asked").path,
                "CI_API_V4_URL": "https://gitlab", "CI_PROJECT_ID": "3", "CI_MERGE_REQUEST_IID": "7", "CI_JOB_TOKEN": "t", "COMMENT_TOKEN": "t",
                "CI_DEFAULT_BRANCH": "main", "GITHUB_BASE_REF": "", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "",
            ])
        #expect(ended.status == 0, "\(job): \(script)\n\(ended.everything)")
    }
}
