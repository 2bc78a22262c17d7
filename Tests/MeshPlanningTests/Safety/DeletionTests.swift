import Determinism
import EngineInterface
import MeshModel
import MeshPlanning
import Testing

@Suite struct `What is never deleted` {
    // Complaint 1, and kafka-gitops: a first run emptied a cluster.
    @Test func `a first run deletes nothing, whatever is there and whatever is asked for`() {
        var story = Story()
        for name in ["theirs", "orders", "__consumer_offsets", "_schemas"] { story.stand(name) }
        story.options.prunes = true
        story.options.skipsQuarantine = true
        #expect(story.plan().changes.isEmpty && story.plan().notices.isEmpty)
        story.declare("new")
        #expect(story.plan().changes.map(\.action) == [.create])
    }

    @Test func `a ledger that was lost makes nobody's topics Heddle's to delete`() {
        var story = Story()
        story.stand("orders")
        story.own("orders")
        story.find("orders", holding: 0)
        story.options.prunes = true
        #expect(story.plan().changes.map(\.action) == [.delete])
        story.observed.ledger = Ledger()
        #expect(story.plan().changes.isEmpty)
    }

    // Complaint 1: internal topics were among what was deleted.
    @Test(arguments: ["__consumer_offsets", "__transaction_state", "__heddle.state", "_schemas", "_confluent-metrics", "connect-status"])
    func `a ledger that names the engine's own topics, broken or forged, leads to no deletion`(name: String) {
        var story = Story()
        story.stand(name)
        story.observed.topics[name]?.isInternal = name == "connect-status"
        story.own(name)
        story.find(name, holding: 0)
        story.options.prunes = true
        #expect(story.plan().changes.isEmpty)
        #expect(story.plan().notices.map(\.kind) == [.orphan], "told, and no obstacle")
    }

    @Test func `an internal topic is neither made, nor changed, nor adopted`() {
        for isThere in [true, false] {
            var story = Story()
            story.declare("__consumer_offsets", partitions: 100) { $0.adopts = true }
            if isThere { story.stand("__consumer_offsets", partitions: 50) }
            #expect(story.plan().changes.isEmpty)
            #expect(story.plan().notices.map(\.kind) == [.reserved])
        }
    }

    // Complaint 2: one slip, hundreds of deletions.
    @Test func `a plan that deletes more than it may is refused whole, and says how many`() throws {
        var story = Story()
        for number in 0..<11 {
            story.stand("orders.\(number)")
            story.own("orders.\(number)")
            story.find("orders.\(number)", holding: number == 0 ? 5 : 0)
        }
        story.options.prunes = true
        let notice = try #require(story.plan().notices.first)
        #expect(notice.kind == .tooManyDeletions && notice.kind.isRefusal)
        #expect(notice.message.contains("11 topics and subjects") && notice.message.contains("10 are allowed"))
        #expect(notice.remedy?.contains("--max-deletions 11") == true)
        story.options.maxDeletions = 11
        #expect(story.plan().notices.isEmpty)
    }

    @Test func `no deletion at all is allowed where none may be`() {
        var story = Story()
        story.stand("orders")
        story.own("orders")
        story.options.prunes = true
        story.options.maxDeletions = 0
        #expect(story.plan().notices.map(\.kind) == [.tooManyDeletions])
        story.options.prunes = false
        #expect(story.plan().notices.map(\.kind) == [.orphan], "nothing is deleted, so nothing is too many")
    }

    @Test func `revocations lose nothing and are not counted`() {
        var story = Story()
        story.own(.checkoutWrites)
        story.observed.access = [.checkoutWrites]
        story.options.maxDeletions = 0
        #expect(story.plan().changes.map(\.action) == [.delete] && story.plan().notices.isEmpty)
    }

    // Complaint 6: a changed field became destroy and create.
    @Test func `no difference whatever is planned as deletion and creation`() {
        var story = Story()
        story.declare("orders", partitions: 2, config: ["cleanup.policy": .value("compact")]) { $0.replication = 3 }
        story.stand("orders", partitions: 6)
        story.own("orders", partitions: 6)
        story.options.prunes = true
        let plan = story.plan()
        #expect(plan.changes.isEmpty && plan.notices.map(\.kind) == [.impossible])
        #expect(!plan.notices[0].message.contains("delete"))
    }

    // Complaint 7: state that disagreed led to deletions.
    @Test func `what the cluster does not show is never deleted, and its protection is not forgotten`() {
        var story = Story()
        story.own("orders", protected: true)
        story.own("plain")
        story.options.prunes = true
        #expect(story.plan().changes.map { "\($0.action) \($0.address)" } == ["forget topic/eu/plain"])
        #expect(story.plan().notices.map(\.kind) == [.orphan])
    }

    @Test func `a topic that was told of in part is unknown, never as if it had no settings`() {
        for isDeclared in [true, false] {
            var story = Story()
            if isDeclared { story.declare("orders", config: ["retention.ms": .value("1000")]) }
            story.stand("orders")
            story.observed.topics["orders"]?.config = nil
            story.own("orders", config: ["retention.ms": "1000"], phase: .intended)
            story.options.prunes = true
            #expect(story.plan().changes.isEmpty)
            #expect(story.plan().notices.map(\.kind) == [.unknown])
        }
    }

    @Test func `nothing is planned for a cluster that failed to answer, and the others are planned`() {
        var story = Story()
        story.declare("orders")
        story.own("gone")
        story.options.prunes = true
        var mesh = story.mesh
        mesh.clusters["us"] = mesh.clusters["eu"]
        mesh.clusters["us"]?.name = "us"
        let plan = planMesh(
            mesh, observations: ["eu": .failure(EngineFailure(.misunderstood, "the ledger is corrupt")), "us": .success(story.observed)],
            options: story.options)
        #expect(plan.clusters[0].failure != nil && plan.clusters[0].changes.isEmpty && plan.clusters[0].notices.isEmpty)
        #expect(plan.clusters[1].changes.map(\.action) == [.create, .forget])
    }

    @Test func `a registry that was not asked is unknown: its subjects are neither deleted nor forgotten`() {
        var story = Story()
        story.own(subject: "orders-value", Schemas.order)
        story.observed.subjects = nil
        story.options.prunes = true
        #expect(story.plan().changes.isEmpty)
        #expect(story.plan().notices.map(\.kind) == [.orphan])
    }
}
