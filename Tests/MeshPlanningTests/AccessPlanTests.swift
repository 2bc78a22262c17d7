import MeshModel
import MeshPlanning
import Testing

@Suite struct `Planning access` {
    @Test func `a grant is notable, a denial is safe`() throws {
        var story = Story()
        story.declare(.checkoutWrites)
        story.declare(.mallorysDenial)
        let risks = Dictionary(uniqueKeysWithValues: story.plan().changes.map { ($0.address.name, $0.risk) })
        #expect(risks[AccessRule.checkoutWrites.addressName] == .notable)
        #expect(risks[AccessRule.mallorysDenial.addressName] == .safe)
    }

    @Test func `an owned rule that nobody declares is revoked`() throws {
        var story = Story()
        story.own(.checkoutWrites)
        story.observed.access = [.checkoutWrites]
        let change = try #require(story.plan().changes.first)
        #expect(change.action == .delete && change.operations == [.revoke(.checkoutWrites)])
    }

    @Test func `a rule that another hand made is never revoked`() {
        var story = Story()
        story.observed.access = [.checkoutWrites]
        #expect(story.plan().changes.isEmpty)
        story.declare(.checkoutWrites)
        #expect(story.plan().changes.isEmpty, "it is as wanted, and stays the other hand's")
    }

    @Test func `a rule of another mesh is never revoked`() {
        var story = Story()
        story.own(.checkoutWrites, mesh: "other")
        story.observed.access = [.checkoutWrites]
        #expect(story.plan().changes.isEmpty)
    }

    @Test func `a rule removed by another hand is granted again, as drift`() throws {
        var story = Story()
        story.declare(.checkoutWrites)
        story.own(.checkoutWrites)
        #expect(try #require(story.plan().changes.first).isDrift)
    }

    @Test func `rules are granted after topics are created and revoked before topics are deleted`() {
        var story = Story()
        story.options.prunes = true
        story.declare("orders")
        story.declare(.checkoutWrites)
        story.own(.mallorysDenial)
        story.observed.access = [.mallorysDenial]
        story.stand("gone")
        story.own("gone")
        #expect(story.plan().changes.map(\.stage) == [.createTopics, .grant, .revoke, .deleteTopics])
    }
}
