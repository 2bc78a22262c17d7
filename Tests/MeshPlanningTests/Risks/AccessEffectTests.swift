import Diagnostics
import EngineInterface
import MeshModel
@testable import MeshPlanning
import Testing

@Suite struct `What access changes in effect` {
    private func rule(
        _ pattern: AccessRule.Pattern, _ operation: AccessRule.Operation = .write, by principal: String = "User:checkout",
        _ permission: AccessRule.Permission = .allow
    ) -> AccessRule {
        AccessRule(resourceType: .topic, pattern: pattern, principal: principal, operation: operation, permission: permission)
    }

    private func kafka(openWithoutRules: Bool = false) -> Story {
        var story = Story()
        story.desired.resource.spec.engine = Located(.kafka)
        story.observed.allowsWithoutRules = openWithoutRules
        return story
    }

    @Test func `a grant that a prefix covers already gives nothing`() throws {
        var story = kafka()
        story.observed.access = [rule(.prefix("ord"))]
        story.declare(rule(.literal("orders")))
        let change = try #require(story.plan().changes.first)
        #expect(change.risk == .safe)
        #expect(change.reasons == ["User:checkout gains nothing: User:checkout/topic-prefix:ord/write allows it already"])
    }

    @Test func `a grant that a denial covers gives nothing`() throws {
        var story = kafka()
        story.observed.access = [rule(.any, .all, by: "User:*", .deny)]
        story.declare(rule(.literal("orders")))
        let change = try #require(story.plan().changes.first)
        #expect(change.risk == .safe && change.reasons[0].contains("gains nothing"))
    }

    @Test func `a grant that gives something says what`() throws {
        var story = kafka()
        story.declare(rule(.prefix("orders."), .read))
        let change = try #require(story.plan().changes.first)
        #expect(change.risk == .notable)
        #expect(change.reasons == ["User:checkout gains access: may read every topic that begins with 'orders.'"])
    }

    @Test func `a revocation that another rule makes good takes nothing`() throws {
        var story = kafka()
        let narrow = rule(.literal("orders"), .describe)
        story.own(narrow)
        story.observed.access = [narrow, rule(.literal("orders"), .read)]
        let change = try #require(story.plan().changes.first)
        #expect(change.reasons == ["User:checkout loses nothing: User:checkout/topic:orders/read still allows it"])
    }

    @Test func `a revocation says who loses what`() throws {
        var story = kafka()
        story.own(rule(.literal("orders")))
        story.observed.access = [rule(.literal("orders"))]
        #expect(try #require(story.plan().changes.first).reasons == ["User:checkout loses access: may no longer write topic 'orders'"])
    }

    @Test func `a rule moved to a prefix in one plan loses nothing`() throws {
        var story = kafka()
        story.own(rule(.literal("orders")))
        story.observed.access = [rule(.literal("orders"))]
        story.declare(rule(.prefix("ord")))
        let revocation = try #require(story.plan().changes.first { $0.action == .delete })
        #expect(revocation.reasons[0].contains("loses nothing"))
    }

    @Test func `the first rule on a topic locks others out where the cluster is open without rules`() throws {
        var story = kafka(openWithoutRules: true)
        story.stand("orders")
        story.declare(rule(.literal("orders")))
        let change = try #require(story.plan().changes.first)
        #expect(change.risk == .disruptive)
        #expect(change.reasons[0].contains("all others are locked out"))
    }

    @Test func `a second rule locks nobody out, and neither does one on a topic that is new`() throws {
        var story = kafka(openWithoutRules: true)
        story.stand("orders")
        story.observed.access = [rule(.literal("orders"), .read, by: "User:shipping")]
        story.declare(rule(.literal("orders")))
        story.declare(rule(.literal("fresh")))
        #expect(story.plan().changes.allSatisfy { $0.risk == .notable })
    }

    @Test func `a denial lifted is told as access gained only where something then allows it`() throws {
        var story = kafka()
        let denial = rule(.literal("orders"), .read, by: "User:mallory", .deny)
        story.own(denial)
        story.observed.access = [denial, rule(.literal("orders"), .read, by: "User:*")]
        let change = try #require(story.plan().changes.first)
        #expect(change.risk == .notable && change.reasons[0].contains("gains access"))
    }

    @Test func `describing follows from reading, and all follows from all`() {
        #expect(rule(.literal("a"), .read).covers(rule(.literal("a"), .describe)))
        #expect(rule(.any, .all).covers(rule(.prefix("x"), .alterConfigs)))
        #expect(!rule(.literal("a"), .read).covers(rule(.literal("a"), .write)))
        #expect(!rule(.literal("a"), .read, by: "User:x", .deny).covers(rule(.literal("a"), .describe, by: "User:x", .deny)))
        #expect(!rule(.prefix("orders.")).covers(rule(.prefix("ord"))))
    }
}

@Suite struct `More partitions` {
    @Test(arguments: [(6, 24, 75), (1, 2, 50), (3, 4, 75), (4, 6, 67)])
    func `the share of keys that move is computed`(old: Int, new: Int, percent: Int) throws {
        var story = Story()
        story.stand("orders", partitions: old)
        story.own("orders", partitions: old)
        story.declare("orders", partitions: new)
        let change = try #require(story.plan().changes.first)
        #expect(change.risk == .notable)
        #expect(change.reasons.contains { $0.contains("about \(percent) % of keys") }, "\(change.reasons)")
    }
}
