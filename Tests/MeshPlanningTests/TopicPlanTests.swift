import EngineInterface
import MeshModel
import MeshPlanning
import Testing

@Suite struct `Planning topics` {
    @Test func `a declared topic that is not there is created with what the manifest says`() throws {
        var story = Story()
        story.declare("orders", partitions: 6, config: ["retention.ms": .value("1000"), "segment.ms": .leftAlone])
        let change = try #require(story.plan().changes.first)
        #expect(change.action == .create && change.risk == .safe && !change.isDrift)
        #expect(change.operations == [.createTopic(name: "orders", partitions: 6, replication: nil, config: ["retention.ms": "1000"])])
        guard case .topic("orders", let intended?) = change.intent else { Issue.record("no intent"); return }
        #expect(intended.phase == .intended)
    }

    @Test func `what is as declared and owned needs nothing, whatever defaults the broker fills in`() {
        var story = Story()
        story.declare("orders", config: ["retention.ms": .value("1000")])
        story.stand("orders", config: ["retention.ms": "1000"])
        story.own("orders", config: ["retention.ms": "1000"])
        #expect(story.plan().changes.isEmpty && story.plan().notices.isEmpty)
    }

    @Test(arguments: [
        ("retention.ms", "604800000", "0604800000"), ("cleanup.policy", "compact,delete", "delete, compact"),
        ("unclean.leader.election.enable", "true", "TRUE"), ("min.cleanable.dirty.ratio", "0.5", "0.50"),
    ])
    func `two spellings of one value are no difference`(key: String, left: String, right: String) {
        var story = Story()
        story.declare("orders", config: [key: .value(left)])
        story.stand("orders", config: [key: right])
        story.own("orders", config: [key: left])
        #expect(story.plan().changes.isEmpty)
    }

    @Test func `a longer retention is safe, a shorter one is destructive`() throws {
        for (wanted, risk) in [("2000", RiskClass.safe), ("500", .destructive), ("-1", .safe)] {
            var story = Story()
            story.declare("orders", config: ["retention.ms": .value(wanted)])
            story.stand("orders", config: ["retention.ms": "1000"])
            story.own("orders", config: ["retention.ms": "1000"])
            let change = try #require(story.plan().changes.first)
            #expect(change.risk == risk, "\(wanted)")
            #expect(change.fields == [FieldChange("config.retention.ms", from: "1000", to: wanted)])
            #expect(change.operations == [.alterConfig(topic: "orders", set: ["retention.ms": wanted], unset: [])])
        }
    }

    @Test func `a shorter retention is only destructive where it deletes something`() throws {
        for (held, risk) in [(HeldRecords(total: 9, expired: 0), RiskClass.notable), (HeldRecords(total: 9, expired: 1), .destructive)] {
            var story = Story()
            story.declare("orders", config: ["retention.ms": .value("500")])
            story.stand("orders", config: ["retention.ms": "1000"])
            story.own("orders", config: ["retention.ms": "1000"])
            #expect(recordQuestions(of: story.plan(), in: story.observed) == [RecordQuestion(topic: "orders", partitions: 3, olderThan: Milliseconds(500))])
            story.observed.topics["orders"]?.held = held
            #expect(try #require(story.plan().changes.first).risk == risk)
            #expect(recordQuestions(of: story.plan(), in: story.observed).isEmpty, "what is counted is not counted again")
        }
    }

    @Test func `more partitions are notable, fewer are impossible`() throws {
        var story = Story()
        story.declare("orders", partitions: 6)
        story.stand("orders", partitions: 3)
        story.own("orders", partitions: 3)
        let change = try #require(story.plan().changes.first)
        #expect(change.risk == .notable && change.operations == [.setPartitions(topic: "orders", total: 6)])

        story.declare("orders", partitions: 2)
        #expect(story.plan().changes.isEmpty)
        #expect(story.plan().notices.map(\.kind) == [.impossible])
    }

    @Test func `partitions that another hand added cannot be mended, and are drift all the same`() throws {
        var story = Story()
        story.declare("orders", partitions: 3)
        story.stand("orders", partitions: 5)
        story.own("orders", partitions: 3)
        let notice = try #require(story.plan().notices.first)
        #expect(notice.kind == .impossible && notice.isDrift)
    }

    @Test func `a value changed by another hand is drift, and says what was last applied`() throws {
        var story = Story()
        story.declare("orders", config: ["retention.ms": .value("1000")])
        story.stand("orders", config: ["retention.ms": "5000"])
        story.own("orders", config: ["retention.ms": "1000"])
        let change = try #require(story.plan().changes.first)
        #expect(change.isDrift)
        #expect(change.fields == [FieldChange("config.retention.ms", from: "5000", to: "1000", lastApplied: "1000", isDrift: true)])
    }

    @Test func `an override removed by another hand is drift`() throws {
        var story = Story()
        story.declare("orders", config: ["retention.ms": .value("1000")])
        story.stand("orders")
        story.own("orders", config: ["retention.ms": "1000"])
        let change = try #require(story.plan().changes.first)
        #expect(change.isDrift && change.fields.first?.old == "604800000")
    }

