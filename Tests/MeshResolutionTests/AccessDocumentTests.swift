import Determinism
import Diagnostics
import MeshModel
import MeshResolution
import Testing

struct AccessDocumentTests {
    private let base =
        twoClusters + """
            kind: Principal
            metadata: { name: checkout }
            ---
            kind: Principal
            metadata: { name: ada }
            spec: { mtls: { subject: "CN=ada" } }
            ---
            kind: Principal
            metadata: { name: grace }
            ---
            kind: Principal
            metadata: { name: sre }
            spec: { members: [ada, grace] }
            ---
            kind: Topic
            metadata: { name: carts, owner: a, labels: { domain: shop, tier: gold } }
            spec: { clusters: [eu, us] }
            ---
            kind: Topic
            metadata: { name: orders, owner: a, labels: { domain: shop } }
            spec: { clusters: [eu] }
            ---
            kind: Application
            metadata: { name: checkout, owner: a }
            spec:
              principal: checkout
              produces: [{ topic: orders, transactionalId: tx }]
              consumes: [{ topic: carts, group: g, retry: { attempts: 3 }, deadLetter: {} }]
              clusters: [eu]
            ---

            """

    private func access(_ spec: String, named name: String = "a") -> String {
        "kind: Access\nmetadata: { name: \(name) }\nspec: { \(spec) }\n---\n"
    }

    /// The rules that are not the application's own.
    private func rules(_ verdict: Verdict, on cluster: String = "eu") -> [String] {
        (verdict.mesh?.clusters[cluster]?.access ?? [:]).filter { $0.value.origins.contains { $0.document.hasPrefix("Access") } }.keys.sorted().map(\.addressName)
    }

