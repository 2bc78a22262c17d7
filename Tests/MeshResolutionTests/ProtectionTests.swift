import MeshModel
import Testing

@Suite struct `Protection and deletion in manifests` {
    private let mesh = twoClusters + """
        kind: Principal
        metadata: { name: p }
        ---

        """

    @Test func `a topic is protected by its field, or by the annotation that every kind has`() throws {
        let found = verdict(
            of: mesh + """
                kind: Topic
                metadata: { name: a, owner: o }
                spec: { clusters: [eu], deletionProtection: true }
                ---
                kind: Topic
                metadata: { name: b, owner: o, annotations: { heddle.dev/protect: "true" } }
                spec: { clusters: [eu], deletionProtection: false }
                ---
                kind: Topic
                metadata: { name: c, owner: o, annotations: { heddle.dev/protect: "false" } }
                spec: { clusters: [eu] }
                """)
        let topics = try #require(found.mesh?.clusters["eu"]).topics
        #expect(topics.mapValues(\.deletionProtection) == ["a": true, "b": true, "c": false])
    }

    @Test func `an application's annotation protects the topics that follow from it, and an access document's its rules`() throws {
        let found = verdict(
            of: mesh + """
                kind: Topic
                metadata: { name: a, owner: o }
                spec: { clusters: [eu] }
                ---
                kind: Application
                metadata: { name: app, owner: o, annotations: { heddle.dev/protect: "true" } }
                spec: { principal: p, consumes: [{ topic: a, group: g, deadLetter: {} }] }
                ---
                kind: Access
                metadata: { name: x, annotations: { heddle.dev/protect: "true" } }
                spec: { principals: [p], operations: [write], resources: [{ type: topic, name: a }], clusters: [eu] }
                """)
        let cluster = try #require(found.mesh?.clusters["eu"])
        #expect(cluster.topics.mapValues(\.deletionProtection) == ["a": false, "a.g.dlq": true])
        #expect(cluster.access.filter(\.value.deletionProtection).map(\.key.operation) == [.write])
    }

    @Test func `a contract's annotation protects its subjects`() throws {
        let found = verdict(
            of: """
                kind: Cluster
                metadata: { name: eu }
                spec: { engine: embedded, listeners: [{ name: c, address: "127.0.0.1:9192" }], registry: { address: "127.0.0.1:8181" } }
                ---
                kind: Contract
                metadata: { name: order, owner: o, annotations: { heddle.dev/protect: "true" } }
                spec: { format: avro, schema: '"string"' }
                ---
                kind: Topic
                metadata: { name: a, owner: o }
                spec: { value: { contract: order } }
                """)
        #expect(try #require(found.mesh?.clusters["eu"]).subjects.mapValues(\.deletionProtection) == ["a-value": true])
    }

    @Test func `the mesh says how topics are taken out of use, and what it leaves out is as usual`() {
        func policy(_ spec: String) -> DeletionPolicy? {
            verdict(of: "apiVersion: heddle.dev/v1\nkind: Mesh\nmetadata: { name: shop }\nspec: \(spec)\n").mesh?.deletion
        }
        #expect(policy("{ deletion: { drain: 2h, quarantine: 7d } }") == DeletionPolicy(drain: Milliseconds(7_200_000), quarantine: Milliseconds(604_800_000)))
        #expect(policy("{ deletion: { quarantine: 0s } }") == DeletionPolicy(drain: DeletionPolicy.standard.drain, quarantine: Milliseconds(0)))
        #expect(policy("{ deletion: { drain: 0s, quarantine: 0s } }")?.isImmediate == true)
        #expect(policy("{ manifests: [] }") == nil)
    }

    @Test func `two spellings of one time are one setting`() throws {
        for time in ["168h", "7d", "604800000", "1w"] {
            let found = verdict(of: mesh + "kind: Topic\nmetadata: { name: a, owner: o }\nspec: { clusters: [eu], retention: { time: \(time) } }")
            #expect(try #require(found.mesh?.clusters["eu"]?.topics["a"]).config["retention.ms"] == .value("604800000"))
        }
    }

    @Test(arguments: ["yes", "True", "1", ""])
    func `a protection that is neither true nor false is an error`(value: String) {
        let found = verdict(
            of: mesh + "kind: Topic\nmetadata: { name: a, owner: o, annotations: { heddle.dev/protect: \"\(value)\" } }\nspec: { clusters: [eu] }")
        #expect(found.codes == ["manifest/invalid-value"])
    }
}
