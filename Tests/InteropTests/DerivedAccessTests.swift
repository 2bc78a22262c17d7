import Foundation
import Testing

/// Derived rules as a foreign client meets them on a cluster that denies by default. Embedded listeners tell nobody apart, so
/// the application, and the person, are `User:ANONYMOUS`.
@Suite(.serialized, .timeLimit(.minutes(8)), .enabled(if: Program.hasClients, "needs the Kafka clients that 'make test' installs"))
struct `Derived access in use` {
    private static let topics = ["orders", "payments", "carts"].map {
        "kind: Topic\nmetadata: { name: \($0), owner: team-checkout }\nspec: { partitions: 1 }\n---\n"
    }.joined()

    private static func application(runsAs principal: String, produces: String) -> String {
        """
        kind: Application
        metadata: { name: checkout, owner: team-checkout }
        spec:
          principal: \(principal)
          produces: [\(produces)]
          consumes: [{ topic: carts, group: checkout, retry: { attempts: 3 }, deadLetter: {} }]
        ---

        """
    }

    /// Kafka's names of principals have capitals, names of documents do not.
    private static let anonymous = "kind: Principal\nmetadata: { name: anonymous }\nspec: { oauth: { subject: ANONYMOUS } }\n---\n"

    /// Lets the client take rules away and put them back.
    private static let keeper = """
        kind: Access
        metadata: { name: keeper }
        spec: { principals: [anonymous], operations: [alter], resources: [{ type: cluster, any: true }] }
        ---

        """

    @Test func `an application does all that it says with what is derived, and less is too little`() async throws {
        let manifests =
            Self.topics + Self.anonymous + Self.application(runsAs: "anonymous", produces: "{ topic: orders }, { topic: payments, transactionalId: checkout-1 }")
            + Self.keeper
        try await verify(manifests, as: "application")
    }

    @Test func `a person on call replays dead letters with what the role gives, and less is too little`() async throws {
        let manifests =
            Self.topics + Self.anonymous + "kind: Principal\nmetadata: { name: checkout }\n---\n" + Self.application(runsAs: "checkout", produces: "{ topic: orders }") + Self.keeper
            + """
            kind: Principal
            metadata: { name: on-call-team }
            spec: { members: [anonymous] }
            ---
            kind: Access
            metadata: { name: on-call-for-checkout }
            spec: { principals: [on-call-team], role: on-call, resources: [{ application: checkout }] }

            """
        try await verify(manifests, as: "on-call")
    }

    /// Everything is made while everybody may, then the door is shut.
    private func verify(_ manifests: String, as part: String) async throws {
        try await TemporaryMesh.with(manifests) { mesh in
            try mesh.edit(
                "manifests/clusters.yaml", "engine: embedded",
                "engine: embedded\n  authorization: { default: deny, superPrincipals: [\"User:ANONYMOUS\"] }")
            let open = try await mesh.up()
            try await mesh.heddle("apply", "--yes")
            try await mesh.client("derived_access_client.py", open, "fill", "orders", "carts", "carts.checkout.retry", "carts.checkout.dlq")
            try await mesh.heddle("mesh", "down")
            try mesh.edit("manifests/clusters.yaml", ", superPrincipals: [\"User:ANONYMOUS\"]", "")
            let said = try await mesh.client("derived_access_client.py", try await mesh.up(), part)
            #expect(said.contains("rules are needed, and enough"))
        }
    }
}
