import Foundation
import Testing

@Suite(.serialized, .timeLimit(.minutes(8)), .enabled(if: Program.hasClients, "needs the Kafka clients that 'make test' installs"))
struct `A controller` {
    @Test func `three clusters, killed one after the other, and other hands: all is healed and recorded`() async throws {
        try await GitOpsScene.with(clusters: ["eu", "us", "ap"]) { scene in
            for cluster in ["eu", "us", "ap"] { try await scene.startBroker(cluster) }
            try scene.startController("first")
            try await scene.eventually("everything is there") { try await scene.isSynced(["eu", "us", "ap"]) }
            #expect(try await scene.retention(of: "orders", on: "eu") == "86400000")

            for cluster in ["eu", "us", "ap"] {
                try await scene.drift("orders", on: cluster)
                try await scene.eventually("drift on \(cluster) is mended") { try await scene.retention(of: "orders", on: cluster) == "86400000" }
            }
            for cluster in ["eu", "us", "ap"] {
                let other = cluster == "eu" ? "us" : "eu"
                await scene.killBroker(cluster)
                try await scene.drift("orders", on: other)
                try await scene.eventually("\(other) does not wait for \(cluster)") {
                    try await scene.retention(of: "orders", on: other) == "86400000"
                }
                try await scene.startBroker(cluster)
                try await scene.drift("orders", on: cluster)
                try await scene.eventually("\(cluster) is mended after it came back") {
                    try await scene.retention(of: "orders", on: cluster) == "86400000"
                }
            }

            // The controller itself, with another one standing by.
            try scene.startController("second")
            await scene.killController("first")
            try await scene.drift("orders", on: "us")
            try await scene.eventually("the one that stood by takes over") { try await scene.retention(of: "orders", on: "us") == "86400000" }

            for cluster in ["eu", "us", "ap"] {
                let log = try await scene.heddle("audit", "log", "--cluster", cluster, "--format", "json").output
                #expect(log.contains("dev.heddle.drift.seen") && log.contains("dev.heddle.apply.ended"), "\(log)")
            }
            #expect(try await scene.heddle("audit", "log", "verify").status == 0)
            try await scene.eventually("the status says so") { try await scene.isSynced(["eu", "us", "ap"]) }
        }
    }

    @Test func `what is merged is applied, what is broken is told, and what takes something away waits for a yes`() async throws {
        try await GitOpsScene.with(clusters: ["eu"]) { scene in
            try await scene.startBroker("eu")
            try scene.startController("one", "--prune")
            try await scene.eventually("the first commit is applied") { try await scene.isSynced(["eu"]) }

            try scene.write("manifests/more.yaml", GitOpsScene.topic("payments"))
            try await scene.commit("payments")
            try await scene.eventually("a topic that was merged is there") { try await scene.topics(on: "eu").contains("payments") }
            _ = try await scene.client("produce_old.py", try scene.address(of: "eu"), "payments", "0")

            try scene.write("manifests/more.yaml", "kind: Topic\n")
            try await scene.commit("broken")
            try await scene.eventually("the error is told") { try await scene.statusText().contains("more.yaml") }
            try await scene.drift("orders", on: "eu")
            try await scene.eventually("the good revision stays in force") { try await scene.retention(of: "orders", on: "eu") == "86400000" }

            try scene.write("manifests/more.yaml", "")
            try await scene.commit("no payments any more")
            let plan = try await scene.pendingPlan(on: "eu")
            #expect(try await scene.topics(on: "eu").contains("payments"))
            #expect(try await scene.heddle("approve", "000000000000", "--yes").status != 0)
            let approved = try await scene.heddle("approve", plan, "--yes", "--reason", "moved away")
            #expect(approved.status == 0, "\(approved.everything)")
            try await scene.eventually("writes are denied first, and nothing is lost") {
                let log = try await scene.heddle("audit", "log", "--format", "json").output
                return log.contains("dev.heddle.plan.approved") && log.contains("\"quarantine\"")
            }
            #expect(try await scene.topics(on: "eu").contains("payments"))
        }
    }

    @Test func `what is suspended is looked at and left alone`() async throws {
        try await GitOpsScene.with(clusters: ["eu"]) { scene in
            try await scene.startBroker("eu")
            try scene.startController("one")
            try await scene.eventually("it is in line") { try await scene.isSynced(["eu"]) }
            #expect(try await scene.heddle("suspend", "topic/eu/orders", "--reason", "an incident").status == 0)
            try await scene.drift("orders", on: "eu")
            try await scene.eventually("it shows as drifted") {
                try await scene.heddle("status", "--condition", "Drifted").output.contains("topic/eu/orders")
            }
            #expect(try await scene.retention(of: "orders", on: "eu") == "1234567")
            #expect(try await scene.heddle("resume", "topic/eu/orders").status == 0)
            try await scene.eventually("and is mended once it is resumed") { try await scene.retention(of: "orders", on: "eu") == "86400000" }
        }
    }
}
