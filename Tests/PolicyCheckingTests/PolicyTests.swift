import Determinism
import Diagnostics
import EngineInterface
import ManifestLoading
import MeshModel
import MeshPlanning
import MeshResolution
import Testing

@testable import PolicyChecking

/// What policies say of a small mesh.
private func breaches(
    _ documents: String, environment: String? = nil, today: String = "2026-11-23"
) throws -> (codes: [String], messages: [String], diagnostics: [Diagnostic]) {
    let text = "apiVersion: heddle.dev/v1\nkind: Mesh\nmetadata: { name: shop }\nspec: { environments: { dev: {}, prod: {} } }\n---\n" + shop + documents
    let (loaded, problems) = loadMesh(InMemoryManifestSource(["heddle.yaml": text]), environment: environment)
    let mesh = try #require(loaded)
    let (desired, more) = resolveMesh(mesh)
    #expect((problems + more).filter { $0.severity == .error }.isEmpty, "\(problems + more)")
    let (book, wrong) = compilePolicies(mesh.policies, environment: environment)
    let found = wrong + checkPolicies(book, on: PolicyMesh(mesh, try #require(desired)), today: try #require(CalendarDate(parsing: today)))
    return (found.map(\.code), found.map(\.message), found)
}

private let shop = """
    kind: Cluster
    metadata: { name: eu, labels: { region: eu } }
    spec: { engine: kafka, addresses: ["127.0.0.1:9192"] }
    ---
    kind: Cluster
    metadata: { name: us }
    spec: { engine: kafka, addresses: ["127.0.0.1:9193"], region: us }
    ---
    kind: Contract
    metadata: { name: order, owner: team-checkout }
    spec:
      format: avro
      schema: '{ "type": "record", "name": "Order", "fields": [{ "name": "street", "type": "string" }] }'
      classification: { street: pii }
    ---
    kind: Topic
    metadata: { name: orders, owner: team-checkout, labels: { tier: gold } }
    spec: { clusters: [eu, us], partitions: 24, retention: { time: 30d }, value: { contract: order } }
    ---
    kind: Topic
    metadata: { name: Clicks_Raw, owner: web }
    spec: { clusters: [eu], partitions: 3, replication: 3, retention: { time: 1h } }
    ---
    kind: Principal
    metadata: { name: checkout }
    ---
    kind: Application
    metadata: { name: checkout, owner: team-checkout }
    spec: { principal: checkout, produces: [{ topic: orders }] }
    ---

    """

private func policy(_ spec: String) -> String { "kind: Policy\nmetadata: { name: house }\nspec: { \(spec) }\n" }

@Suite struct `Policies of the house` {
    @Test func `a resource that breaks one is told with its place and the policy's`() throws {
        let found = try breaches(policy("rule: resource.partitions <= 12, message: \"{{resource.partitions}} are too many\", remedy: ask us"))
        #expect(found.messages == ["topic 'orders' breaks the policy 'house': 24 are too many"])
        let diagnostic = try #require(found.diagnostics.first)
        #expect(diagnostic.severity == .error && diagnostic.code == "policy/broken" && diagnostic.suggestion == "ask us")
        #expect(diagnostic.secondary.count == 1)
    }

    @Test func `a warning stays a warning`() throws {
        #expect(try breaches(policy("rule: resource.partitions <= 12, severity: warning")).diagnostics.map(\.severity) == [.warning])
    }

    @Test func `a condition chooses whom the rule is asked of`() throws {
        #expect(try breaches(policy("when: \"has(resource.labels.tier) && resource.labels.tier == 'gold'\", rule: resource.partitions > 100")).codes.count == 1)
        #expect(try breaches(policy("when: resource.name == 'nothing', rule: 'false'")).codes.isEmpty)
    }

    @Test func `a policy of an environment is silent in others`() throws {
        let text = policy("environments: [prod], rule: 'false'")
        #expect(try breaches(text).codes.isEmpty)
        #expect(try breaches(text, environment: "dev").codes.isEmpty)
        #expect(try breaches(text, environment: "prod").codes.count == 2)
    }

    @Test func `an exemption covers until its day, and no longer`() throws {
        let text = policy("rule: resource.partitions <= 12, exemptions: [{ resource: 'ord*', owner: me, reason: busy, expires: 2026-12-31 }]")
        #expect(try breaches(text, today: "2026-12-31").codes.isEmpty)
        let late = try breaches(text, today: "2027-01-01")
        #expect(late.codes == ["policy/broken"])
        #expect(late.diagnostics[0].notes == ["an exemption for it expired on 2026-12-31: busy (me)"])
    }

    @Test func `an exemption that nothing needs is told`() throws {
        let found = try breaches(policy("rule: 'true', exemptions: [{ resource: orders, owner: me, reason: busy, expires: 2026-12-31 }]"))
        #expect(found.codes == ["policy/unused-exemption"])
    }

    @Test func `what cannot be decided counts as broken`() throws {
        let found = try breaches(policy("rule: resource.labels.tier == 'gold'"))
        #expect(found.codes == ["policy/undecided"], "orders has the label, Clicks_Raw has not")
        #expect(found.diagnostics[0].severity == .error)
    }

    @Test func `a wrong name in a rule is an error with a place, before anything is asked`() throws {
        let found = try breaches(policy("rule: resource.partitons > 1"))
        #expect(found.codes == ["expression/unknown-field"])
        #expect(found.diagnostics[0].range != nil)
    }

    @Test func `a rule that is no condition is an error`() throws {
        #expect(try breaches(policy("rule: resource.partitions + 1")).codes == ["expression/type-mismatch"])
    }

    @Test func `the mesh as a whole can be asked`() throws {
        let found = try breaches(policy("target: Mesh, rule: 'mesh.topics.all(t, size(t.producers) > 0)', message: \"unwritten: {{mesh.topics.filter(t, size(t.producers) == 0)}}\""))
        #expect(found.messages == ["the mesh 'shop' breaks the policy 'house': unwritten: Clicks_Raw"])
    }

    @Test func `contracts, applications, principals and clusters can be asked`() throws {
        for (target, rule) in [
            ("Contract", "resource.classification['street'] != 'pii'"), ("Application", "size(resource.produces) == 0"),
            ("Principal", "resource.identity != ''"), ("Cluster", "resource.region != 'us'"),
        ] {
            #expect(try breaches(policy("target: \(target), rule: \"\(rule)\"")).codes == ["policy/broken"], "\(target)")
        }
    }

    @Test func `an expression that would run for ever ends`() throws {
        let rule = "mesh.topics.all(a, [1,2,3,4,5,6,7,8,9,10].all(b, [1,2,3,4,5,6,7,8,9,10].all(c, [1,2,3,4,5,6,7,8,9,10].all(d, [1,2,3,4,5,6,7,8,9,10].all(e, [1,2,3,4,5,6,7,8,9,10].all(f, [1,2,3,4,5,6,7,8,9,10].all(g, a.partitions > 0)))))))"
        #expect(try breaches(policy("target: Mesh, rule: '\(rule)'")).codes == ["policy/undecided"])
    }
}

@Suite struct `Standard policies` {
    @Test func `names`() throws {
        #expect(try breaches(policy("standard: topic-names")).messages.map { $0.contains("'Clicks_Raw' does not match") } == [true])
        #expect(try breaches(policy("standard: topic-names, settings: { pattern: '^[A-Za-z_]+$' }")).codes.isEmpty)
    }

    @Test func `owners`() throws {
        let found = try breaches(policy("standard: owners, settings: { pattern: '^team-' }"))
        // The topic Clicks_Raw of 'web'; the principal and both clusters, which have none.
        #expect(found.codes == Array(repeating: "policy/broken", count: 4), "\(found.messages)")
    }

    @Test func `bounds of retention`() throws {
        #expect(try breaches(policy("standard: retention-bounds, settings: { leastRetention: 1d }")).messages.map { $0.contains("Clicks_Raw") } == [true])
        #expect(try breaches(policy("standard: retention-bounds, settings: { mostRetention: 7d }")).messages.map { $0.contains("orders") } == [true])
        #expect(try breaches(policy("standard: retention-bounds, settings: { leastRetention: 1h, mostRetention: 30d }")).codes.isEmpty)
    }

    @Test func `personal data leaves no region`() throws {
        let found = try breaches(policy("standard: regions"))
        #expect(found.messages == ["topic 'orders' breaks the policy 'house': it holds fields classified 'pii' and stands in several regions: eu, us"])
    }

    @Test func `contracts that are used are classified`() throws {
        #expect(try breaches(policy("standard: classified-contracts")).codes.isEmpty)
        let plain = """
            kind: Contract
            metadata: { name: plain, owner: team-web }
            spec: { format: avro, schema: '"string"' }
            ---
            kind: Topic
            metadata: { name: plain, owner: team-web }
            spec: { clusters: [eu], partitions: 1, value: { contract: plain } }
            ---

            """
        #expect(try breaches(plain + policy("standard: classified-contracts")).messages.map { $0.contains("contract 'plain'") } == [true])
    }

    @Test func `no grant is for everybody or everything`() throws {
        let access = """
            kind: Access
            metadata: { name: wide }
            spec: { principals: [checkout], role: reader, resources: [{ type: topic, any: true }] }
            ---

            """
        let found = try? breaches(access + policy("standard: no-wildcard-grants"))
        #expect(found?.codes == ["policy/broken"], "\(found?.messages ?? [])")
    }

    @Test func `three replicas, but not in dev`() throws {
        let text = policy("standard: replication")
        #expect(try breaches(text, environment: "prod").messages.map { $0.contains("orders") } == [true])
        #expect(try breaches(text, environment: "dev").codes.isEmpty)
        #expect(try breaches(policy("standard: replication, settings: { leastReplication: 4 }"), environment: "prod").codes.count == 2)
    }

    @Test func `every standard rule compiles against its target`() {
        for standard in PolicySpec.Standard.allCases {
            for rule in standardRules(standard) {
                var compiler = PolicyCompiler(target: rule.target)
                #expect(compiler.compile(Located(rule.rule), wanted: .bool) != nil, "\(standard)")
                #expect(compiler.template(Located(rule.message)) != nil, "\(standard)")
                #expect(compiler.diagnostics.isEmpty, "\(compiler.diagnostics)")
            }
        }
    }
}

@Suite struct `Policies on changes` {
    private func notices(_ spec: String) throws -> [Notice] {
        let text = "apiVersion: heddle.dev/v1\nkind: Mesh\nmetadata: { name: shop }\n---\n" + shop + policy(spec)
        let (loaded, _) = loadMesh(InMemoryManifestSource(["heddle.yaml": text]))
        let mesh = try #require(loaded)
        let desired = try #require(resolveMesh(mesh).mesh)
        let (book, wrong) = compilePolicies(mesh.policies, environment: nil)
        #expect(wrong.isEmpty, "\(wrong)")
        var observed = ObservedCluster(clusterId: "x")
        observed.topics["Clicks_Raw"] = ObservedTopic(
            partitions: 1, replication: 3, config: ["retention.ms": .init(value: "7200000", isSetOnTopic: true)])
        observed.ledger.topics["Clicks_Raw"] = LedgerTopic(
            phase: .applied, stewardship: Stewardship(mesh: "shop", owner: "web"), partitions: 1, replication: 3, config: ["retention.ms": "7200000"])
        var plan = planMesh(desired, observations: ["eu": .success(observed)])
        checkChanges(book, in: &plan, of: PolicyMesh(mesh, desired), today: try #require(CalendarDate(parsing: "2026-11-23")))
        return plan.clusters[0].notices.filter { [.policy, .policyWarning].contains($0.kind) }
    }

    @Test func `what was and what will be can be compared`() throws {
        let found = try notices("target: Change, when: \"'partitions' in old\", rule: \"int(new['partitions']) <= 2 * int(old['partitions'])\", message: \"from {{old['partitions']}} to {{new['partitions']}}\"")
        #expect(found.map(\.message) == ["the change of topic/eu/Clicks_Raw breaks the policy 'house': from 1 to 3"])
        #expect(found[0].kind.isRefusal)
    }

    @Test func `a warning refuses nothing`() throws {
        let found = try notices("target: Change, severity: warning, rule: \"change.risk != 'destructive' && change.action != 'create'\"")
        #expect(!found.isEmpty && found.allSatisfy { !$0.kind.isRefusal })
    }
}

@Suite struct `Names in exemptions` {
    @Test func `a star stands for any characters`() {
        #expect("orders.*".matchesName("orders.created") && "*".matchesName("") && "a*b*c".matchesName("axxbyyc"))
        #expect(!"orders.*".matchesName("payments") && !"a*b".matchesName("axc") && !"".matchesName("a"))
        #expect(!(String(repeating: "a*", count: 200) + "b").matchesName(String(repeating: "a", count: 5000)))
    }
}
