import ContractModel
import Diagnostics
import EngineInterface
import MeshModel
import MeshPlanning
import TestSupport
import Testing

@Suite struct `The way back` {
    private let steward = Stewardship(mesh: "shop", owner: "team")
    private let rule = AccessRule(resourceType: .topic, pattern: .literal("a"), principal: "User:p", operation: .write)

    private func topic(_ partitions: Int, phase: LedgerPhase = .applied, retention: String = "1") -> LedgerTopic {
        LedgerTopic(phase: phase, stewardship: steward, partitions: partitions, config: ["retention.ms": retention])
    }

    private func change(_ before: LedgerUpdate, _ after: LedgerUpdate?, _ status: AppliedChange.Status = .done) -> AppliedChange {
        AppliedChange(address: .topic("a", on: "eu"), action: "update", status: status, before: before, after: after)
    }

    private var present: DesiredCluster {
        let nowhere = SourceRange(file: SourceFile(path: "clusters.yaml", text: ""), start: .start, end: .start)
        return DesiredCluster(
            name: "eu",
            resource: Resource(metadata: Metadata(name: Located("eu")), spec: ClusterSpec(engine: Located(.embedded)), range: nowhere))
    }

    @Test func `changes are taken back from the last one on, and only those that were done`() {
        let runs: [(number: Int, changes: [AppliedChange]?)] = [
            (2, [change(.topic("a", topic(1)), .topic("a", topic(2)))]),
            (3, [change(.topic("a", topic(2)), .topic("a", topic(3))), change(.topic("b", nil), .topic("b", topic(1)))]),
            (4, [change(.topic("a", topic(9)), nil, .failed), change(.topic("c", topic(4)), .topic("c", nil))]),
        ]
        let now = Ledger(topics: ["a": topic(3), "b": topic(1)])
        #expect(undoRuns(runs, in: now) == EarlierLedger(ledger: Ledger(topics: ["a": topic(1), "c": topic(4)]), forgottenRuns: []))
        #expect(undoRuns([(4, nil), (3, nil)], in: now) == EarlierLedger(ledger: now, forgottenRuns: [3, 4]))
        #expect(undoRuns([], in: now).ledger == now)
    }

    /// Random histories: whatever was done, undoing it gives what was before.
    @Test func `undoing all that was done gives what was before`() {
        var chance = SeededGenerator(seed: 3)
        for _ in 0..<300 {
            var ledger = Ledger()
            var states = [ledger]
            var runs: [(number: Int, changes: [AppliedChange]?)] = []
            for number in 1...6 {
                let start = ledger
                var changes: [AppliedChange] = []
                for name in ["a", "b", "c", "d"] where Bool.random(using: &chance) {
                    let after: LedgerUpdate = .topic(name, Bool.random(using: &chance) ? topic(Int.random(in: 1...5, using: &chance)) : nil)
                    changes.append(change(start.present(after), after))
                    ledger.apply(after)
                }
                runs.append((number, changes))
                states.append(ledger)
            }
            for number in 0...6 { #expect(undoRuns(Array(runs.dropFirst(number)), in: ledger).ledger == states[number]) }
        }
    }

    @Test func `a plan goes back as far as it can, and the rest is said`() {
        var foreign = topic(1)
        foreign.stewardship.mesh = "other"
        let earlier = EarlierLedger(
            ledger: Ledger(
                topics: ["a": topic(2, retention: "5"), "gone": topic(1), "half": topic(1, phase: .intended), "theirs": foreign],
                access: [rule: LedgerAccess(phase: .applied, stewardship: steward)]),
            forgottenRuns: [7])
        var observed = ObservedCluster(clusterId: "id")
        observed.ledger = Ledger(
            topics: ["a": topic(4), "new": topic(1), "theirs": foreign],
            subjects: [
                "a-value": LedgerSubject(phase: .applied, stewardship: steward, contract: "order", format: .avro, model: "m", text: "t")
            ])
        for (name, partitions) in ["a": 4, "new": 1, "theirs": 1] {
            observed.topics[name] = ObservedTopic(partitions: partitions, replication: 1, config: ["retention.ms": .init(value: "1", isSetOnTopic: true)])
        }
        let (cluster, notices) = desiredCluster(present, of: "shop", as: earlier, observed: observed, name: "apply 3")
        #expect(notices.map { "\($0.address.map { "\($0): " } ?? "")\($0.message)" } == [
            "what apply 7 changed on cluster 'eu' is not remembered; it is left as it is",
            "topic/eu/a: it had 2 partitions and has 4: partitions cannot be taken away",
            "topic/eu/gone: it is created anew: the records that it held do not come back",
            "contract/order: subject 'a-value' stays as it is: versions of a contract are not taken back",
        ])
        let mesh = DesiredMesh(name: "shop", scope: MeshSpec.Scope().ofTopicsAndAccess, clusters: ["eu": cluster])
        func plan(prunes: Bool) -> ClusterPlan {
            planMesh(mesh, observations: ["eu": .success(observed)], options: PlanOptions(prunes: prunes, skipsQuarantine: true, keepsClaim: true)).clusters[0]
        }
        #expect(plan(prunes: false).changes.map { "\($0.action) \($0.address.name)" } == ["create gone", "update a", "create \(rule.addressName)"])
        #expect(plan(prunes: true).changes.contains { $0.action == .delete && $0.address.name == "new" && $0.risk == .destructive })
        #expect(plan(prunes: true).changes.allSatisfy { $0.address.name != "theirs" })
    }

    @Test func `contracts are out of its scope, and so is what was out of the mesh's`() {
        #expect(MeshSpec.Scope().ofTopicsAndAccess.kinds?.map(\.value) == ["Topic", "Access", "Application"])
        #expect(MeshSpec.Scope(kinds: [Located("Contract"), Located("Access")]).ofTopicsAndAccess.kinds?.map(\.value) == ["Access"])
    }

    @Test func `what the scope leaves out today is not brought back`() {
        let earlier = EarlierLedger(ledger: Ledger(topics: ["orders": topic(1), "payments": topic(1)]))
        let (cluster, notices) = desiredCluster(
            present, of: "shop", as: earlier, observed: ObservedCluster(), scope: MeshSpec.Scope(prefixes: [Located("pay")]), name: "apply 3")
        #expect(cluster.topics.keys.sorted() == ["payments"])
        #expect(notices.first == RollbackNotice(.topic("orders", on: "eu"), "it is outside of what the mesh's scope has now; it is left as it is"))
    }
}
