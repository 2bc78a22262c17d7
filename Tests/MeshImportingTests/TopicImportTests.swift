import MeshModel
import Testing

@testable import MeshImporting

@Suite struct `Topics become manifests` {
    @Test func `what was set on a topic is said in the language's own words`() throws {
        let topics = [
            "orders": topic(6, ["retention.ms": "604800000", "retention.bytes": "10737418240", "cleanup.policy": "compact,delete", "segment.ms": "1000"]),
            "plain": topic(3), "forever": topic(1, ["retention.ms": "-1", "cleanup.policy": "compact"]),
        ]
        let made = try Import(ObservedCluster(topics: topics, defaultReplication: 1))
        #expect(made.body("manifests/topics.yaml") == """
            apiVersion: heddle.dev/v1
            kind: Topic
            metadata: { name: forever, owner: team, annotations: { heddle.dev/adopt: "true" } }
            spec:
              clusters: [eu]
              partitions: 1
              retention: { time: unlimited }
              cleanup: compact
            ---
            apiVersion: heddle.dev/v1
            kind: Topic
            metadata: { name: orders, owner: team, annotations: { heddle.dev/adopt: "true" } }
            spec:
              clusters: [eu]
              partitions: 6
              retention: { time: 7d, size: 10GiB }
              cleanup: [compact, delete]
              config: { segment.ms: 1000 }
            ---
            apiVersion: heddle.dev/v1
            kind: Topic
            metadata: { name: plain, owner: team, annotations: { heddle.dev/adopt: "true" } }
            spec:
              clusters: [eu]
              partitions: 3

            """)
        #expect(made.proof.holds, "\(made.trouble)")
        #expect(made.proof.adoptions == 3)
    }

    @Test func `replication is said where it is not the cluster's default, and where that is not known`() throws {
        let topics = ["a": topic(replication: 3), "b": topic(replication: 2)]
        let told = try Import(ObservedCluster(topics: topics, defaultReplication: 3)).body("manifests/topics.yaml")
        #expect(told.contains("replication: 2") && !told.contains("replication: 3"))
        let untold = try Import(ObservedCluster(topics: topics)).body("manifests/topics.yaml")
        #expect(untold.contains("replication: 2") && untold.contains("replication: 3"))
    }

    @Test func `the mesh's defaults do not reach what has none of them`() throws {
        let defaults = "defaults: { topic: { partitions: 9, replication: 3, retention: { time: 1d, size: 1GiB }, config: { segment.ms: 5000 } } }"
        let made = try Import(
            ObservedCluster(topics: ["a": topic(2), "b": topic(2, ["retention.ms": "1000"])], defaultReplication: 1), mesh: defaults)
        #expect(made.proof.holds, "\(made.trouble)")
        let text = made.body("manifests/topics.yaml")
        #expect(text.contains("config: { retention.bytes: null, retention.ms: null, segment.ms: null }"))
        #expect(text.contains("retention: { time: 1s }"))
        #expect(text.contains("replication: 1"))
    }

    @Test func `what belongs to others is left out, each with its reason`() throws {
        var observed = ObservedCluster(topics: [
            "__consumer_offsets": topic(isInternal: true), "_schemas": topic(), "__heddle.state": topic(), "orders.a": topic(), "stock": topic(),
            "orders.declared": topic(), "orders.theirs": topic(), "orders.claimed.x": topic(), "orders.leaving": topic(), "orders.untold": topic(),
        ])
        observed.topics["orders.untold"]?.config = nil
        observed.ledger.topics["orders.theirs"] = LedgerTopic(phase: .applied, stewardship: Stewardship(mesh: "other"), partitions: 1)
        observed.ledger.topics["orders.leaving"] = LedgerTopic(
            phase: .applied, stewardship: Stewardship(mesh: "shop"), partitions: 1, quarantine: LedgerQuarantine(stage: .draining, since: .epoch))
        observed.ledger.claims["other"] = LedgerClaim(prefixes: ["orders.claimed."])
        let made = try Import(
            observed, manifests: "kind: Topic\nmetadata: { name: orders.declared, owner: team }\nspec: { clusters: [eu], partitions: 1 }\n", prefixes: ["orders."])
        #expect(made.names(.topic) == ["orders.a"])
        #expect(made.files.map(\.path) == ["manifests/topics-eu.yaml"])
        #expect(made.leftOut("__consumer_offsets") == .internal)
        #expect(made.leftOut("_schemas") == .internal)
        #expect(made.leftOut("__heddle.state") == .internal)
        #expect(made.leftOut("stock") == .outsidePrefix)
        #expect(made.leftOut("orders.declared") == .declared)
        #expect(made.leftOut("orders.theirs") == .ownedElsewhere)
        #expect(made.leftOut("orders.claimed.x") == .ownedElsewhere)
        #expect(made.leftOut("orders.leaving") == .quarantined)
        #expect(made.leftOut("orders.untold") == .untold)
        #expect(made.proof.holds, "\(made.trouble)")
    }

    @Test func `a config that the language would refuse is left out and told`() throws {
        let observed = ObservedCluster(topics: ["a": topic(1, ["retention.ms": "soon", "vendor.key": "$(x) y", "leader.replication.throttled.replicas": "0:1"])])
        let made = try Import(observed)
        #expect(made.leftOut("a retention.ms") == .inexpressible)
        #expect(made.leftOut("a leader.replication.throttled.replicas") == .internal)
        #expect(made.text("manifests/topics.yaml").contains("vendor.key: $$(x) y"))
        #expect(made.proof.holds, "\(made.trouble)")
        #expect(made.desired?.clusters["eu"]?.topics["a"]?.config == ["vendor.key": .value("$(x) y")])
        #expect(try Import(observed, cluster: Import.embedded).leftOut("a vendor.key") == .inexpressible)
    }

    @Test func `more than two hundred topics are split by the first part of their names`() throws {
        var topics = Dictionary(uniqueKeysWithValues: (0..<150).flatMap { [("orders.\($0)", topic()), ("stock-\($0)", topic())] })
        topics["lonely.one"] = topic()
        topics["Stock.X"] = topic()
        let made = try Import(ObservedCluster(topics: topics))
        #expect(made.files.map(\.path) == ["manifests/topics/orders.yaml", "manifests/topics/stock.yaml", "manifests/topics.yaml"])
        #expect(made.files.map(\.documents.count) == [150, 151, 1])
        #expect(made.proof.holds, "\(made.trouble)")
    }

    @Test func `what Heddle owns and protects stays protected`() throws {
        let kept = rule("User:a", .alter, .topic, "t")
        let other = rule("User:a", .alter, .topic, "u")
        var observed = ObservedCluster(topics: ["a": topic()], access: [kept, other], subjects: ["a-value": subject(record("A"))])
        let stewardship = Stewardship(mesh: "shop", deletionProtection: true)
        observed.ledger.topics["a"] = LedgerTopic(phase: .applied, stewardship: stewardship, partitions: 1)
        observed.ledger.access[kept] = LedgerAccess(phase: .applied, stewardship: stewardship)
        let made = try Import(observed)
        #expect(made.proof.holds, "\(made.trouble)")
        #expect(made.desired?.clusters["eu"]?.topics["a"]?.deletionProtection == true)
        #expect(made.desired?.clusters["eu"]?.access[kept]?.deletionProtection == true)
        #expect(made.desired?.clusters["eu"]?.access[other]?.deletionProtection == false)
    }

    @Test func `a difference that was there before is no fault of the import`() throws {
        let made = try Import(
            ObservedCluster(topics: ["a": topic()]),
            manifests: "kind: Topic\nmetadata: { name: missing, owner: team }\nspec: { clusters: [eu], partitions: 1 }\n")
        #expect(made.proof.holds, "\(made.trouble)")
    }

    @Test func `a file that no pattern names is told`() throws {
        let made = try Import(ObservedCluster(topics: ["a": topic()]))
        let elsewhere = [ImportedFile(path: "other/topics.yaml", text: "", documents: [.init(kind: .topic, name: "a")])]
        let source = InMemorySource.of(made)
        let proof = proveImport(elsewhere, of: made.request, in: source, root: "heddle.yaml", environment: nil, variables: [:])
        #expect(proof.differences.map(\.address) == ["other/topics.yaml"])
        #expect(!proof.holds)
    }
}
