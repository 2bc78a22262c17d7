import MeshModel
import MeshPlanning
import Testing

@Suite struct `A registration that was cut off` {
    @Test func `before it was done is done again`() throws {
        var story = Story()
        story.declare(subject: "s", Schemas.order)
        story.own(subject: "s", Schemas.order, phase: .intended)
        let change = try #require(story.plan().changes.first)
        #expect(change.action == .create && !change.isDrift)
    }

    @Test func `before it was noted is noted`() throws {
        var story = Story()
        story.declare(subject: "s", Schemas.order)
        story.register(subject: "s", Schemas.orderReworded)
        story.own(subject: "s", Schemas.order, phase: .intended)
        let change = try #require(story.plan().changes.first)
        #expect(change.action == .record && change.operations.isEmpty && story.plan().notices.isEmpty)
    }

    @Test func `and then met another's subject is not ours`() {
        var story = Story()
        story.declare(subject: "s", Schemas.order)
        story.register(subject: "s", Schemas.money)
        story.own(subject: "s", Schemas.order, phase: .intended)
        #expect(story.plan().changes.isEmpty && story.plan().notices.map(\.kind) == [.notOwned])
        story.desired.subjects = [:]
        #expect(story.plan().changes.map(\.action) == [.forget])
    }

    @Test func `is recognised by the registry's own word`() throws {
        var story = Story()
        story.declare(subject: "s", Schemas.order)
        story.register(subject: "s", "as this registry writes it")
        story.own(subject: "s", Schemas.order, phase: .intended)
        story.observed.subjects?["s"]?.history = nil
        #expect(schemaQuestions(of: story.desired, in: story.observed).count == 1)
        story.observed.subjects?["s"]?.history = SubjectHistory(versions: [], declaredVersion: 1)
        #expect(story.plan().changes.map(\.action) == [.record])
    }
}