    @Test func `on call for an application: dead letters are read, written back, and groups moved`() {
        let verdict = verdict(of: base + access("principals: [grace], role: on-call, resources: [{ application: checkout }]"))
        #expect(verdict.codes == [])
        #expect(
            rules(verdict) == [
                "User:grace/group:g/read", "User:grace/topic:carts.g.dlq/describe-configs", "User:grace/topic:carts.g.dlq/read",
                "User:grace/topic:carts.g.retry/describe-configs", "User:grace/topic:carts.g.retry/read", "User:grace/topic:carts.g.retry/write",
                "User:grace/topic:carts/describe-configs", "User:grace/topic:carts/read", "User:grace/topic:carts/write",
                "User:grace/topic:orders/describe", "User:grace/topic:orders/describe-configs", "User:grace/transactional-id:tx/describe",
            ])
        #expect(rules(verdict, on: "us").isEmpty, "the application does not run there")
    }

    @Test func `operations on an application go to the parts that know them`() {
        let verdict = verdict(of: base + access("principals: [grace], operations: [write], resources: [{ application: checkout }]"))
        #expect(verdict.codes == [])
        #expect(
            rules(verdict) == [
                "User:grace/topic:carts.g.dlq/write", "User:grace/topic:carts.g.retry/write", "User:grace/topic:carts/write", "User:grace/topic:orders/write",
                "User:grace/transactional-id:tx/write",
            ])
        let impossible = self.verdict(base + access("principals: [grace], operations: [cluster-action], resources: [{ application: checkout }]"))
        #expect(impossible.codes == ["access/invalid-operation"])
    }

    private func verdict(_ text: String) -> Verdict { MeshResolutionTests.verdict(of: text) }
    private func verdict(of text: String) -> Verdict { MeshResolutionTests.verdict(of: text) }

    @Test func `a group's members get what it gets, each once`() {
        let verdict = verdict(of: base + access("principals: [grace, sre], operations: [read], resources: [{ type: topic, name: orders }], clusters: [eu]"))
        #expect(verdict.codes == [])
        #expect(rules(verdict) == ["User:CN=ada/topic:orders/read", "User:grace/topic:orders/read"])
    }

    @Test func `a viewer of everything sees topics, groups, transactional ids and the cluster`() {
        let verdict = verdict(of: base + access("principals: [grace], role: viewer, resources: [{ everything: true }]"))
        #expect(verdict.codes == [])
        let wanted = [
            "User:grace/cluster:kafka-cluster/describe", "User:grace/cluster:kafka-cluster/describe-configs", "User:grace/group:*/describe",
            "User:grace/topic:*/describe", "User:grace/topic:*/describe-configs", "User:grace/transactional-id:*/describe",
        ]
        #expect(rules(verdict) == wanted && rules(verdict, on: "us") == wanted)
    }

    @Test func `labels select declared topics where they are, and all of them must hold`() {
        let one = verdict(of: base + access("principals: [grace], operations: [read], resources: [{ type: topic, labels: { domain: shop } }]"))
        #expect(rules(one) == ["User:grace/topic:carts/read", "User:grace/topic:orders/read"])
        #expect(rules(one, on: "us") == ["User:grace/topic:carts/read"])
        let both = verdict(of: base + access("principals: [grace], operations: [read], resources: [{ type: topic, labels: { domain: shop, tier: gold } }]"))
        #expect(rules(both) == ["User:grace/topic:carts/read"])
    }

    @Test func `a rule that several documents want has the last of their ends, or none`() throws {
        let read = "principals: [grace], operations: [read], resources: [{ type: topic, name: orders }], clusters: [eu]"
        func end(_ others: String...) throws -> Instant? {
            let text = others.enumerated().map { access("\(read)\($1.isEmpty ? "" : ", expires: \($1)")", named: "a\($0)") }.joined()
            return try #require(verdict(of: base + text).mesh?.clusters["eu"]?.access.first { $0.key.principal == "User:grace" }).value.expires
        }
        #expect(try end("2027-12-01T18:00:00Z") == Instant(rfc3339: "2027-12-01T18:00:00Z"))
        #expect(try end("2027-12-01") == Instant(rfc3339: "2027-12-02T00:00:00Z"))
        #expect(try end("2027-12-01", "2027-12-31", "2027-12-03") == Instant(rfc3339: "2028-01-01T00:00:00Z"))
        #expect(try end("2027-12-01", "") == nil)
        #expect(try end("", "2027-12-01") == nil)
    }

    @Test func `what an application needs has no end, whatever else asks for it`() throws {
        let text = base + access("principals: [checkout], operations: [write], resources: [{ type: topic, name: orders }], clusters: [eu], expires: 2027-12-01")
        let access = try #require(verdict(of: text).mesh?.clusters["eu"]?.access)
        let rule = try #require(access.first { $0.key.addressName == "User:checkout/topic:orders/write" })
        #expect(rule.value.expires == nil && rule.value.origins.count == 2)
    }

    @Test func `a denial stands beside what an application needs, and is told`() throws {
        let denial = access("permission: deny, principals: [checkout], operations: [read], resources: [{ application: checkout }]")
        let verdict = verdict(of: base + denial)
        #expect(Set(verdict.codes) == ["application/denied"])
        let names = try #require(verdict.mesh?.clusters["eu"]?.access.keys.map(\.addressName))
        #expect(Set(names).isSuperset(of: ["User:checkout/group:g/read", "User:checkout/group:g/deny-read", "User:checkout/topic:carts/deny-read"]))
    }

    @Test(arguments: ["tomorrow", "2026-02-30", "2026-12-01T18:00:00", "2026-12-01 18:00:00Z"])
    func `what is no end is refused`(_ text: String) {
        let verdict = verdict(of: base + access("principals: [grace], operations: [read], resources: [{ type: topic, name: orders }], expires: \"\(text)\""))
        #expect(verdict.codes == ["manifest/invalid-value"])
    }

    @Test(arguments: [
        "{ application: checkout, type: topic }", "{ application: checkout, name: orders }", "{ everything: true, type: topic }", "{ type: topic }", "{ name: orders }",
        "{ everything: false }", "{ type: topic, labels: {} }", "{}",
    ])
    func `a resource that says too much or too little is refused`(_ resource: String) {
        let verdict = verdict(of: base + access("principals: [grace], operations: [read], resources: [\(resource)]"))
        #expect(verdict.mesh == nil && verdict.codes.allSatisfy { $0.hasPrefix("manifest/") }, "\(verdict.codes)")
    }

    @Test func `drift rules become the mesh's policy`() throws {
        let mesh = """
            apiVersion: heddle.dev/v1
            kind: Mesh
            metadata: { name: shop }
            spec:
              drift:
                default: report
                rules:
                  - { kind: Topic, name: carts.*, field: config.*, response: ignore }
                  - { kind: Access, cluster: eu, response: mend }
                  - { field: Order.total, response: mend }
            ---

            """
        let verdict = verdict(of: mesh + base)
        #expect(verdict.codes == [])
        #expect(
            verdict.mesh?.drift
                == DriftPolicy(
                    standard: .report,
                    rules: [
                        .init(kind: .topic, name: "carts.*", field: "config.*", response: .ignore), .init(kind: .access, cluster: "eu", response: .mend),
                        .init(field: "Order.total", response: .mend),
                    ]))
        #expect(self.verdict(of: base).mesh?.drift == DriftPolicy())
    }

    @Test(arguments: [
        ("{ kind: Topics, response: mend }", "manifest/unknown-value"), ("{ kind: Topic, response: repair }", "manifest/unknown-value"),
        ("{ kind: Topic }", "manifest/missing-field"), ("{ kind: Topic, field: partition, response: mend }", "mesh/unknown-drift-field"),
        ("{ kind: Topic, field: retention.ms, response: mend }", "mesh/unknown-drift-field"),
        ("{ kind: Topic, field: conf*, response: mend }", nil), ("{ kind: Topic, field: xyz*, response: mend }", "mesh/unknown-drift-field"),
        ("{ kind: Access, field: partitions, response: mend }", "mesh/unknown-drift-field"),
        ("{ kind: Contract, field: compatability, response: mend }", "mesh/unknown-drift-field"),
        ("{ kind: Contract, field: Order.total, response: mend }", nil), ("{ kind: Topic, cluster: asia, response: mend }", "mesh/unknown-cluster"),
        ("{ kind: Contract, cluster: eu, response: mend }", "mesh/drift-rule-never-applies"),
        ("{ kind: Topic, name: nothing, response: mend }", "mesh/drift-rule-never-applies"), ("{ kind: Topic, name: carts.g.dlq, response: mend }", nil),
        ("{ response: mend }, { kind: Topic, response: ignore }", "mesh/drift-rule-never-applies"),
        ("{ field: \"*\", response: mend }, { kind: Topic, response: ignore }", nil),
        ("{ kind: Topic, name: carts*, response: mend }, { kind: Topic, name: carts, field: partitions, response: ignore }", "mesh/drift-rule-never-applies"),
    ] as [(String, String?)])
    func `a drift rule that leads nowhere is told`(_ rules: String, _ code: String?) {
        let mesh = "apiVersion: heddle.dev/v1\nkind: Mesh\nmetadata: { name: shop }\nspec: { drift: { rules: [\(rules)] } }\n---\n"
        #expect(verdict(of: mesh + base).codes == (code.map { [$0] } ?? []))
    }
}
