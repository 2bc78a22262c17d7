import ContractModel
import Diagnostics
import EngineInterface
import MeshModel
import MeshPlanning
import Testing

@Suite struct `Planning subjects` {
    @Test func `a declared subject that is not there is registered, noted before and after`() throws {
        var story = Story()
        story.declare(subject: "orders-value", Schemas.order) { $0.compatibility = .full }
        let change = try #require(story.plan().changes.first)
        #expect(change.address == .contract("contract-of-orders-value") && change.subject == "orders-value")
        #expect(change.action == .create && change.risk == .safe && !change.isDrift && change.stage == .registerSchemas)
        #expect(
            change.operations == [
                .registerSchema(SubjectSchema(subject: "orders-value", format: .avro, schema: Schemas.order)),
                .setCompatibility(subject: "orders-value", .full),
            ])
        #expect(change.fields == [FieldChange("format", from: nil, to: "avro"), FieldChange("compatibility", from: nil, to: "full")])
        guard case .subject("orders-value", let intended?) = change.intent, case .subject(_, let applied?) = change.outcome else {
            Issue.record("not noted")
            return
        }
        #expect(intended.phase == .intended && applied.phase == .applied && applied.compatibility == .full)
        #expect(change.withdrawal == .subject("orders-value", nil))
    }

    @Test(arguments: [Schemas.order, Schemas.orderReworded])
    func `what is as declared and owned needs nothing, however the registry writes it`(registered: String) {
        var story = Story()
        story.declare(subject: "orders-value", Schemas.order)
        story.register(subject: "orders-value", registered)
        story.own(subject: "orders-value", Schemas.order)
        #expect(story.plan().changes.isEmpty && story.plan().notices.isEmpty)
        #expect(schemaQuestions(of: story.desired, in: story.observed).isEmpty)
    }

    @Test func `what the registry itself takes for the declared schema is as declared`() {
        var story = Story()
        story.declare(subject: "orders-value", "\"int\"")
        story.register(subject: "orders-value", "INT, as this registry writes it")
        story.own(subject: "orders-value", "\"int\"")
        story.observed.subjects?["orders-value"]?.history?.declaredVersion = 1
        #expect(story.plan().changes.isEmpty && story.plan().notices.isEmpty)
    }

    @Test func `a compatible change is safe, and told field by field`() throws {
        var story = Story()
        story.declare(subject: "orders-value", Schemas.orderWithCoupon)
        story.register(subject: "orders-value", Schemas.order)
        story.own(subject: "orders-value", Schemas.order)
        let change = try #require(story.plan().changes.first)
        #expect(change.action == .update && change.risk == .safe && !change.isDrift)
        #expect(change.fields == [FieldChange("fields.couponCode", from: nil, to: "union null|string, default null")])
        #expect(change.operations == [.registerSchema(SubjectSchema(subject: "orders-value", format: .avro, schema: Schemas.orderWithCoupon))])
    }

    @Test func `a change of wording alone is noted, and is no new version`() throws {
        var story = Story()
        story.declare(subject: "orders-value", Schemas.orderReworded)
        story.register(subject: "orders-value", Schemas.order)
        story.own(subject: "orders-value", Schemas.order)
        let change = try #require(story.plan().changes.first)
        #expect(change.action == .record && change.operations.isEmpty && change.stage == .note)
        #expect(change.fields == [FieldChange("schema", from: nil, to: "changed in its text only: no new version")])
        story.own(subject: "orders-value", Schemas.orderReworded)
        #expect(story.plan().changes.isEmpty)
    }

    @Test func `an incompatible change is refused with its rule and place`() throws {
        var story = Story()
        story.declare(subject: "orders-value", Schemas.orderWithCustomer)
        story.register(subject: "orders-value", Schemas.order)
        story.own(subject: "orders-value", Schemas.order)
        #expect(story.plan().changes.isEmpty)
        let notice = try #require(story.plan().notices.first)
        #expect(notice.kind == .incompatible && notice.kind.isRefusal && notice.subject == "orders-value")
        #expect(notice.message.contains("avro/") && notice.message.contains("customer") && notice.message.contains("version 1"), "\(notice.message)")
    }

    @Test(arguments: [CompatibilityMode.forward, .none]) func `the subject's own mode is what counts`(mode: CompatibilityMode) throws {
        var story = Story()
        story.declare(subject: "orders-value", Schemas.orderWithCustomer)
        story.register(subject: "orders-value", Schemas.order, mode: mode)
        story.own(subject: "orders-value", Schemas.order)
        let change = try #require(story.plan().changes.first)
        #expect(change.risk == (mode == .none ? .notable : .safe))
        #expect(change.reasons.contains { $0.hasPrefix("compatibility is none") } == (mode == .none))
    }

    @Test func `a transitive mode asks every version, another the latest alone`() throws {
        // Version 1 has a string where version 2 has none and version 3 would have an int.
        let first = Schemas.record("Order", #"{"name":"id","type":"string","default":""}"#)
        let second = Schemas.record("Order", "")
        let third = Schemas.record("Order", #"{"name":"id","type":"int","default":0}"#)
        for (mode, isRefused) in [(CompatibilityMode.backward, false), (.backwardTransitive, true)] {
            var story = Story()
            story.declare(subject: "s", third) { $0.compatibility = mode }
            story.register(subject: "s", first, second, mode: mode)
            story.own(subject: "s", second, mode: mode)
            #expect(story.plan().notices.map(\.kind) == (isRefused ? [.incompatible] : []))
            #expect(story.plan().changes.isEmpty == isRefused)
            story.observed.subjects?["s"]?.history = nil
            #expect(schemaQuestions(of: story.desired, in: story.observed).map(\.everyVersion) == [isRefused])
        }
    }

    @Test func `another format is incompatible`() throws {
        var story = Story()
        story.declare(subject: "s", #"{"type":"object"}"#, format: .jsonSchema)
        story.register(subject: "s", Schemas.order)
        story.own(subject: "s", Schemas.order)
        let notice = try #require(story.plan().notices.first)
        #expect(notice.kind == .incompatible && notice.message.contains("avro") && notice.message.contains("json-schema"))
    }

    @Test func `a version that another hand registered is drift, and is replaced`() throws {
        var story = Story()
        story.declare(subject: "orders-value", Schemas.record("Order", #"{"name":"id","type":"string"}"#))
        story.register(subject: "orders-value", Schemas.order, Schemas.orderWithCoupon)
        story.own(subject: "orders-value", Schemas.order)
        let change = try #require(story.plan().changes.first)
        #expect(change.isDrift && change.action == .update)
        #expect(change.reasons == ["version 2 was registered outside Heddle"])
        #expect(change.fields.map(\.path) == ["fields.total", "fields.couponCode"] && change.fields.allSatisfy(\.isDrift))
    }

    @Test func `what another hand registered on top of the declared version cannot be mended`() throws {
        var story = Story()
        story.declare(subject: "orders-value", Schemas.order)
        story.register(subject: "orders-value", Schemas.order, Schemas.orderWithCoupon)
        story.own(subject: "orders-value", Schemas.order)
        #expect(story.plan().changes.isEmpty)
        let notice = try #require(story.plan().notices.first)
        #expect(notice.kind == .impossible && notice.isDrift && notice.message.contains("registered outside Heddle"))
        // The same by one's own hand, who took back what was applied, is no drift.
        story.own(subject: "orders-value", Schemas.orderWithCoupon)
        #expect(try #require(story.plan().notices.first).isDrift == false)
    }

    @Test func `what was deleted by another hand is registered anew`() throws {
        var story = Story()
        story.declare(subject: "orders-value", Schemas.order)
        story.own(subject: "orders-value", Schemas.order)
        let change = try #require(story.plan().changes.first)
        #expect(change.action == .create && change.isDrift && change.reasons == ["it was deleted outside Heddle"])
    }

    @Test(arguments: [Schemas.order, Schemas.orderWithCoupon])
    func `what is there already and not ours is left alone, even if it is the very same`(registered: String) throws {
        var story = Story()
        story.declare(subject: "orders-value", Schemas.order)
        story.register(subject: "orders-value", registered)
        #expect(story.plan().changes.isEmpty && story.plan().notices.map(\.kind) == [.notOwned])
        #expect(schemaQuestions(of: story.desired, in: story.observed).isEmpty, "nothing is asked of what is not ours")
    }

    @Test func `adopting takes over what is there, and registers what differs`() throws {
        for (registered, operations) in [(Schemas.orderReworded, 0), (Schemas.order, 1)] {
            var story = Story()
            story.declare(subject: "orders-value", registered == Schemas.order ? Schemas.orderWithCoupon : Schemas.order) { $0.adopts = true }
            story.register(subject: "orders-value", registered)
            let change = try #require(story.plan().changes.first)
            #expect(change.action == .adopt && change.operations.count == operations && !change.isDrift)
            #expect(story.plan().notices.isEmpty)
        }
    }

    @Test func `what another mesh owns is refused where declared, and nothing to us otherwise`() {
        var story = Story()
        story.register(subject: "orders-value", Schemas.order)
        story.own(subject: "orders-value", Schemas.order, mesh: "bank")
        #expect(story.plan().changes.isEmpty && story.plan().notices.isEmpty)
        story.declare(subject: "orders-value", Schemas.order)
        #expect(story.plan().changes.isEmpty && story.plan().notices.map(\.kind) == [.ownedElsewhere])
    }

    @Test func `what is no longer declared is kept, and deleted only where asked for and not protected`() throws {
        var story = Story()
        story.register(subject: "orders-value", Schemas.order, Schemas.orderWithCoupon)
        story.own(subject: "orders-value", Schemas.orderWithCoupon)
        let notice = try #require(story.plan().notices.first)
        #expect(notice.kind == .orphan && !notice.kind.isRefusal && notice.remedy?.contains("heddle forget contract/contract-of-orders-value") == true)

        story.options.prunes = true
        let change = try #require(story.plan().changes.first)
        #expect(change.action == .delete && change.risk == .destructive && change.operations == [.deleteSubject(subject: "orders-value")])
        #expect(change.fields == [FieldChange("versions", from: "1, 2", to: nil)])
        #expect(!Permissions().permits(change))

        story.own(subject: "orders-value", Schemas.orderWithCoupon, protected: true)
        #expect(story.plan().changes.isEmpty && story.plan().notices.map(\.kind) == [.protected])
    }

    @Test func `what is neither declared nor there any more is forgotten`() throws {
        var story = Story()
        story.observed.subjects = [:]
        story.own(subject: "orders-value", Schemas.order)
        let change = try #require(story.plan().changes.first)
        #expect(change.action == .forget && change.operations.isEmpty && change.outcome == .subject("orders-value", nil))
    }

    @Test func `without a registry what is owned is told of, and what is declared refused`() throws {
        var story = Story()
        story.own(subject: "old-value", Schemas.order)
        #expect(story.observed.subjects == nil)
        #expect(story.plan().changes.isEmpty && story.plan().notices.map(\.kind) == [.orphan], "what nobody looked at is never called gone")
        story.declare(subject: "orders-value", Schemas.order)
        story.observed.subjects = nil
        #expect(story.plan().changes.isEmpty && Set(story.plan().notices.map(\.kind)) == [.orphan, .impossible])
    }

    @Test func `a mesh whose scope leaves contracts out plans none`() {
        var story = Story()
        story.declare(subject: "orders-value", Schemas.order)
        story.scope = MeshSpec.Scope(kinds: [Located("Topic")])
        #expect(story.plan().changes.isEmpty)
    }

    @Test func `a target leaves other contracts out`() {
        var story = Story()
        story.declare(subject: "a", Schemas.order)
        story.declare(subject: "b", Schemas.order)
        story.options.targets = [.contract("contract-of-b")]
        #expect(story.plan().changes.map(\.subject) == ["b"])
    }

    @Test func `a new owner alone is noted`() throws {
        var story = Story()
        story.declare(subject: "a", Schemas.order) {
            $0.owner = "others"
            $0.contract = "renamed"
        }
        story.register(subject: "a", Schemas.order)
        story.own(subject: "a", Schemas.order)
        let change = try #require(story.plan().changes.first)
        #expect(change.action == .record && change.fields.map(\.path) == ["owner", "contract"])
    }
}
