import Determinism
import Diagnostics
import EngineInterface
import MeshModel
import Testing

@testable import MeshPlanning

@Suite struct `On the way to deletion` {
    static let start = Instant(millisecondsSinceEpoch: 1_700_000_000_000)
    static let writes = AccessRule(
        resourceType: .topic, pattern: .literal("orders"), principal: "User:*", operation: .write, permission: .deny)
    static let reads = AccessRule(
        resourceType: .topic, pattern: .literal("orders"), principal: "User:*", operation: .read, permission: .deny)

    /// A topic that Heddle owns, that nobody declares, and that holds records.
    func story(holding total: Int64 = 12, groups: [GroupUsage] = []) -> Story {
        var story = Story()
        story.stand("orders")
        story.own("orders")
        story.find("orders", holding: total, groups: groups)
        story.options.prunes = true
        story.options.now = Self.start
        return story
    }

    /// Does what the plan says to the story's cluster.
    func carryOut(_ story: inout Story) throws {
        let change = try #require(story.plan().changes.first)
        for operation in change.operations {
            switch operation {
            case .grant(let rule): story.observed.access.insert(rule)
            case .revoke(let rule): story.observed.access.remove(rule)
            case .deleteTopic(let name): story.observed.topics[name] = nil
            default: continue
            }
        }
        story.observed.ledger.apply(change.outcome)
    }

    // Complaint 3: queues with messages in them were deleted.
    @Test func `a topic with records loses its writers, then its readers, and then it goes`() throws {
        var story = story()
        var change = try #require(story.plan().changes.first)
        #expect(change.action == .quarantine && change.risk == .destructive && !change.needsNaming)
        #expect(change.operations == [.grant(Self.writes)])
        #expect(change.fields == [FieldChange("quarantine", from: nil, to: "draining")])
        #expect(change.intent == change.outcome, "a run that is cut off must know its own denials")
        #expect(change.reasons.contains { $0.contains("12 records") })

        try carryOut(&story)
        story.options.now = Self.start + .seconds(3599)
        #expect(story.plan().changes.isEmpty && story.plan().notices.map(\.kind) == [.quarantined])
        story.options.now = Self.start + .seconds(3600)
        change = try #require(story.plan().changes.first)
        #expect(change.action == .quarantine && change.operations == [.grant(Self.reads)])

        try carryOut(&story)
        #expect(story.observed.access == [Self.writes, Self.reads])
        story.options.now = Self.start + .seconds(3600 + 86_399)
        #expect(story.plan().changes.isEmpty && story.plan().refusalKinds.isEmpty)
        story.options.now = Self.start + .seconds(3600 + 86_400)
        change = try #require(story.plan().changes.first)
        #expect(change.action == .delete && change.needsNaming)
        #expect(change.operations == [.deleteTopic(name: "orders"), .revoke(Self.writes), .revoke(Self.reads)])
        #expect(change.outcome == .topic("orders", nil))
        try carryOut(&story)
        #expect(story.observed.access.isEmpty && story.plan().changes.isEmpty)
    }

    @Test func `the last step is permitted by its address alone`() throws {
        var story = story()
        story.options.skipsQuarantine = true
        let change = try #require(story.plan().changes.first)
        #expect(change.action == .delete)
        var permissions = Permissions()
        #expect(permissions.allow(parsing: "destructive") && !permissions.permits(change))
        #expect(permissions.allow(parsing: "destructive=topic/eu/other") && !permissions.permits(change))
        #expect(permissions.allow(parsing: "destructive=topic/eu/orders") && permissions.permits(change))
    }

    @Test func `an empty topic that nobody reads goes at once, by the class`() throws {
        let change = try #require(story(holding: 0, groups: [GroupUsage(group: "g", members: 0, lag: 0)]).plan().changes.first)
        #expect(change.action == .delete && !change.needsNaming && change.operations == [.deleteTopic(name: "orders")])
    }

