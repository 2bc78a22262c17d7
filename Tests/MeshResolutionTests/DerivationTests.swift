import Diagnostics
import MeshModel
import Testing

struct DerivationTests {
    private let base =
        twoClusters + """
            kind: Principal
            metadata: { name: checkout }
            ---
            kind: Principal
            metadata: { name: billing }
            spec: { mtls: { subject: "CN=billing,O=shop" } }
            ---
            kind: Topic
            metadata: { name: orders, owner: a }
            spec: { clusters: [eu, us], partitions: 4, config: { max.message.bytes: 2000000, segment.ms: 5000 } }
            ---

            """

    private func application(_ spec: String, named name: String = "checkout", principal: String = "checkout") -> String {
        "kind: Application\nmetadata: { name: \(name), owner: team-\(name) }\nspec:\n  principal: \(principal)\n  "
            + spec.split(separator: "\n").joined(separator: "\n  ") + "\n---\n"
    }

    private func rules(_ verdict: Verdict, on cluster: String) -> [String] {
        (verdict.mesh?.clusters[cluster]?.access.keys.sorted() ?? []).map(\.addressName)
    }

    @Test func `producing grants write wherever the topic is, and the transactional id`() {
        let verdict = verdict(of: base + application("produces: [{ topic: orders, transactionalId: tx-1 }]"))
        for cluster in ["eu", "us"] {
            #expect(
                rules(verdict, on: cluster) == ["User:checkout/topic:orders/write", "User:checkout/transactional-id:tx-1/write"])
        }
    }

    @Test func `a certificate's subject is the principal`() {
        let verdict = verdict(of: base + application("produces: [{ topic: orders }]", principal: "billing"))
        #expect(rules(verdict, on: "eu") == ["User:CN=billing,O=shop/topic:orders/write"])
    }

    @Test func `an application's clusters narrow its rules and what follows from it`() throws {
        let verdict = verdict(
            of: base
                + application(
                    "consumes: [{ topic: orders, group: g, retry: { attempts: 3 }, deadLetter: {} }]\nclusters: { labels: { region: us } }"
                ))
        #expect(rules(verdict, on: "eu").isEmpty)
        #expect(
            rules(verdict, on: "us") == [
                "User:checkout/group:g/read", "User:checkout/topic:orders.g.dlq/write", "User:checkout/topic:orders.g.retry/read",
                "User:checkout/topic:orders.g.retry/write", "User:checkout/topic:orders/read",
            ])
        #expect(verdict.mesh?.clusters["eu"]?.topics.keys.sorted() == ["orders"])
        let dlq = try #require(verdict.mesh?.clusters["us"]?.topics["orders.g.dlq"])
        #expect(dlq.partitions == 4 && dlq.owner == "team-checkout" && dlq.isDerived)
        #expect(dlq.config == ["retention.ms": .value("1209600000"), "max.message.bytes": .value("2000000")])
        #expect(dlq.origin.document == "Application checkout")
    }

    @Test func `a declared topic takes the place of a derived one`() throws {
        let own = "kind: Topic\nmetadata: { name: orders.g.dlq, owner: b }\nspec: { clusters: [eu, us], partitions: 1 }\n---\n"
        let verdict = verdict(of: base + own + application("consumes: [{ topic: orders, group: g, deadLetter: {} }]"))
        let dlq = try #require(verdict.mesh?.clusters["eu"]?.topics["orders.g.dlq"])
        #expect(dlq.partitions == 1 && !dlq.isDerived && dlq.owner == "b")
    }

    @Test func `dead letters can be consumed, and have dead letters of their own`() {
        let verdict = verdict(
            of: base + application("consumes: [{ topic: orders.g.dlq, group: mender, deadLetter: {} }]", named: "mender")
                + application("consumes: [{ topic: orders, group: g, deadLetter: {} }]"))
        #expect(verdict.codes == [])
        #expect(verdict.mesh?.clusters["eu"]?.topics.keys.sorted() == ["orders", "orders.g.dlq", "orders.g.dlq.mender.dlq"])
    }

    @Test func `one rule that two documents want has both as its origins`() throws {
        let verdict = verdict(
            of: base + application("consumes: [{ topic: orders, group: a }]")
                + application("consumes: [{ topic: orders, group: b }]", named: "other"))
        let access = try #require(verdict.mesh?.clusters["eu"]?.access)
        let rule = try #require(access.first { $0.key.addressName == "User:checkout/topic:orders/read" })
        #expect(rule.value.origins.map(\.document) == ["Application checkout", "Application other"])
    }

    @Test func `access is multiplied out, roles by what they mean for each type`() {
        let access = """
            kind: Access
            metadata: { name: readers }
            spec:
              principals: [checkout, "*"]
              role: reader
              resources: [{ type: topic, prefix: o }, { type: group, any: true }, { type: cluster, any: true }]
              hosts: ["10.0.0.1", "10.0.0.2"]
              clusters: [eu]
            """
        let verdict = verdict(of: base + access)
        #expect(rules(verdict, on: "us").isEmpty)
        #expect(rules(verdict, on: "eu").count == 12)
        #expect(rules(verdict, on: "eu").contains("User:*/cluster:kafka-cluster/describe@10.0.0.2"))
        #expect(rules(verdict, on: "eu").contains("User:checkout/group:*/read@10.0.0.1"))
    }

    @Test(arguments: [
        ("operations: [write]", "name: orders", true), ("operations: [describe]", "name: orders", true),
        ("operations: [all]", "any: true", true),
        ("operations: [read]", "name: orders", false), ("operations: [write]", "prefix: pay", false),
        ("operations: [write]", "prefix: ord", true),
    ])
    func `a denial that stops an application is told, and no other`(_ operations: String, _ resource: String, _ stops: Bool) {
        let denial =
            "kind: Access\nmetadata: { name: no }\nspec: { permission: deny, principals: [\"*\"], \(operations), resources: [{ type: topic, \(resource) }] }\n"
        let verdict = verdict(of: base + application("produces: [{ topic: orders }]") + denial)
        #expect(verdict.codes == (stops ? ["application/denied"] : []))
    }
}
