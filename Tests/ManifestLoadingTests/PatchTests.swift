import Diagnostics
import ManifestLoading
import MeshModel
import Testing

struct PatchTests {
    private func patched(_ set: String, target: String = "{ kind: Topic }", _ document: String) -> (
        mesh: LoadedMesh?, diagnostics: [Diagnostic]
    ) {
        load(
            mesh("environments:\n  prod:\n    patches:\n      - target: \(target)\n        set: \(set)", document),
            environment: "prod")
    }

    private let topic =
        "kind: Topic\nmetadata: { name: t, owner: o, labels: { tier: gold } }\nspec: { partitions: 1, retention: { time: 1d, size: 1GiB } }"
    private let cluster =
        "kind: Cluster\nmetadata: { name: c }\nspec: { engine: embedded, listeners: [{ name: a, address: 'localhost:1' }, { name: b, address: 'localhost:2' }] }"

    @Test func `values are replaced and what is missing on the way is made`() throws {
        let (loaded, diagnostics) = patched(
            "{ spec.partitions: 24, spec.retention.time: 30d, spec.config.min.insync.replicas: 2, metadata.labels.a.b: x, spec.key: { type: string } }",
            topic)
        #expect(diagnostics.isEmpty)
        let topic = try #require(loaded?.topics.first)
        #expect(topic.spec.settings.partitions?.value == 24)
        #expect(
            topic.spec.settings.retentionTime?.value == Milliseconds(30 * 86_400_000)
                && topic.spec.settings.retentionSize?.value == ByteCount(1 << 30))
        #expect(topic.spec.settings.config["min.insync.replicas"]?.value == .value("2"))
        #expect(topic.metadata.labels["a.b"]?.value == "x" && topic.spec.key?.value == .plain("string"))
        #expect(topic.spec.settings.partitions?.range?.start.line == 9, "where the patch says it")
    }

    @Test func `items of lists are numbered from 0`() throws {
        let (loaded, diagnostics) = patched("{ spec.listeners.1.address: 'localhost:9' }", target: "{ kind: Cluster }", cluster)
        #expect(diagnostics.isEmpty)
        #expect(loaded?.clusters.first?.spec.listeners.map(\.address.value.port) == [1, 9])
    }

    @Test func `a null takes a value away`() throws {
        let (loaded, diagnostics) = patched("{ spec.retention: null, spec.config.segment.ms: null }", topic)
        #expect(diagnostics.isEmpty)
        #expect(loaded?.topics.first?.spec.settings.retentionTime == nil)
        #expect(loaded?.topics.first?.spec.settings.config["segment.ms"]?.value == .leftAlone)
    }

    @Test(arguments: [
        "{ spec.partitons: 1 }", "{ spec.partitions.more: 1 }", "{ metadata.name: x }", "{ kind: Cluster }",
        "{ spec.clusters.0: eu }", "{ spec.: 1 }", "{ '': 1 }",
        "{ spec.clusters.labels.0.x.y: 1, spec.key.: x }",
    ])
    func `a path that leads nowhere is told`(_ set: String) {
        #expect(patched(set, topic).diagnostics.map(\.code).contains("manifest/patch-path"), "\(set)")
    }

    @Test(arguments: [
        ("{ kind: Topic, name: t }", true), ("{ kind: Topic, name: u }", false),
        ("{ kind: Topic, labels: { tier: gold } }", true),
        ("{ kind: Topic, labels: { tier: gold, more: x } }", false), ("{ kind: Cluster }", false),
    ])
    func `a patch is for what its target says`(_ target: String, _ matches: Bool) {
        let (loaded, diagnostics) = patched("{ spec.partitions: 24 }", target: target, topic)
        #expect((loaded?.topics.first?.spec.settings.partitions?.value == 24) == matches)
        #expect(diagnostics.map(\.code) == (matches ? [] : ["manifest/patch-matches-nothing"]))
    }

    @Test func `the Mesh document can be patched, its environments not`() {
        let text = mesh(
            "defaults: { topic: { partitions: 1 } }\nenvironments: { prod: { patches: [{ target: { kind: Mesh }, set: { spec.defaults.topic.partitions: 9 } }] } }"
        )
        #expect(load(text, environment: "prod").mesh?.mesh.spec.topicDefaults.partitions?.value == 9)
        let own = mesh("environments: { prod: { patches: [{ target: { kind: Mesh }, set: { spec.environments.dev: {} } }] } }")
        #expect(load(own, environment: "prod").diagnostics.map(\.code) == ["manifest/patch-path"])
    }
}