    @Test func `an empty topic with members, with lag, or that nobody looked into is taken out of use first`() throws {
        let read = story(holding: 0, groups: [GroupUsage(group: "g", members: 1)])
        let lagging = story(holding: 0, groups: [GroupUsage(group: "g", members: 0, lag: 3)])
        var uncounted = story()
        uncounted.observed.topics["orders"]?.held = nil
        var uninspected = story(holding: 0)
        uninspected.observed.topics["orders"]?.usage = nil
        for story in [read, lagging, uncounted, uninspected] { #expect(story.plan().changes.map(\.action) == [.quarantine]) }
        #expect(recordQuestions(of: uncounted.plan(), in: uncounted.observed) == [RecordQuestion(topic: "orders", partitions: 3)])
        #expect(usageQuestions(of: uninspected.plan(), in: uninspected.observed) == ["orders"])
        #expect(usageQuestions(of: read.plan(), in: read.observed).isEmpty, "what is known is not asked again")
    }

    @Test func `members that are still connected are shown`() throws {
        var story = story(groups: [GroupUsage(group: "billing", members: 2, lag: 4)])
        try carryOut(&story)
        let notice = try #require(story.plan().notices.first)
        #expect(notice.message.contains("2 members of 'billing'"))
        #expect(notice.message.contains("2023-11-14 23:13 UTC") && notice.remedy?.contains("heddle undo topic/eu/orders") == true)
    }

    // Complaint 8: what was marked for deletion could not be got out again.
    @Test func `declared again, it is back in use, and only Heddle's own denials go`() throws {
        var story = story()
        let theirs = AccessRule(
            resourceType: .topic, pattern: .literal("orders"), principal: "User:mallory", operation: .write, permission: .deny)
        story.observed.access = [theirs]
        try carryOut(&story)
        story.declare("orders")
        story.options.prunes = false
        let change = try #require(story.plan().changes.first)
        #expect(change.action == .restore && change.operations == [.revoke(Self.writes)] && change.risk == .notable)
        try carryOut(&story)
        #expect(story.observed.access == [theirs])
        #expect(story.plan().changes.isEmpty && story.observed.ledger.topics["orders"]?.quarantine == nil)
    }

    @Test func `it is undone without a manifest, and there is no deadline that only a running controller could meet`() throws {
        var story = story()
        try carryOut(&story)
        story.options.now = Self.start + .seconds(1_000_000)
        story.options.prunes = false
        #expect(story.plan().changes.isEmpty, "time alone deletes nothing")
        let undo = planUndo(of: .topic("orders", on: "eu"), in: story.mesh, observed: story.observed)
        let change = try #require(undo.changes.first)
        #expect(undo.changes.count == 1 && change.action == .restore && change.operations == [.revoke(Self.writes)])
        guard case .topic("orders", let entry?) = change.outcome else { Issue.record("no entry"); return }
        #expect(entry.quarantine == nil && entry.partitions == 3)
        #expect(planUndo(of: .topic("other", on: "eu"), in: story.mesh, observed: story.observed).changes.isEmpty)
    }

    @Test func `another mesh's quarantine is not ours to undo`() throws {
        var story = story()
        try carryOut(&story)
        story.observed.ledger.topics["orders"]?.stewardship.mesh = "other"
        let undo = planUndo(of: .topic("orders", on: "eu"), in: story.mesh, observed: story.observed)
        #expect(undo.changes.isEmpty && undo.notices.map(\.kind) == [.ownedElsewhere])
    }

    @Test func `a forged ledger makes Heddle take away no rule but its own`() throws {
        var story = story()
        let forged: [AccessRule] = [.checkoutWrites, .mallorysDenial]
        story.observed.access = Set(forged)
        story.observed.ledger.topics["orders"]?.quarantine = LedgerQuarantine(stage: .closed, since: .epoch, denials: forged)
        #expect(try #require(story.plan().changes.first).operations == [.deleteTopic(name: "orders")])
        let undo = planUndo(of: .topic("orders", on: "eu"), in: story.mesh, observed: story.observed)
        #expect(try #require(undo.changes.first).operations.isEmpty)
    }

    @Test func `a denial that another hand had put in before stays`() throws {
        var story = story()
        story.observed.access = [Self.writes]
        let change = try #require(story.plan().changes.first)
        #expect(change.operations.isEmpty)
        guard case .topic(_, let entry?) = change.outcome else { Issue.record("no entry"); return }
        #expect(entry.quarantine?.denials == [])
    }

    @Test func `where a denial was taken away by another hand, the time begins anew`() throws {
        var story = story()
        try carryOut(&story)
        story.observed.access = []
        story.options.now = Self.start + .seconds(1_000_000)
        let change = try #require(story.plan().changes.first)
        #expect(change.action == .quarantine && change.isDrift && change.operations == [.grant(Self.writes)])
        guard case .topic(_, let entry?) = change.outcome else { Issue.record("no entry"); return }
        #expect(entry.quarantine?.stage == .draining && entry.quarantine?.since == story.options.now)
    }

    @Test func `what was dropped by another hand leaves no denials behind`() throws {
        var story = story()
        try carryOut(&story)
        story.observed.topics["orders"] = nil
        let change = try #require(story.plan().changes.first)
        #expect(change.action == .forget && change.operations == [.revoke(Self.writes)])
        story.declare("orders")
        let creation = try #require(story.plan().changes.first)
        #expect(creation.action == .create && creation.operations.last == .revoke(Self.writes))
    }

    @Test func `the mesh says how long it lasts, and a mesh that no longer says it shortens nothing`() throws {
        var story = story()
        story.declare("orders")
        story.deletion = DeletionPolicy(drain: Milliseconds(7_200_000), quarantine: Milliseconds(604_800_000))
        let change = try #require(story.plan().changes.first)
        #expect(change.action == .record && change.fields == [FieldChange("deletion", from: nil, to: "drain 2h, quarantine 7d")])
        try carryOut(&story)
        story.deletion = nil
        #expect(story.plan().changes.isEmpty)
        story.desired.topics = [:]
        try carryOut(&story)
        story.options.now = Self.start + .seconds(7199)
        #expect(story.plan().changes.isEmpty)
        story.deletion = DeletionPolicy(drain: Milliseconds(1000), quarantine: Milliseconds(0))
        #expect(story.plan().changes.map(\.action) == [.delete], "what is declared holds")
    }

    @Test func `a recorded haste is no longer one when the mesh does not ask for it`() {
        let haste = DeletionPolicy(drain: Milliseconds(0), quarantine: Milliseconds(0))
        #expect(DeletionPolicy.holding(declared: nil, recorded: haste) == .standard)
        #expect(DeletionPolicy.holding(declared: haste, recorded: .standard) == haste)
    }

    @Test func `with no time at all a topic with records is dropped at once, by its address`() throws {
        var story = story()
        story.deletion = DeletionPolicy(drain: Milliseconds(0), quarantine: Milliseconds(0))
        let change = try #require(story.plan().changes.first)
        #expect(change.action == .delete && change.needsNaming)
        story.deletion = DeletionPolicy(drain: Milliseconds(0), quarantine: Milliseconds(1000))
        #expect(try #require(story.plan().changes.first).operations == [.grant(Self.writes), .grant(Self.reads)])
    }

    @Test func `a cluster that keeps no rules can only wait, and the plan says so`() throws {
        var story = story()
        story.observed.capabilities.lacks(.access, because: "has no authorizer")
        let change = try #require(story.plan().changes.first)
        #expect(change.action == .quarantine && change.operations.isEmpty)
        #expect(change.reasons.contains { $0.contains("only waited") })
    }

    @Test func `where the first rule shuts everybody out, readers are let in until they have drained it`() throws {
        var story = story()
        story.desired.resource.spec.engine = Located(.kafka)
        story.observed.allowsWithoutRules = true
        let reading = AccessRule(resourceType: .topic, pattern: .literal("orders"), principal: "User:*", operation: .read)
        #expect(try #require(story.plan().changes.first).operations == [.grant(Self.writes), .grant(reading)])
        try carryOut(&story)
        story.options.now = Self.start + .seconds(3600)
        #expect(try #require(story.plan().changes.first).operations == [.grant(Self.reads)])
        try carryOut(&story)
        let undo = planUndo(of: .topic("orders", on: "eu"), in: story.mesh, observed: story.observed)
        #expect(Set(try #require(undo.changes.first).operations) == [.revoke(Self.writes), .revoke(reading), .revoke(Self.reads)])

        story.observed.access = [.checkoutWrites]
        story.observed.ledger.topics["orders"]?.quarantine = nil
        #expect(try #require(story.plan().changes.first).operations == [.grant(Self.writes)], "whoever may read is named by rules already")
    }
}

extension ClusterPlan {
    var refusalKinds: [Notice.Kind] { notices.map(\.kind).filter(\.isRefusal) }
}
