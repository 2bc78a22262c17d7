import Foundation
import Testing

/// A grant for a while, from the manifest to the broker and back.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct `Access for a while, through the program` {
    private static let manifests = """
        kind: Topic
        metadata: { name: orders, owner: team-orders, labels: { domain: orders } }
        spec: { partitions: 1 }
        ---
        kind: Principal
        metadata: { name: ada }
        ---
        kind: Principal
        metadata: { name: sre }
        spec: { members: [ada] }
        ---
        kind: Access
        metadata: { name: sre-reads-orders }
        spec:
          principals: [sre]
          operations: [read]
          resources: [{ type: topic, labels: { domain: orders } }]
          expires: 2126-12-01T19:00:00+01:00
        """
    private static let address = "access/one/User:ada/topic:orders/read"

    @Test func `is granted with its end in the plan, and taken back when that is over`() async throws {
        try await TemporaryMesh.with(Self.manifests) { mesh in
            try await mesh.up()
            let granting = try await mesh.plan()
            let grant = try #require(granting.changes.first { $0.address == Self.address })
            #expect(grant.fields == [.init(path: "until", old: nil, new: "2126-12-01 18:00 UTC", lastApplied: nil, drift: false)])
            #expect(try await mesh.heddle("render").output.contains("until 2126-12-01 18:00 UTC"))
            try await mesh.heddle("apply", "--yes")
            #expect(try await mesh.plan().changes.isEmpty)
            try await mesh.heddle("plan", "-o", "nothing.plan")

            try mesh.edit("manifests/rest.yaml", "2126-12-01T19:00:00+01:00", "2020-12-01")
            #expect(try await mesh.heddle("validate").everything.contains("access/expired"))
            let text = try await mesh.heddle("plan").output
            #expect(text.contains("- \(Self.address)"))
            #expect(text.contains("its time was over at 2020-12-02 00:00 UTC, as Access sre-reads-orders says"), "\(text)")
            #expect(try await mesh.heddle("apply", "nothing.plan", "--yes", status: 4).everything.contains("stale"))
            try await mesh.heddle("apply", "--yes")
            #expect(try await mesh.plan().changes.isEmpty)
        }
    }
}
