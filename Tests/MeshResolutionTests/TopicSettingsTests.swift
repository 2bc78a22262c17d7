import Diagnostics
import MeshModel
import Testing

struct TopicSettingsTests {
    private func topic(_ spec: String, defaults: String = "{}") throws -> DesiredTopic {
        let mesh =
            "apiVersion: heddle.dev/v1\nkind: Mesh\nmetadata: { name: m }\nspec: { defaults: { topic: \(defaults) } }\n---\n"
        let verdict = verdict(
            of: mesh + twoClusters + "kind: Topic\nmetadata: { name: t, owner: o }\nspec: { clusters: [eu], \(spec) }\n")
        return try #require(verdict.mesh?.clusters["eu"]?.topics["t"], "\(TextRenderer().render(verdict.report))")
    }

    @Test(arguments: [
        ("retention: { time: 7d }", "retention.ms", "604800000"), ("retention: { time: 1h30m }", "retention.ms", "5400000"),
        ("retention: { time: 1500 }", "retention.ms", "1500"), ("retention: { time: unlimited }", "retention.ms", "-1"),
        ("retention: { time: -1 }", "retention.ms", "-1"), ("retention: { size: 10GiB }", "retention.bytes", "10737418240"),
        ("retention: { size: 500MB }", "retention.bytes", "500000000"),
        ("retention: { size: unlimited }", "retention.bytes", "-1"),
        ("cleanup: [delete, compact]", "cleanup.policy", "compact,delete"), ("cleanup: delete", "cleanup.policy", "delete"),
        ("config: { cleanup.policy: 'delete, compact' }", "cleanup.policy", "compact,delete"),
        ("config: { cleanup.policy: [delete, compact] }", "cleanup.policy", "compact,delete"),
        ("config: { preallocate: TRUE }", "preallocate", "true"), ("config: { segment.ms: 0x10 }", "segment.ms", "16"),
        ("config: { min.cleanable.dirty.ratio: .5 }", "min.cleanable.dirty.ratio", "0.5"),
    ])
    func `fields and raw values become Kafka's configs in one spelling`(_ field: String, _ key: String, _ value: String) throws {
        #expect(try topic(field).config == [key: .value(value)])
    }

    @Test func `what a topic does not say, the defaults do, key by key`() throws {
        let topic = try topic(
            "retention: { size: 1GiB }, config: { segment.ms: 1000 }",
            defaults:
                "{ partitions: 6, retention: { time: 7d, size: 2GiB }, config: { segment.ms: 2000, flush.ms: 3000 }, deletionProtection: true }"
        )
        #expect(topic.partitions == 6 && topic.deletionProtection && topic.replication == nil)
        #expect(
            topic.config == [
                "retention.ms": .value("604800000"), "retention.bytes": .value("1073741824"), "segment.ms": .value("1000"),
                "flush.ms": .value("3000"),
            ])
        #expect(topic.fieldRanges["partitions"]?.start.line == 4 && topic.fieldRanges["segment.ms"]?.start.line == 16)
    }

    @Test func `null leaves a key alone, whatever the defaults say`() throws {
        let topic = try topic("config: { segment.ms: null }", defaults: "{ config: { segment.ms: 2000 } }")
        #expect(topic.config == ["segment.ms": .leftAlone])
    }

    @Test func `a null field is as if it were not there`() throws {
        #expect(try topic("partitions: null, retention: ~, config: null", defaults: "{ partitions: 3 }").partitions == 3)
    }

    @Test func `without clusters, a topic is on the mesh's only one`() {
        let documents =
            "kind: Cluster\nmetadata: { name: eu }\nspec: { engine: kafka, addresses: ['k:9092'] }\n---\nkind: Topic\nmetadata: { name: t, owner: o }\n"
        let verdict = verdict(of: documents)
        #expect(verdict.codes == [])
        #expect(verdict.mesh?.clusters["eu"]?.topics["t"]?.partitions == 1)
    }

    @Test func `a vendor's config key passes with a warning where others run the cluster`() {
        let documents =
            "kind: Cluster\nmetadata: { name: eu }\nspec: { engine: kafka, addresses: ['k:9092'] }\n---\nkind: Topic\nmetadata: { name: t, owner: o }\nspec: { config: { redpanda.remote.write: true } }\n"
        let verdict = verdict(of: documents)
        #expect(verdict.report.diagnostics.map(\.severity) == [.warning])
        #expect(verdict.mesh?.clusters["eu"]?.topics["t"]?.config == ["redpanda.remote.write": .value("true")])
    }
}
