import Foundation
import Testing

@Suite(.serialized, .timeLimit(.minutes(5)), .enabled(if: Program.hasClients, "needs the Kafka clients that 'make test' installs"))
struct `Applying to a running mesh` {
    private static func topics(_ count: Int, retention: String = "1d", prefix: String = "load") -> String {
        (0..<count).map {
            """
            apiVersion: heddle.dev/v1
            kind: Topic
            metadata: { name: \(prefix).\($0), owner: team-load }
            spec: { clusters: [one], partitions: 2, retention: { time: \(retention) } }
            """
        }.joined(separator: "\n---\n")
    }

    private static func access(_ count: Int) -> String {
        (0..<count).map {
            """
            apiVersion: heddle.dev/v1
            kind: Principal
            metadata: { name: p\($0), owner: team-load }
            ---
            apiVersion: heddle.dev/v1
            kind: Access
            metadata: { name: load-\($0), owner: team-load }
            spec: { clusters: [one], principals: [p\($0)], operations: [read, write], resources: [ { type: topic, name: load.\($0) } ] }
            """
        }.joined(separator: "\n---\n")
    }

    @Test func `of two applies at once one writes, and the other is refused or finds it done`() async throws {
        try await TemporaryMesh.with(Self.topics(300)) { mesh in
            try await mesh.up()
            async let first = Program.run(Program.heddle, ["apply", "--yes"], in: mesh.folder)
            async let second = Program.run(Program.heddle, ["apply", "--yes"], in: mesh.folder)
            let ended = [try await first, try await second]
            #expect(ended.contains { $0.status == 0 }, "\(ended.map(\.everything))")
            for one in ended where one.status != 0 {
                #expect(one.status == 4, "\(one.everything)")
                #expect(one.error.contains("holds the lease of cluster 'one'") || one.error.contains("was written to since"), "\(one.error)")
            }
            #expect(try await mesh.plan("--detailed-exitcode").changes.isEmpty)
        }
    }

    @Test func `topics, configs and rules: an apply that is killed anywhere is finished by the next`() async throws {
        try await TemporaryMesh.with(Self.topics(200) + "\n---\n" + Self.access(100)) { mesh in
            try await mesh.up()
            var chance = SystemRandomNumberGenerator()
            for round in 0..<6 {
                if round == 3 {
                    try mesh.write("manifests/rest.yaml", Self.topics(200, retention: "2d") + "\n---\n" + Self.access(50))
                }
                let apply = try Program.start(Program.heddle, ["apply", "--yes"], in: mesh.folder)
                try await Task.sleep(for: .milliseconds(Int.random(in: 50...600, using: &chance)))
                apply.kill(SIGKILL)
                _ = await apply.ended()
            }
            #expect(try await mesh.plan().notices.isEmpty)
            try await mesh.heddle("apply", "--yes")
            #expect(try await mesh.plan("--detailed-exitcode").changes.isEmpty)
        }
    }

    @Test func `an interrupt lets what is under way end, says so, and gives the lease back`() async throws {
        try await TemporaryMesh.with(Self.topics(3000)) { mesh in
            try await mesh.up()
            let apply = try Program.start(Program.heddle, ["apply", "--yes", "--format", "events"], in: mesh.folder)
            for _ in 0..<2000 where !apply.outputSoFar.contains("change-started") { try await Task.sleep(for: .milliseconds(5)) }
            apply.kill(SIGINT)
            let ended = await apply.ended()
            // It may have been done before the signal came.
            #expect(ended.status == 5 || ended.status == 0, "\(ended.error)")
            let last = try #require(ended.output.split(separator: "\n").last)
            #expect(last.contains("\"event\":\"finished\""))
            try await mesh.heddle("apply", "--yes")
            #expect(try await mesh.plan("--detailed-exitcode").changes.isEmpty)
        }
    }

    @Test func `the history tells each run, and a rollback goes back to one`() async throws {
        try await TemporaryMesh.with(Self.topics(3)) { mesh in
            try await mesh.up()
            try await mesh.heddle("apply", "--yes")
            try mesh.write("manifests/rest.yaml", Self.topics(3, retention: "9d") + "\n---\n" + Self.topics(1, prefix: "later"))
            try await mesh.heddle("apply", "--yes")
            let history = try await mesh.heddle("history").output
            #expect(history.contains("#1") && history.contains("#2") && history.contains("3 done") && history.contains("4 done"), "\(history)")
            let second = try await mesh.heddle("history", "2").output
            #expect(second.contains("done    update topic/one/load.0") && second.contains("done    create topic/one/later.0"), "\(second)")

            let back = try await mesh.heddle("rollback", "1", "--yes")
            #expect(back.error.contains("The manifests still say otherwise"), "\(back.everything)")
            let plan = try await mesh.plan()
            #expect(plan.changes.map(\.address).sorted() == ["topic/one/load.0", "topic/one/load.1", "topic/one/load.2"])
            #expect(plan.changes.allSatisfy { $0.fields.first?.old == "86400000" && !$0.drift })
            #expect(try await mesh.heddle("history").output.contains("rollback to 1"))
            try await mesh.heddle("rollback", "1", "--yes", "--prune", status: 4)
            try await mesh.heddle("rollback", "1", "--yes", "--prune", "--allow", "destructive=topic/one/later.0")
            try await mesh.heddle("rollback", "99", "--yes", status: 64)
            try await mesh.heddle("history", "99", status: 64)
        }
    }

    @Test func `what is forgotten is in the history, too`() async throws {
        try await TemporaryMesh.with(Self.topics(1)) { mesh in
            try await mesh.up()
            try await mesh.heddle("apply", "--yes")
            try await mesh.heddle("forget", "topic/one/load.0")
            #expect(try await mesh.heddle("history").output.contains("forget  1 done"))
        }
    }

    @Test func `a time limit that is over begins nothing more`() async throws {
        try await TemporaryMesh.with(Self.topics(5)) { mesh in
            try await mesh.up()
            let ended = try await mesh.heddle("apply", "--yes", "--timeout", "1ms", status: 5)
            #expect(ended.everything.contains("the time limit of 1ms was over"))
            try await mesh.heddle("apply", "--yes", "--timeout", "soon", status: 64)
            try await mesh.heddle("apply", "--yes")
        }
    }
}
