import MeshModel
import Testing

@testable import AccessAnalysis

struct FindingDetailTests {
    private func grant(_ principal: String, _ operation: String, _ resource: String, deny: Bool = false, name: String = "grant") -> String {
        "kind: Access\nmetadata: { name: \(name) }\nspec:\n" + (deny ? "  permission: deny\n" : "")
            + "  principals: [\(principal)]\n  operations: [\(operation)]\n  resources:\n    - \(resource)\n"
    }

    @Test func `the base mesh has nothing that is bad`() throws {
        let audit = try AuditFixture("kind: Principal\nmetadata: { name: idle }\n").audit()
        #expect(audit.findings.filter { $0.severity > .low } == [])
    }

    @Test func `a grant whose time is over gives nobody anything`() throws {
        func found(_ expires: String) throws -> Int {
            let manifest = grant("analytics", "alter", "{ type: cluster, any: true }") + "  expires: \(expires)\n"
            return try AuditFixture(manifest).audit([.escalation]).findings.count
        }
        #expect(try found("2026-07-01T00:00:01Z") == 1)
        #expect(try found("2026-07-01T00:00:00Z") == 0)
    }

    @Test func `the same on two clusters is one finding of both`() throws {
        let two = """
            kind: Cluster
            metadata: { name: eu }
            spec: { engine: kafka, addresses: ["127.0.0.1:9092"] }
            ---
            kind: Cluster
            metadata: { name: us }
            spec: { engine: kafka, addresses: ["127.0.0.1:9093"] }
            ---

            """
        let audit = try AuditFixture(two + grant("analytics", "alter", "{ type: cluster, any: true }")).audit([.escalation])
        #expect(audit.findings.map(\.clusters) == [["eu", "us"]])
        #expect(audit.findings.map(\.severity) == [.critical])
    }

    @Test func `who may delete the dead letters of a topic that it writes to can hide what it did`() throws {
        let more = """
            kind: Principal
            metadata: { name: crm }
            ---
            kind: Application
            metadata: { name: crm, owner: team-crm }
            spec:
              principal: crm
              consumes: [{ topic: orders.created, group: crm, deadLetter: {} }]
            ---

            """
        let audit = try AuditFixture(more + grant("checkout", "delete", "{ type: topic, prefix: orders.created.crm. }")).audit([.separationOfDuties])
        #expect(audit.findings.map { $0.evidence.first?.values } == [["write-and-erase"]])
        let harmless = try AuditFixture(more + grant("analytics", "delete", "{ type: topic, prefix: orders.created.crm. }")).audit([.separationOfDuties])
        #expect(harmless.findings == [])
    }

    @Test func `rights that are two duties together are found wherever they stand`() throws {
        let apart = grant("analytics", "write", "{ type: topic, prefix: orders. }", name: "one") + "---\n" + grant("analytics", "alter", "{ type: cluster, any: true }", name: "two")
        #expect(try AuditFixture(apart).audit([.separationOfDuties]).findings.map { $0.evidence.first?.values } == [["write-and-grant"]])
        let denied = apart + "---\n" + grant("analytics", "write", "{ type: topic, any: true }", deny: true, name: "three")
        #expect(try AuditFixture(denied).audit([.separationOfDuties]).findings == [])
    }

    @Test func `tokens for another are a way to be the other, and on`() throws {
        let live = """
            allow User:analytics create-tokens user literal User:middle
            allow User:middle create-tokens user prefix User:ad
            allow User:admin alter cluster literal kafka-cluster

            """
        let audit = try AuditFixture("kind: Principal\nmetadata: { name: analytics2 }\n", live: live).audit([.escalation])
        let ways = audit.findings.compactMap { finding in finding.evidence.first { $0.label == "way" }?.values.first }
        #expect(ways.sorted() == ["User:analytics → User:middle → User:admin", "User:middle → User:admin"])
        #expect(audit.findings.map(\.severity) == [.critical, .critical, .critical])
    }

