import Foundation
import Testing

/// Examples/orders-service, built with these tests from the same sources.
@Suite(.timeLimit(.minutes(3)), .enabled(if: Program.hasClients)) struct `Two services in Swift` {
    private func service(_ name: String) -> URL { Program.heddle.deletingLastPathComponent().appendingPathComponent("example-\(name)") }

    private func ids(_ output: String, _ verb: String) -> [String] {
        var ids: [String] = []
        for line in output.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            if words.count >= 2, words[0] == verb { ids.append(words[1]) }
        }
        return ids
    }

    @Test func `every order is billed, once, and both end when they are told to`() async throws {
        try await TemporaryMesh.copying(example: "orders-service") { mesh async throws in
            try await mesh.heddle("mesh", "up", "--detach")
            try await mesh.heddle("apply", "--yes")
            let status = try await mesh.heddle("mesh", "status", "--format", "json")
            let cluster = try #require(
                ((try JSONSerialization.jsonObject(with: Data(status.output.utf8)) as? [String: Any])?["clusters"] as? [[String: Any]])?.first)
            let environment = [
                "HEDDLE_BOOTSTRAP": try #require(cluster["bootstrap"] as? [String]).joined(separator: ","),
                "HEDDLE_REGISTRY": try #require(cluster["registry"] as? String), "ORDERS": "40",
            ]
            let billing = try Program.start(service("billing"), [], in: mesh.folder, environment: environment)
            let orders = try await Program.start(service("orders"), [], in: mesh.folder, environment: environment).ended()
            #expect(orders.status == 0, "\(orders.everything)")
            let ordered = ids(orders.output, "ordered")
            #expect(ordered.count == 40)
            let end = ContinuousClock.now + .seconds(90)
            while ids(billing.outputSoFar, "billed").count < 40, ContinuousClock.now < end { try await Task.sleep(for: .milliseconds(50)) }
            billing.kill(SIGTERM)
            let ended = await billing.ended()
            #expect(ended.status == 0, "\(ended.everything)")
            #expect(ids(ended.output, "billed").sorted() == ordered.sorted(), "\(ended.everything)")
            // The plan agrees with what is there: topics for retries and dead letters were made, and nothing was registered besides.
            try await mesh.heddle("plan", "--detailed-exitcode", status: 0)
        }
    }
}
