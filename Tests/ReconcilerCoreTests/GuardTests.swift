import EngineInterface
import MeshControl
import MeshModel
import MeshPlanning
import Testing

@testable import ReconcilerCore

@Suite struct `What leans on a change that is not made` {
    private func rule(_ topic: String, _ operation: AccessRule.Operation = .read, _ permission: AccessRule.Permission = .allow) -> AccessRule {
        AccessRule(resourceType: .topic, pattern: .literal(topic), principal: "User:checkout", operation: operation, permission: permission)
    }

    private func creation(_ topic: String) -> Change {
        Change(
            address: .topic(topic, on: "eu"), action: .create, stage: .createTopics, operations: [.createTopic(name: topic, partitions: 1, replication: nil, config: [:])],
            outcome: .topic(topic, nil))
    }

    private func grant(_ rule: AccessRule, risk: RiskClass = .notable) -> Change {
        Change(address: .access(rule, on: "eu"), action: .create, stage: .grant, risk: risk, operations: [.grant(rule)], outcome: .access(rule, nil))
    }

    private func revocation(_ rule: AccessRule) -> Change {
        Change(address: .access(rule, on: "eu"), action: .delete, stage: .revoke, operations: [.revoke(rule)], outcome: .access(rule, nil))
    }

    private func judge(_ changes: [Change], suspending address: ResourceAddress? = nil, notices: [Notice] = []) -> GuardedPlan {
        var terms = GuardTerms(permissions: Permissions())
        if let address { terms.suspensions = [Suspension(address: address, by: "ada", at: .epoch)] }
        return guardPlan(ClusterPlan(cluster: "eu", changes: changes, notices: notices), observed: ObservedCluster(), terms: terms)
    }

    @Test func `is a right to a topic that is not created`() {
        let guarded = judge([creation("orders"), creation("stock"), grant(rule("orders")), grant(rule("stock"))], suspending: .topic("orders", on: "eu"))
        #expect(guarded.allowed.map(\.address.name) == ["stock", rule("stock").addressName])
        #expect(guarded.held.map(\.block.reason) == [.suspended, .dependencyHeld])
    }

    @Test func `is a right to a topic that is refused`() {
        let notice = Notice(.claimed, .topic("orders", on: "eu"), "another's")
        #expect(judge([grant(rule("orders"))], notices: [notice]).allowed.isEmpty)
    }

    @Test func `is the end of a right in whose place another waits`() {
        let guarded = judge([grant(rule("orders", .all), risk: .disruptive), revocation(rule("orders"))])
        #expect(guarded.allowed.isEmpty)
        #expect(guarded.waiting.count == 1 && guarded.held.count == 1)
    }

    @Test func `is an allowance beside a denial that is held`() {
        let denial = rule("orders", .write, .deny)
        let guarded = judge([grant(denial), grant(rule("orders", .all))], suspending: .access(denial, on: "eu"))
        #expect(guarded.allowed.isEmpty)
    }

    @Test func `is everything, where the claim of the mesh waits`() {
        let claim = Change(
            address: ResourceAddress(kind: .mesh, cluster: "eu", name: "shop"), action: .record, stage: .claim, risk: .disruptive, outcome: .claim("shop", LedgerClaim()))
        #expect(judge([claim, creation("orders")]).allowed.isEmpty)
    }

    @Test func `is not another principal's`() {
        var other = rule("orders")
        other.principal = "User:billing"
        let guarded = judge([grant(rule("orders", .all), risk: .disruptive), revocation(other)])
        #expect(guarded.allowed.map(\.stage) == [.revoke])
    }

    @Test func `does not wait once that is approved`() {
        let changes = [grant(rule("orders", .all), risk: .disruptive), revocation(rule("orders"))]
        let id = judge(changes).id ?? ""
        var terms = GuardTerms(permissions: Permissions())
        terms.approvals[id] = Approval(plan: id, by: "ada", at: .epoch)
        let guarded = guardPlan(ClusterPlan(cluster: "eu", changes: changes), observed: ObservedCluster(), terms: terms)
        #expect(guarded.allowed.count == 2 && guarded.waiting.isEmpty)
    }

    @Test func `has a name that follows from what would be done, and from nothing else`() {
        var (one, other) = (creation("orders"), creation("orders"))
        one.outcome = .topic("orders", LedgerTopic(phase: .applied, stewardship: Stewardship(mesh: "shop", source: SourceStamp(revision: "a")), partitions: 1))
        other.outcome = .topic("orders", LedgerTopic(phase: .applied, stewardship: Stewardship(mesh: "shop", source: SourceStamp(revision: "b")), partitions: 1))
        other.reasons = ["another word"]
        #expect(planIdentity(of: [one]) == planIdentity(of: [other]))
        other.operations = [.createTopic(name: "orders", partitions: 2, replication: nil, config: [:])]
        #expect(planIdentity(of: [one]) != planIdentity(of: [other]))
        #expect(planIdentity(of: [creation("a"), creation("b")]) != planIdentity(of: [creation("ab")]))
    }
}
