import Diagnostics
import EngineInterface
import MeshApplying
import MeshModel
import MeshPlanning
import Testing

@Suite struct `Applying a plan` {
    let engine = SimulatedEngine()

    static let rule = AccessRule(resourceType: .topic, pattern: .literal("a"), principal: "User:p", operation: .write)

    func desired(topics: [String] = ["a", "b"], rules: [AccessRule] = [rule]) -> DesiredMesh {
        let nowhere = SourceRange(file: SourceFile(path: "clusters.yaml", text: ""), start: .start, end: .start)
        var cluster = DesiredCluster(
            name: "eu",
            resource: Resource(metadata: Metadata(name: Located("eu")), spec: ClusterSpec(engine: Located(.embedded)), range: nowhere))
        for name in topics {
            cluster.topics[name] = DesiredTopic(
                name: name, partitions: 3, config: ["retention.ms": .value("1000")], origin: Origin(document: "Topic \(name)"))
        }
        for rule in rules { cluster.access[rule] = DesiredAccess(origins: [Origin(document: "Access r")]) }
        return DesiredMesh(name: "shop", clusters: ["eu": cluster])
    }

    func plan(_ mesh: DesiredMesh, options: PlanOptions = .init()) async throws -> ClusterPlan {
        planMesh(mesh, observations: ["eu": .success(try await engine.observe(configsOf: [], subjects: []))], options: options).clusters[0]
    }

    func apply(_ plan: ClusterPlan, chunkSize: Int = 1000) async throws -> [ChangeResult] {
        _ = try await engine.acquireLease(LeaseRequest(id: "a", holder: "ada", purpose: "apply", breaks: true)) { _ in false }
        return await applyPlan(plan, on: engine, terms: ApplyTerms(chunkSize: chunkSize))
    }

    @Test func `the plan after an apply is empty`() async throws {
        let results = try await apply(try await plan(desired()))
        #expect(results.count == 3 && results.allSatisfy { $0.status == .done })
        #expect(try await plan(desired()).changes.isEmpty)
    }

    @Test func `one refusal leaves the rest done and recorded, and what depends on it untried`() async throws {
        await engine.set { operation in
            if case .createTopic("a", _, _, _) = operation { .failed(EngineFailure(.refused, "no", code: "POLICY_VIOLATION")) } else { nil }
        }
        let results = try await apply(try await plan(desired()))
        #expect(results.map(\.status) == [.failed(EngineFailure(.refused, "no", code: "POLICY_VIOLATION")), .done, .notDone("topic 'a' was not created")])
        #expect(await engine.cluster.ledger.topics.keys.sorted() == ["b"], "the intent for 'a' is withdrawn")
        await engine.set { _ in nil }
        #expect(try await plan(desired()).changes.map(\.address.name) == ["a", Self.rule.addressName])
    }

    @Test func `nothing is done that could not be noted first`() async throws {
        await engine.set(ledgerWritesLeft: 0)
        let results = try await apply(try await plan(desired()))
        #expect(await engine.performed.isEmpty)
        #expect(results.allSatisfy { if case .notDone = $0.status { true } else { false } })
    }

    @Test(arguments: 0...5) func `cut off at any ledger write, the next run finishes`(writes: Int) async throws {
        await engine.set(ledgerWritesLeft: writes)
        _ = try await apply(try await plan(desired()), chunkSize: 1)
        await engine.set(ledgerWritesLeft: .max)
        let second = try await plan(desired())
        #expect(second.notices.isEmpty, "what Heddle made is never taken for somebody else's")
        let results = try await apply(second)
        #expect(results.allSatisfy { $0.status == .done })
        #expect(try await plan(desired()).changes.isEmpty)
        #expect(await engine.cluster.topics.keys.sorted() == ["a", "b"])
    }

    @Test func `an answer that was lost is settled by looking, or by the next plan`() async throws {
        let lost = EngineFailure(.unreachable, "connection lost", isRetriable: true)
        await engine.set { operation in if case .createTopic = operation { .unknown(lost) } else { nil } }
        await engine.set(losesUnanswered: { if case .createTopic("b", _, _, _) = $0 { true } else { false } })
        let results = try await apply(try await plan(desired(rules: [])))
        #expect(results.map(\.status) == [.done, .unknown(lost)])
        #expect(await engine.cluster.ledger.topics.mapValues(\.phase) == ["a": .applied, "b": .intended])
        await engine.set { _ in nil }
        #expect(try await plan(desired(rules: [])).changes.map(\.action) == [.create])
    }

    @Test func `what was accepted and is not there failed, and stays noted as meant`() async throws {
        await engine.set(vanishes: { if case .createTopic("a", _, _, _) = $0 { true } else { false } })
        let results = try await apply(try await plan(desired()))
        #expect(results.map(\.status) == [
            .failed(EngineFailure(.refused, "it was accepted and is not there")), .done, .notDone("topic 'a' was not created"),
        ])
        #expect(await engine.cluster.ledger.topics["a"]?.phase == .intended, "it may come yet, and is Heddle's then")
    }

    @Test func `a failed change of an owned topic leaves its note as it was`() async throws {
        _ = try await apply(try await plan(desired(rules: [])))
        let before = await engine.cluster.ledger
        var wanted = desired(rules: [])
        wanted.clusters["eu"]?.topics["a"]?.config["retention.ms"] = .value("2000")
        await engine.set { _ in .failed(EngineFailure(.refused, "no")) }
        _ = try await apply(try await plan(wanted))
        #expect(await engine.cluster.ledger == before)
    }

    @Test func `foreign topics and rules survive a prune of everything`() async throws {
        let theirs = AccessRule(resourceType: .group, pattern: .any, principal: "User:them", operation: .read)
        await engine.edit {
            $0.topics["theirs"] = ObservedTopic(partitions: 1, replication: 1, config: [:])
            $0.access.insert(theirs)
        }
        _ = try await apply(try await plan(desired()))
        _ = try await apply(try await plan(desired(topics: [], rules: []), options: PlanOptions(prunes: true, skipsQuarantine: true)))
        #expect(await engine.cluster.topics.keys.sorted() == ["theirs"])
        #expect(await engine.cluster.access == [theirs])
        #expect(await engine.cluster.ledger == Ledger())
    }
}
