import ContractModel
import EngineInterface
import MeshModel
import MeshPlanning
import Testing

@Suite struct `Planning compatibility` {
    func story(declared: CompatibilityMode?, applied: CompatibilityMode?, there: CompatibilityMode?, schema: String = Schemas.order) -> Story {
        var story = Story()
        story.declare(subject: "s", schema) { $0.compatibility = declared }
        story.register(subject: "s", Schemas.order, mode: there)
        story.own(subject: "s", Schemas.order, mode: applied)
        return story
    }

    @Test func `tightening is safe, loosening is notable`() throws {
        for (mode, risk) in [(CompatibilityMode.full, RiskClass.safe), (.backwardTransitive, .safe), (.forward, .notable), (.none, .notable)] {
            let change = try #require(story(declared: mode, applied: .backward, there: .backward).plan().changes.first)
            #expect(change.risk == risk, "\(mode)")
            #expect(change.operations == [.setCompatibility(subject: "s", mode)])
            #expect(change.fields == [FieldChange("compatibility", from: "backward", to: mode.rawValue)])
        }
    }

    @Test func `what another hand set is drift where it is declared, and theirs where it is not`() throws {
        let change = try #require(story(declared: .full, applied: .full, there: .some(.none)).plan().changes.first)
        #expect(change.isDrift)
        #expect(change.fields == [FieldChange("compatibility", from: "none", to: "full", lastApplied: "full", isDrift: true)])
        #expect(story(declared: nil, applied: nil, there: .full).plan().changes.isEmpty)
        let released = try #require(story(declared: nil, applied: .full, there: .some(.none)).plan().changes.first)
        #expect(released.action == .record && released.operations.isEmpty, "released, and left as the other hand has it")
    }

    @Test func `a mode that is no longer declared is unset`() throws {
        let change = try #require(story(declared: nil, applied: .full, there: .full).plan().changes.first)
        #expect(change.operations == [.setCompatibility(subject: "s", nil)])
        #expect(change.risk == .notable && change.reasons.contains { $0.contains("backward") })
    }

    @Test func `the new mode is set before the schema that needs it, and judges it`() throws {
        let loosened = try #require(story(declared: .some(.none), applied: .backward, there: .backward, schema: Schemas.orderWithCustomer).plan().changes.first)
        #expect(loosened.operations.first == .setCompatibility(subject: "s", .some(.none)) && loosened.operations.count == 2)
        let tightened = story(declared: .full, applied: .forward, there: .forward, schema: Schemas.orderWithCustomer).plan()
        #expect(tightened.notices.map(\.kind) == [.incompatible])
    }

    @Test func `the registry's default holds where nobody says anything`() throws {
        var open = story(declared: nil, applied: nil, there: nil, schema: Schemas.orderWithCustomer)
        #expect(open.plan().notices.map(\.kind) == [.incompatible], "backward, unless told otherwise")
        open.observed.registryCompatibility = .forward
        #expect(open.plan().notices.isEmpty)
    }
}