    @Test func `writing where Heddle keeps what it believes is a way to more`() throws {
        let audit = try AuditFixture("kind: Principal\nmetadata: { name: x }\n", live: "allow User:x write topic prefix __hed\n").audit([.escalation])
        #expect(audit.findings.map(\.message) == ["'User:x' can write what Heddle believes ('__heddle.state')"])
        let registry = try AuditFixture("kind: Principal\nmetadata: { name: x }\n", live: "allow User:x write topic literal _schemas\n").audit([.escalation])
        #expect(registry.findings.map(\.severity) == [.high])
    }

    @Test func `a denial takes a way away`() throws {
        let live = "allow User:x alter cluster literal kafka-cluster\ndeny User:* alter cluster literal kafka-cluster\n"
        #expect(try AuditFixture("kind: Principal\nmetadata: { name: x }\n", live: live).audit([.escalation]).findings == [])
    }

    @Test func `domains are labels first, then the mesh's own table, then what owners have`() throws {
        let settings = """
            apiVersion: heddle.dev/v1
            kind: Mesh
            metadata: { name: shop }
            spec: { audit: { domains: { stock: { topics: [stock.], owners: [team-stock] }, special: { topics: [stock.special.], principals: [clerk] } } } }
            ---
            kind: Topic
            metadata: { name: stock.level, owner: nobody-knows }
            spec: { clusters: [eu] }
            ---
            kind: Topic
            metadata: { name: stock.special.offer, owner: team-payments }
            spec: { clusters: [eu] }
            ---
            kind: Topic
            metadata: { name: unlabelled, owner: team-payments }
            spec: { clusters: [eu] }
            ---
            kind: Topic
            metadata: { name: nobodys, owner: nobody-knows }
            spec: { clusters: [eu] }
            ---
            kind: Topic
            metadata: { name: stock.labelled, owner: team-other, labels: { domain: other } }
            spec: { clusters: [eu] }
            ---
            kind: Principal
            metadata: { name: clerk }

            """
        let scene = try AuditFixture(settings).scene
        let topics = try #require(scene.clusters.first?.topics)
        let domains = ["stock.level", "stock.special.offer", "unlabelled", "nobodys", "stock.labelled"].map { topics[$0]?.domain }
        #expect(domains == ["stock", "special", "payments", nil, "other"])
        #expect(scene.principals["User:clerk"]?.domain == "special")
        #expect(scene.principals["User:checkout"]?.domain == "orders")
    }

    @Test func `data is followed over several steps, and who carries it is no stranger`() {
        let flows = [("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")].map { DataFlow(from: $0.0, to: $0.1, carrier: "Application x", kind: .application) }
        let reach = FlowGraph(flows).reach(from: "a")
        #expect(reach.keys.sorted() == ["b", "c", "d"])
        #expect(reach["d"].map(wayText) == "a → (Application x) → b → (Application x) → c → (Application x) → d")
    }

    @Test func `a suppression holds up to its last day, and for what it names`() throws {
        func mesh(_ suppression: String) -> String {
            "apiVersion: heddle.dev/v1\nkind: Mesh\nmetadata: { name: shop }\nspec:\n  audit:\n    suppressions:\n      - { code: read-without-group, owner: me, reason: why, \(suppression) }\n---\n"
                + grant("analytics", "read", "{ type: topic, name: orders.created }")
        }
        func codes(_ suppression: String) throws -> [String] {
            let audit = try AuditFixture(mesh(suppression)).audit([.readWithoutGroup, .expiredSuppression, .unmatchedSuppression])
            return audit.findings.map(\.code.rawValue) + audit.suppressed.map { "suppressed \($0.finding.code.rawValue)" }
        }
        #expect(try codes("expires: 2026-06-30") == ["suppressed read-without-group"])
        #expect(try codes("expires: 2026-06-29") == ["expired-suppression", "read-without-group"])
        #expect(try codes("principal: analytics, expires: 2027-01-01") == ["suppressed read-without-group"])
        #expect(try codes("principal: \"User:ana*\", resource: \"topic:orders.*\", expires: 2027-01-01") == ["suppressed read-without-group"])
        #expect(try codes("principal: checkout, expires: 2027-01-01") == ["read-without-group", "unmatched-suppression"])
        #expect(try codes("resource: \"topic:payments.*\", expires: 2027-01-01") == ["read-without-group", "unmatched-suppression"])
    }
}
