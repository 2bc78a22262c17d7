import EngineInterface
import MeshModel
import MeshPlanning
import Testing

@Suite struct `What is protected` {
    // Complaint 4: prevent_destroy vanished with the block.
    @Test func `taking the manifest away does not take the protection away`() {
        var story = Story()
        story.stand("orders")
        story.own("orders", protected: true)
        story.find("orders", holding: 0)
        story.options.prunes = true
        story.options.skipsQuarantine = true
        #expect(story.plan().changes.isEmpty && story.plan().notices.map(\.kind) == [.protected])
    }

    // Complaint 5: the plan showed a deletion that apply then refused.
    @Test func `the plan itself refuses, so that apply has nothing to find out`() {
        var story = Story()
        story.stand("orders")
        story.own("orders", protected: true)
        story.options.prunes = true
        let mesh = story.mesh
        #expect(planMesh(mesh, observations: ["eu": .success(story.observed)], options: story.options).refusals.count == 1)
    }

    @Test func `lifting it is a change of its own, shown before any deletion can be planned`() throws {
        var story = Story()
        story.declare("orders", partitions: 6)
        story.stand("orders")
        story.own("orders", protected: true)
        story.options.prunes = true
        let change = try #require(story.plan().changes.first)
        #expect(change.action == .update && change.risk == .notable)
        #expect(change.fields.contains(FieldChange("deletionProtection", from: "true", to: "false")))
        #expect(change.reasons.contains { $0.contains("protection is lifted") })
    }

    @Test func `no record of a protected topic is deleted by a setting either`() throws {
        var story = Story()
        story.declare("orders", config: ["retention.ms": .value("500")]) { $0.deletionProtection = true }
        story.stand("orders", config: ["retention.ms": "1000"])
        story.own("orders", config: ["retention.ms": "1000"], protected: true)
        #expect(recordQuestions(of: story.plan(), in: story.observed).count == 1, "first it is counted")
        story.observed.topics["orders"]?.held = HeldRecords(total: 3, expired: 2)
        #expect(story.plan().changes.isEmpty && story.plan().notices.map(\.kind) == [.protected])
        story.observed.topics["orders"]?.held = HeldRecords(total: 3, expired: 0)
        #expect(story.plan().changes.map(\.risk) == [.notable], "what loses nothing is not forbidden")
    }

    @Test func `lifting it and losing records in one apply is refused`() {
        var story = Story()
        story.declare("orders", config: ["retention.ms": .value("500")])
        story.stand("orders", config: ["retention.ms": "1000"])
        story.own("orders", config: ["retention.ms": "1000"], protected: true)
        #expect(story.plan().changes.isEmpty && story.plan().notices.map(\.kind) == [.protected])
    }

    @Test func `a protected rule is not revoked when its manifest goes`() throws {
        var story = Story()
        story.desired.access[.checkoutWrites] = DesiredAccess(deletionProtection: true, origins: [Origin(document: "Access a")])
        story.own(.checkoutWrites)
        story.observed.access = [.checkoutWrites]
        let change = try #require(story.plan().changes.first)
        #expect(change.action == .record && change.fields == [FieldChange("deletionProtection", from: "false", to: "true")])
        story.observed.ledger.apply(change.outcome)
        story.desired.access = [:]
        #expect(story.plan().changes.isEmpty && story.plan().notices.map(\.kind) == [.protected])
    }

    @Test func `a protected subject is not deleted, and lifting its protection is shown`() throws {
        var story = Story()
        story.register(subject: "orders-value", Schemas.order)
        story.own(subject: "orders-value", Schemas.order, protected: true)
        story.options.prunes = true
        #expect(story.plan().changes.isEmpty && story.plan().notices.map(\.kind) == [.protected])
        story.declare(subject: "orders-value", Schemas.order)
        let change = try #require(story.plan().changes.first)
        #expect(change.risk == .notable && change.fields == [FieldChange("deletionProtection", from: "true", to: "false")])
    }
}
