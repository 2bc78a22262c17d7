import Diagnostics
import EngineInterface
import MeshModel
import MeshPlanning
import Testing

@Suite struct `Who owns what` {
    static let ours = SourceStamp(repository: "github.com/acme/shop", revision: "aaaa")

    // Complaint 9: a controller in one cloud deleted what another had declared.
    @Test func `what is applied bears the repository and the revision it came from`() throws {
        var story = Story()
        story.source = Self.ours
        story.declare("orders")
        story.declare(.checkoutWrites)
        story.declare(subject: "orders-value", Schemas.order)
        for change in story.plan().changes { story.observed.ledger.apply(change.outcome) }
        #expect(story.observed.ledger.topics["orders"]?.stewardship.source == Self.ours)
        #expect(story.observed.ledger.access[.checkoutWrites]?.stewardship.source == Self.ours)
        #expect(story.observed.ledger.subjects["orders-value"]?.stewardship.source == Self.ours)
        #expect(story.observed.ledger.claims["shop"]?.repository == Self.ours.repository)
    }

    @Test func `a new revision by itself changes nothing`() {
        var story = Story()
        story.source = Self.ours
        story.declare("orders")
        story.declare(.checkoutWrites)
        story.declare(subject: "orders-value", Schemas.order)
        for change in story.plan().changes { story.observed.ledger.apply(change.outcome) }
        story.stand("orders")
        story.observed.access = [.checkoutWrites]
        story.register(subject: "orders-value", Schemas.order)
        story.source?.revision = "bbbb-dirty"
        #expect(story.plan().changes.isEmpty)
        story.source = nil
        #expect(story.plan().changes.isEmpty, "nor does a folder without git")
    }

    @Test func `a mesh of the same name from another repository asks before it takes over`() throws {
        var story = Story()
        story.source = SourceStamp(repository: "github.com/evil/fork", revision: "cccc")
        story.declare("orders")
        story.stand("old")
        story.own("old")
        story.observed.ledger.claims["shop"] = LedgerClaim(repository: Self.ours.repository)
        story.options.targets = [.topic("orders", on: "eu")]
        let move = try #require(story.plan().changes.first)
        #expect(move.address.description == "mesh/eu/shop" && move.stage == .claim && move.risk == .disruptive)
        #expect(move.fields == [FieldChange("repository", from: "github.com/acme/shop", to: "github.com/evil/fork")])
        var permissions = Permissions()
        #expect(!permissions.permits(move))
        #expect(permissions.allow(parsing: "disruptive=mesh/eu/shop") && permissions.permits(move))
    }

    @Test func `what is noted with the resources tells the repository where the claim is lost`() throws {
        var story = Story()
        story.source = SourceStamp(repository: "github.com/evil/fork")
        story.declare("orders")
        story.stand("orders")
        story.own("orders")
        story.observed.ledger.topics["orders"]?.stewardship.source = Self.ours
        #expect(try #require(story.plan().changes.first).risk == .disruptive)
    }

    // Complaint 10: one team's repository wiped another's topics.
    @Test(arguments: [("orders.", "orders."), ("orders.", "orders.eu."), ("orders.eu.", "orders.")])
    func `a prefix that another mesh has claimed is refused before anything is sent`(theirs: String, ours: String) throws {
        var story = Story()
        story.observed.ledger.claims["billing"] = LedgerClaim(repository: "github.com/acme/billing", prefixes: [theirs])
        story.scope.prefixes = [Located(ours)]
        story.declare("\(ours)eu.created")
        let plan = story.plan()
        let notice = try #require(plan.notices.first)
        #expect(plan.notices.count == 1 && notice.kind == .claimed && notice.kind.isRefusal)
        #expect(notice.message.contains("'billing' (github.com/acme/billing)"))
        #expect(notice.remedy?.contains("heddle forget mesh/eu/billing") == true)
        #expect(plan.changes.allSatisfy { $0.stage != .claim })
    }

    @Test func `meshes side by side, or of different kinds, do not meet`() {
        var story = Story()
        story.scope = .init(kinds: [Located("Topic")], prefixes: [Located("orders.")])
        story.observed.ledger.claims = [
            "billing": LedgerClaim(prefixes: ["payments."]), "security": LedgerClaim(prefixes: ["orders."], kinds: ["Access"]),
            "forged": LedgerClaim(prefixes: [""]),
        ]
        story.declare("orders.created")
        #expect(story.plan().notices.isEmpty)
        #expect(story.plan().changes.map(\.address.description) == ["mesh/eu/shop", "topic/eu/orders.created"])
    }

