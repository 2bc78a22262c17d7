import Foundation
import Testing

@Suite(.serialized, .timeLimit(.minutes(5)), .enabled(if: Program.hasClients, "needs the Kafka clients that 'make test' installs"))
struct `From a manifest to a running mesh` {
    static let topic = """
        apiVersion: heddle.dev/v1
        kind: Topic
        metadata: { name: orders.created, owner: team-checkout }
        spec:
          clusters: [one]
          partitions: 3
          retention: { time: 7d }
        """

    @Test func `the example is applied, and the plan after it is empty`() async throws {
        try await TemporaryMesh.copying(example: "orders") { mesh in
            try await mesh.heddle("validate")
            try await mesh.heddle("plan", status: 3)
            try await mesh.up("eu")
            let plan = try await mesh.plan("--detailed-exitcode", status: 2)
            #expect(plan.changes.allSatisfy { $0.action == "create" })
            try await mesh.heddle("apply", status: 64)
            try await mesh.heddle("apply", "--yes")
            #expect(try await mesh.plan("--detailed-exitcode").changes.isEmpty)
        }
    }

    @Test func `topics, configs and rules survive a restart`() async throws {
        try await TemporaryMesh.copying(example: "orders") { mesh in
            try await mesh.up("eu")
            try await mesh.heddle("apply", "--yes")
            try await mesh.heddle("mesh", "down")
            try await mesh.up("eu")
            #expect(try await mesh.plan("--detailed-exitcode").changes.isEmpty)
        }
    }

    @Test func `an edit shows as exactly that, and a hand-made change as drift`() async throws {
        try await TemporaryMesh.with(Self.topic) { mesh in
            let bootstrap = try await mesh.up()
            try await mesh.heddle("apply", "--yes")
            try mesh.edit("manifests/rest.yaml", "partitions: 3", "partitions: 6")
            try mesh.edit("manifests/rest.yaml", "time: 7d", "time: 14d")
            let edited = try await mesh.plan("--detailed-exitcode", status: 2)
            #expect(edited.changes.map(\.address) == ["topic/one/orders.created"])
            #expect(edited.changes.first?.fields == [
                .init(path: "partitions", old: "3", new: "6", drift: false),
                .init(path: "config.retention.ms", old: "604800000", new: "1209600000", drift: false),
            ])
            try await mesh.heddle("apply", "--yes")

            try await mesh.client("alter_config.py", bootstrap, "orders.created", "retention.ms", "3600000")
            let drifted = try await mesh.plan("--detailed-exitcode", status: 2)
            #expect(drifted.changes.map(\.drift) == [true])
            #expect(drifted.changes.first?.fields == [
                .init(path: "config.retention.ms", old: "3600000", new: "1209600000", lastApplied: "1209600000", drift: true)
            ])
            try await mesh.heddle("apply", "--yes")
            #expect(try await mesh.plan("--detailed-exitcode").changes.isEmpty)
        }
    }

    @Test func `what another tool made is neither changed nor deleted`() async throws {
        try await TemporaryMesh.with(Self.topic) { mesh in
            let bootstrap = try await mesh.up()
            try await mesh.client("make_topic.py", bootstrap, "theirs", "2")
            try await mesh.client("make_topic.py", bootstrap, "orders.created", "2")
            let before = try await mesh.client("describe.py", bootstrap)

            let plan = try await mesh.plan(status: 4)
            #expect(plan.notices.map(\.kind) == ["not-owned"])
            try await mesh.heddle("apply", "--yes", "--prune", "--allow", "destructive", status: 4)
            #expect(try await mesh.client("describe.py", bootstrap) == before)

            try mesh.edit("manifests/rest.yaml", "owner: team-checkout }", "owner: team-checkout, annotations: { heddle.dev/adopt: \"true\" } }")
            try await mesh.heddle("apply", "--yes")
            #expect(try await mesh.plan("--detailed-exitcode").changes.isEmpty)
        }
    }

    @Test func `a topic goes only when its going is asked for and allowed by name`() async throws {
        try await TemporaryMesh.with(Self.topic) { mesh in
            let bootstrap = try await mesh.up()
            try await mesh.client("make_topic.py", bootstrap, "theirs", "2")
            try await mesh.heddle("apply", "--yes")
            try mesh.write("manifests/rest.yaml", "")
            #expect(try await mesh.plan("--detailed-exitcode").notices.map(\.kind) == ["orphan"])
            try await mesh.heddle("apply", "--yes", "--prune", status: 4)
            try await mesh.heddle("apply", "--yes", "--prune", "--allow", "destructive=topic/one/other", status: 4)
            #expect(try await mesh.client("describe.py", bootstrap).contains("orders.created"))
            try await mesh.heddle("apply", "--yes", "--prune", "--allow", "destructive=topic/one/orders.created")
            let left = try await mesh.client("describe.py", bootstrap)
            #expect(!left.contains("orders.created") && left.contains("theirs"))
        }
    }

    @Test func `a thousand topics are applied, described back equal, and planned empty`() async throws {
        try await TemporaryMesh.with(Self.thousandTopics) { mesh in
            let bootstrap = try await mesh.up()
            try await mesh.heddle("apply", "--yes")
            let described = try await mesh.client("describe.py", bootstrap).split(separator: "\n").filter { $0.hasPrefix("load.") }
            let expected = (0..<1000).map { "load.\($0) partitions=\($0 % 4 + 1) retention.ms=\(($0 % 7 + 1) * 86_400_000)" }.sorted()
            #expect(described.map(String.init).sorted() == expected)
            #expect(try await mesh.plan("--detailed-exitcode").changes.isEmpty)
        }
    }

    @Test func `an apply that is killed is finished by the next`() async throws {
        try await TemporaryMesh.with(Self.thousandTopics) { mesh in
            try await mesh.up()
            for delay in [60, 120, 200, 300, 400] {
                let apply = try Program.start(Program.heddle, ["apply", "--yes"], in: mesh.folder)
                try await Task.sleep(for: .milliseconds(delay))
                apply.kill(SIGKILL)
                _ = await apply.ended()
            }
            #expect(try await mesh.plan().notices.isEmpty)
            try await mesh.heddle("apply", "--yes")
            #expect(try await mesh.plan("--detailed-exitcode").changes.isEmpty)
        }
    }

    static let thousandTopics = (0..<1000).map {
        """
        apiVersion: heddle.dev/v1
        kind: Topic
        metadata: { name: load.\($0), owner: team-load }
        spec: { clusters: [one], partitions: \($0 % 4 + 1), retention: { time: \($0 % 7 + 1)d } }
        """
    }.joined(separator: "\n---\n")
}
