import EngineInterface
import MeshModel
import MeshPlanning
import Testing

@Suite struct `What a topic's settings mean` {
    // Complaint 13: every plan showed defaults as changes.
    @Test func `what a broker or the cluster sets is not the topic's`() {
        var story = Story()
        story.declare("orders")
        story.stand("orders")
        // A dynamic default of the whole cluster: not set on the topic.
        story.observed.topics["orders"]?.config?["min.insync.replicas"] = .init(value: "2", isSetOnTopic: false)
        story.own("orders")
        #expect(story.plan().changes.isEmpty)
    }

    @Test func `a value that happens to be the default is set once, and then all is quiet`() throws {
        var story = Story()
        story.declare("orders", config: ["retention.ms": .value("604800000")])
        story.stand("orders")
        story.own("orders")
        let change = try #require(story.plan().changes.first)
        #expect(change.operations == [.alterConfig(topic: "orders", set: ["retention.ms": "604800000"], unset: [])])
        story.observed.ledger.apply(change.outcome)
        story.stand("orders", config: ["retention.ms": "604800000"])
        #expect(story.plan().changes.isEmpty)
    }

    @Test(arguments: [
        ("min.cleanable.dirty.ratio", "1", "1.0", true), ("cleanup.policy", "delete,delete", "delete", true),
        ("cleanup.policy", "compact,delete", "delete", false), ("preallocate", "False", "false", true),
        ("compression.type", "LZ4", "lz4", false), ("segment.bytes", " 1048576", "1048576", true),
        ("heddle.value.subjects", "1.0", "1", false),
    ])
    func `values are compared by what they mean`(key: String, left: String, right: String, areEqual: Bool) {
        #expect(configValuesEqual(key, left, right) == areEqual)
        #expect(configValuesEqual(key, right, left) == areEqual)
    }

    // Complaint 14: a key that was taken out was reset silently, or never.
    @Test func `null leaves a key alone and lets go of it, so that it is not reset later either`() throws {
        var story = Story()
        story.declare("orders", config: ["retention.ms": .leftAlone])
        story.stand("orders", config: ["retention.ms": "1000"])
        story.own("orders", config: ["retention.ms": "1000"])
        let change = try #require(story.plan().changes.first)
        #expect(change.operations.isEmpty)
        story.observed.ledger.apply(change.outcome)
        story.declare("orders")
        #expect(story.plan().changes.isEmpty, "it is no longer Heddle's to reset")
    }

    @Test func `a key taken out is reset if Heddle set it, and the plan shows to what`() throws {
        var story = Story()
        story.declare("orders")
        story.stand("orders", config: ["retention.ms": "1000", "segment.ms": "5"])
        story.own("orders", config: ["retention.ms": "1000"])
        let change = try #require(story.plan().changes.first)
        #expect(change.fields == [FieldChange("config.retention.ms", from: "1000", to: nil)])
    }

    @Test func `a key taken out that another hand changed since stays as that hand left it`() {
        var story = Story()
        story.declare("orders")
        story.stand("orders", config: ["retention.ms": "7"])
        story.own("orders", config: ["retention.ms": "1000"])
        #expect(story.plan().changes.allSatisfy { $0.operations.isEmpty })
    }

    // Complaint 15: what could not be reconciled was called "no changes".
    @Test func `a key that the cluster does not know is refused in the plan, not at apply`() throws {
        var story = Story()
        story.stand("other")
        story.declare("new", config: ["retention.mss": .value("1")])
        story.declare("orders", config: ["retention.mss": .value("1"), "another.one": .leftAlone])
        story.stand("orders")
        story.own("orders")
        #expect(story.plan().changes.isEmpty && story.plan().notices.map(\.kind) == [.unsupported, .unsupported])
        #expect(try #require(story.plan().notices.first).message.contains("'retention.mss'"))
    }

    @Test func `where the cluster lists only what was set, nobody knows which keys there are`() {
        var story = Story()
        story.declare("orders", config: ["vendor.key": .value("1")])
        story.observed.topics["orders"] = ObservedTopic(
            partitions: 3, replication: 1, config: ["retention.ms": .init(value: "1", isSetOnTopic: true)])
        story.own("orders")
        #expect(story.plan().changes.map(\.action) == [.update])
    }

    private func replicated(_ replication: Int, brokers: [Int32], from replicas: [[Int32]]) -> Story {
        var story = Story()
        story.declare("orders") { $0.replication = replication }
        story.stand("orders")
        story.own("orders")
        story.observed.brokers = brokers.map { ObservedBroker(id: $0) }
        story.observed.topics["orders"]?.replicas = replicas
        story.observed.topics["orders"]?.replication = replicas.first?.count ?? 1
        return story
    }

    @Test func `another replication is refused where it cannot be had, never passed over`() {
        let story = replicated(3, brokers: [1], from: [[1], [1], [1]])
        #expect(story.plan().changes.isEmpty && story.plan().notices.map(\.kind) == [.impossible])
        #expect(story.plan().notices[0].message.contains("needs as many brokers"))
    }

    @Test func `more replicas are copied, throttled, and none is moved`() throws {
        let change = try #require(replicated(2, brokers: [1, 2, 3], from: [[1], [2], [3]]).plan().changes.first)
        #expect(change.risk == .notable && change.fields.map(\.path) == ["replication"])
        guard case .setReplication("orders", let assignment, let throttle)? = change.operations.first else { return #expect(Bool(false)) }
        #expect(zip(assignment, [Int32(1), 2, 3]).allSatisfy { $0.count == 2 && $0.contains($1) } && throttle == 50 << 20)
    }

    @Test func `fewer replicas need a permission`() throws {
        #expect(try #require(replicated(1, brokers: [1, 2], from: [[1, 2], [2, 1], [1, 2]]).plan().changes.first).risk == .disruptive)
    }

    @Test func `what the cluster cannot do is refused in the plan, with what that comes to`() {
        var story = Story()
        story.declare("orders", partitions: 6)
        story.declare("fresh")
        story.stand("orders")
        story.own("orders")
        story.observed.capabilities = Capabilities(missing: [.partitions: "does not serve CreatePartitions"])
        #expect(story.plan().changes.map(\.address.name) == ["fresh"], "the rest can be done")
        #expect(story.plan().notices.map(\.message) == [
            "cluster 'eu' does not serve CreatePartitions: topic 'orders' cannot be given 6 partitions and keeps those it has"
        ])
    }
}