    @Test func `a topic under another mesh's prefix is refused, whatever the scope here says`() {
        var story = Story()
        story.observed.ledger.claims["billing"] = LedgerClaim(prefixes: ["payments."])
        story.declare("payments.settled")
        story.declare("orders.created")
        #expect(story.plan().notices.map { "\($0.kind) \($0.address)" } == ["claimed topic/eu/payments.settled"])
    }

    @Test func `names under which another mesh has topics already cannot be claimed`() throws {
        var story = Story()
        story.stand("orders.theirs")
        story.own("orders.theirs", mesh: "billing")
        story.scope.prefixes = [Located("orders.")]
        let notice = try #require(story.plan().notices.first)
        #expect(notice.kind == .claimed && notice.message.contains("'orders.theirs' belongs to the mesh 'billing'"))
        story.observed.ledger.claims["shop"] = LedgerClaim(prefixes: ["orders."])
        #expect(story.plan().notices.isEmpty, "who had claimed them before keeps them")
    }

    @Test func `a claim is noted once, and a changed scope is shown`() throws {
        var story = Story()
        story.scope.prefixes = [Located("orders.")]
        let first = try #require(story.plan().changes.first)
        #expect(first.action == .record && first.risk == .safe)
        story.observed.ledger.apply(first.outcome)
        #expect(story.plan().changes.isEmpty)
        story.scope.prefixes?.append(Located("payments."))
        #expect(try #require(story.plan().changes.first).fields == [FieldChange("prefixes", from: "orders.", to: "orders., payments.")])
    }

    // Complaint 10: the tool deleted its own rules.
    @Test func `Heddle's own principal is neither denied nor stripped of its rights`() {
        var story = Story()
        story.desired.ownPrincipal = "User:heddle"
        let right = AccessRule(resourceType: .cluster, pattern: .literal("kafka-cluster"), principal: "User:heddle", operation: .alter)
        story.own(right)
        story.observed.access = [right]
        #expect(story.plan().changes.isEmpty && story.plan().notices.map(\.kind) == [.orphan])
        for (principal, pattern) in [("User:heddle", AccessRule.Pattern.literal("x")), ("User:*", .any), ("User:*", .prefix("__"))] {
            story.desired.access = [:]
            story.declare(AccessRule(resourceType: .topic, pattern: pattern, principal: principal, operation: .write, permission: .deny))
            #expect(story.plan().changes.isEmpty && story.plan().refusalKinds == [.reserved])
        }
        story.desired.access = [:]
        story.declare(.mallorysDenial)
        #expect(story.plan().refusalKinds.isEmpty)
    }

    // Complaint 11: rules alone were to be managed, and topics went.
    @Test func `a kind that the scope does not name is not looked at, and the plan says which are`() {
        var story = Story()
        story.stand("orders")
        story.own("orders")
        story.own(.checkoutWrites)
        story.observed.access = [.checkoutWrites]
        story.options.prunes = true
        story.scope.kinds = [Located("Access")]
        let plan = planMesh(story.mesh, observations: ["eu": .success(story.observed)], options: story.options)
        #expect(plan.changes.map(\.address.kind) == [.access] && plan.clusters[0].notices.isEmpty)
        #expect(plan.scope.kinds == ["Access"] && !plan.scope.isEverything)
    }

    // Complaint 2: a prefix that bounded nothing.
    @Test func `an owned topic outside of the scope's prefixes is no candidate`() {
        var story = Story()
        for name in ["orders.old", "payments.old"] {
            story.stand(name)
            story.own(name)
            story.find(name, holding: 0)
        }
        story.observed.ledger.claims["shop"] = LedgerClaim(prefixes: ["orders."])
        story.scope.prefixes = [Located("orders.")]
        story.options.prunes = true
        #expect(story.plan().changes.map(\.address.name) == ["orders.old"])
        #expect(story.plan().notices.map { "\($0.kind) \($0.address.name)" } == ["orphan payments.old"])
    }

    @Test(arguments: [false, true]) func `what a narrowed scope leaves out is not forgotten when it is gone`(isProtected: Bool) throws {
        var story = Story()
        story.observed.ledger.topics["orders"] = LedgerTopic(
            phase: .applied, stewardship: Stewardship(mesh: "shop", deletionProtection: isProtected), partitions: 3)
        story.observed.ledger.topics["orders.new"] = LedgerTopic(phase: .intended, stewardship: Stewardship(mesh: "shop"), partitions: 3)
        story.scope.prefixes = [Located("payments.")]
        let plan = story.plan()
        #expect(plan.changes.filter { $0.stage != .claim }.isEmpty)
        #expect(plan.notices.map(\.kind) == [.orphan, .orphan])
    }
}