    @Test func `a topic deleted by another hand is made again, as drift`() throws {
        var story = Story()
        story.declare("orders")
        story.own("orders")
        let change = try #require(story.plan().changes.first)
        #expect(change.action == .create && change.isDrift)
    }

    @Test func `a key that is no longer declared is unset only if Heddle had set it and nobody changed it since`() throws {
        var story = Story()
        story.declare("orders")
        story.stand("orders", config: ["retention.ms": "1000", "segment.ms": "7", "max.message.bytes": "9"])
        story.own("orders", config: ["retention.ms": "1000", "max.message.bytes": "8"])
        let change = try #require(story.plan().changes.first)
        #expect(change.operations == [.alterConfig(topic: "orders", set: [:], unset: ["retention.ms"])])
    }

    @Test func `a key set to null is let go of and left as it is`() throws {
        var story = Story()
        story.declare("orders", config: ["retention.ms": .leftAlone])
        story.stand("orders", config: ["retention.ms": "1000"])
        story.own("orders", config: ["retention.ms": "1000"])
        let change = try #require(story.plan().changes.first)
        #expect(change.action == .record && change.operations.isEmpty)
        guard case .topic(_, let entry?) = change.outcome else { Issue.record("no entry"); return }
        #expect(entry.config.isEmpty)
    }

    @Test func `a topic that Heddle did not create is refused, not changed`() {
        var story = Story()
        story.declare("orders", partitions: 9)
        story.stand("orders")
        #expect(story.plan().changes.isEmpty)
        #expect(story.plan().notices.map(\.kind) == [.notOwned])
    }

    @Test func `a topic is adopted when the manifest says so`() throws {
        var story = Story()
        story.declare("orders", config: ["retention.ms": .value("1000")]) { $0.adopts = true }
        story.stand("orders", config: ["retention.ms": "5000"])
        let change = try #require(story.plan().changes.first)
        #expect(change.action == .adopt && change.operations.count == 1 && !change.isDrift)
    }

    @Test func `what nobody declares and nobody owns is never touched`() {
        var story = Story()
        story.stand("theirs")
        story.options.prunes = true
        #expect(story.plan().changes.isEmpty && story.plan().notices.isEmpty)
    }

    @Test func `an owned topic without a manifest is kept until its removal is asked for`() throws {
        var story = Story()
        story.stand("orders")
        story.own("orders")
        #expect(story.plan().changes.isEmpty)
        #expect(story.plan().notices.map(\.kind) == [.orphan])
        story.options.prunes = true
        story.find("orders", holding: 0)
        let change = try #require(story.plan().changes.first)
        #expect(change.action == .delete && change.risk == .destructive)
    }

    @Test func `protection outlives the manifest`() {
        var story = Story()
        story.stand("orders")
        story.own("orders", protected: true)
        story.options.prunes = true
        #expect(story.plan().changes.isEmpty)
        #expect(story.plan().notices.map(\.kind) == [.protected])
    }

    @Test func `a topic of another mesh is neither changed nor deleted`() {
        var story = Story()
        story.stand("orders")
        story.own("orders", mesh: "other")
        story.options.prunes = true
        #expect(story.plan().changes.isEmpty && story.plan().notices.isEmpty)
        story.declare("orders", partitions: 9)
        #expect(story.plan().changes.isEmpty)
        #expect(story.plan().notices.map(\.kind) == [.ownedElsewhere])
    }

    @Test func `a creation that was cut off is finished`() throws {
        var story = Story()
        story.declare("orders", config: ["retention.ms": .value("1000")])
        story.own("orders", config: ["retention.ms": "1000"], phase: .intended)
        #expect(try #require(story.plan().changes.first).action == .create)
        #expect(try #require(story.plan().changes.first).isDrift == false)

        story.stand("orders", config: ["retention.ms": "1000"])
        #expect(try #require(story.plan().changes.first).action == .record)
    }

    @Test func `an intent does not make another's topic ours`() {
        var story = Story()
        story.declare("orders", config: ["retention.ms": .value("1000")])
        story.own("orders", config: ["retention.ms": "1000"], phase: .intended)
        story.stand("orders", partitions: 12)
        #expect(story.plan().changes.isEmpty)
        #expect(story.plan().notices.map(\.kind) == [.notOwned])
    }

    @Test func `a kind outside the scope is not managed at all`() {
        var story = Story()
        story.declare("orders")
        story.own("gone")
        story.stand("gone")
        story.options.prunes = true
        story.scope = .init(kinds: [.init("Access")])
        #expect(story.plan().changes.isEmpty && story.plan().notices.isEmpty)
    }

    @Test func `the wrong cluster is refused whole`() {
        var story = Story()
        story.declare("orders")
        story.desired.resource.spec.clusterId = .init("another-id")
        #expect(story.plan().changes.isEmpty)
        #expect(story.plan().notices.map(\.kind) == [.wrongCluster])
    }

    @Test func `a cluster that could not be read gets no changes`() {
        var story = Story()
        story.declare("orders")
        let mesh = DesiredMesh(name: "shop", clusters: ["eu": story.desired])
        let plan = planMesh(mesh, observations: ["eu": .failure(EngineFailure(.unreachable, "no"))])
        #expect(plan.isEmpty && plan.clusters.first?.failure != nil)
    }
}
