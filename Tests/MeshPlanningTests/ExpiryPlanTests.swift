import Determinism
import EngineInterface
import MeshModel
import MeshPlanning
import Testing

@Suite struct `Planning access for a while` {
    private let end = Instant(millisecondsSinceEpoch: 1_796_148_000_000)

    private func story(at now: Instant, _ rule: AccessRule = .checkoutWrites, expires: Instant? = nil) -> Story {
        var story = Story()
        story.options.now = now
        story.declare(rule)
        story.desired.access[rule]?.expires = expires ?? end
        return story
    }

    @Test func `before its end a grant is granted, and the plan says until when`() throws {
        let change = try #require(story(at: end - .milliseconds(1)).plan().changes.first)
        #expect(change.operations == [.grant(.checkoutWrites)])
        #expect(change.fields == [FieldChange("until", from: nil, to: "2026-12-01 18:00 UTC")])
    }

    @Test func `from its end on nothing is granted, and there is nothing to say`() {
        let plan = story(at: end).plan()
        #expect(plan.changes.isEmpty && plan.notices.isEmpty)
    }

    @Test func `an owned rule whose time is over is revoked, with the reason and the manifest`() throws {
        var story = story(at: end)
        story.own(.checkoutWrites)
        story.observed.access = [.checkoutWrites]
        let change = try #require(story.plan().changes.first)
        #expect(change.operations == [.revoke(.checkoutWrites)] && change.risk == .safe && !change.isDrift)
        #expect(change.reasons.last == "its time was over at 2026-12-01 18:00 UTC, as Access a says")
        #expect(change.fields == [FieldChange("until", from: "2026-12-01 18:00 UTC", to: nil)])
        story.options.now = end - .milliseconds(1)
        #expect(story.plan().changes.isEmpty)
    }

    @Test func `a rule that another hand made stays when the manifest's time is over`() {
        var story = story(at: end)
        story.observed.access = [.checkoutWrites]
        story.desired.access[.checkoutWrites]?.adopts = true
        #expect(story.plan().changes.isEmpty)
    }

    @Test func `the end of a denial is notable: somebody gets in`() throws {
        var story = story(at: end, .mallorysDenial)
        story.own(.mallorysDenial)
        story.observed.access = [.mallorysDenial]
        let change = try #require(story.plan().changes.first)
        #expect(change.operations == [.revoke(.mallorysDenial)] && change.risk == .notable)
        #expect(change.reasons.count == 2 && change.reasons[1].contains("its time was over"))
    }

    @Test func `what several documents say is told of all`() throws {
        var story = story(at: end)
        story.own(.checkoutWrites)
        story.observed.access = [.checkoutWrites]
        story.desired.access[.checkoutWrites]?.origins = ["Access a", "Access b", "Access a"].map { Origin(document: $0) }
        #expect(try #require(story.plan().changes.first).reasons.last?.hasSuffix("as Access a and Access b say") == true)
        story.desired.access[.checkoutWrites]?.origins = ["a", "b", "c", "d"].map { Origin(document: "Access \($0)") }
        #expect(try #require(story.plan().changes.first).reasons.last?.hasSuffix("as Access a and Access b and others say") == true)
    }

    @Test func `removed by another hand after its end, it is only forgotten`() throws {
        var story = story(at: end)
        story.own(.checkoutWrites)
        let change = try #require(story.plan().changes.first)
        #expect(change.action == .forget && !change.isDrift)
    }

    @Test func `a rollback does not bring back what is over`() {
        var story = story(at: end)
        story.own(.checkoutWrites)
        let earlier = EarlierLedger(ledger: story.observed.ledger)
        story.observed.ledger.access = [:]
        let (cluster, _) = desiredCluster(story.desired, of: "shop", as: earlier, observed: story.observed, name: "apply 3")
        story.desired = cluster
        #expect(story.plan().changes.isEmpty)
        story.options.now = end - .milliseconds(1)
        #expect(story.plan().changes.map(\.operations) == [[.grant(.checkoutWrites)]])
    }

    @Test func `compared without a mesh, what is over on both sides is no difference`() throws {
        let story = story(at: end)
        let before = appliedState(of: story.desired, in: story.mesh, now: end)
        #expect(before.access.isEmpty)
        var later = story
        later.observed = before
        later.desired.access[.checkoutWrites]?.expires = end + .seconds(1)
        #expect(later.plan().changes.map(\.operations) == [[.grant(.checkoutWrites)]])
    }
}
