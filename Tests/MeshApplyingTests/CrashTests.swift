import ContractModel
import Determinism
import Diagnostics
import EngineInterface
import MeshApplying
import MeshModel
import MeshPlanning
import Synchronization
import Testing

/// A plan with something in every stage, and an end of the program between any two of its effects.
@Suite struct `An apply that is cut off` {
    let engine = SimulatedEngine()

    static func rule(_ topic: String) -> AccessRule {
        AccessRule(resourceType: .topic, pattern: .literal(topic), principal: "User:p", operation: .write)
    }

    private func mesh(topics: [String: (partitions: Int, retention: String)], rules: [String], subjects: [String]) -> DesiredMesh {
        let nowhere = SourceRange(file: SourceFile(path: "clusters.yaml", text: ""), start: .start, end: .start)
        var cluster = DesiredCluster(
            name: "eu",
            resource: Resource(metadata: Metadata(name: Located("eu")), spec: ClusterSpec(engine: Located(.embedded)), range: nowhere))
        for (name, topic) in topics {
            cluster.topics[name] = DesiredTopic(
                name: name, owner: "team", partitions: topic.partitions, config: ["retention.ms": .value(topic.retention)],
                origin: Origin(document: "Topic \(name)"))
        }
        for topic in rules { cluster.access[Self.rule(topic)] = DesiredAccess(origins: [Origin(document: "Access r")]) }
        for name in subjects {
            cluster.subjects[name] = DesiredSubject(
                name: name, contract: "c-\(name)", format: .jsonSchema, schema: SourceFile(path: "s.json", text: #"{"type":"string"}"#),
                compatibility: .full, origin: Origin(document: "Contract c-\(name)"))
        }
        return DesiredMesh(name: "shop", clusters: ["eu": cluster])
    }

    private var before: DesiredMesh {
        mesh(topics: ["kept": (3, "1000"), "dropped": (1, "1000")], rules: ["kept", "dropped"], subjects: ["old"])
    }

    /// Registers, creates two, alters partitions and config of one, grants, revokes, deletes a topic and a subject.
    private var after: DesiredMesh {
        mesh(topics: ["kept": (6, "2000"), "new": (2, "1000"), "newer": (1, "1")], rules: ["kept", "new"], subjects: ["young"])
    }

    private func plan(_ mesh: DesiredMesh) async throws -> ClusterPlan {
        var observed = try await engine.observe(configsOf: [], subjects: [])
        if observed.subjects == nil { observed.subjects = [:] }
        if let cluster = mesh.clusters["eu"] {
            let questions = schemaQuestions(of: cluster, in: observed)
            for (question, history) in zip(questions, try await engine.history(of: questions)) {
                observed.subjects?[question.schema.subject]?.history = history
            }
        }
        return planMesh(mesh, observations: ["eu": .success(observed)], options: PlanOptions(prunes: true, skipsQuarantine: true)).clusters[0]
    }

    private func run(_ mesh: DesiredMesh, chunkSize: Int, stop: @escaping @Sendable () -> String? = { nil }) async throws -> [ChangeResult] {
        _ = try await engine.acquireLease(LeaseRequest(id: "a", holder: "ada", purpose: "apply", breaks: true)) { _ in false }
        let record = ApplyRecord(
            number: 0, purpose: "apply", startedAt: .distantPast, author: ApplyAuthor(user: "ada", host: "ci"), mesh: "shop", version: "1")
        return await applyPlan(
            try await plan(mesh), on: engine,
            terms: ApplyTerms(chunkSize: chunkSize, run: record, clock: { Instant(millisecondsSinceEpoch: 7) }, reasonToStop: stop))
    }

    /// 60 is more effects than the plan has, as the last expectation shows.
    @Test(arguments: 0...60, [1, 1000]) func `between any two effects is finished by the next`(effects: Int, chunkSize: Int) async throws {
        _ = try await run(before, chunkSize: 1000)
        await engine.edit { $0.topics["theirs"] = ObservedTopic(partitions: 1, replication: 1, config: [:]) }
        await engine.set(effectsLeft: effects)
        let first = try await run(after, chunkSize: chunkSize)
        #expect(first.count == 8)
        await engine.set(effectsLeft: .max)
        let second = try await plan(after)
        #expect(second.notices.isEmpty, "what Heddle made is never taken for somebody else's")
        #expect(try await run(after, chunkSize: chunkSize).allSatisfy { $0.status == .done })
        #expect(try await plan(after).changes.isEmpty)
        let cluster = await engine.cluster
        #expect(cluster.topics.keys.sorted() == ["kept", "new", "newer", "theirs"])
        #expect(cluster.topics["kept"]?.partitions == 6 && cluster.access == [Self.rule("kept"), Self.rule("new")])
        #expect(cluster.subjects?.keys.sorted() == ["young"])
        if effects == 60 { #expect(second.changes.isEmpty) }
    }

    @Test(arguments: 0...8) func `by a stop is finished by the next, and keeps what it began`(chunks: Int) async throws {
        _ = try await run(before, chunkSize: 1000)
        let asked = Counter()
        let results = try await run(after, chunkSize: 1) { asked.next() >= chunks ? "it was stopped" : nil }
        #expect(results.map { $0.status == .done } == results.indices.map { $0 < chunks })
        #expect(results.dropFirst(chunks).allSatisfy { $0.status == .notDone("it was stopped") })
        #expect(await engine.lease == nil, "it is given back")
        #expect(try await engine.runs().last?.counts == .init(done: min(8, chunks), notDone: max(0, 8 - chunks)))
        #expect(try await run(after, chunkSize: 1).allSatisfy { $0.status == .done })
        #expect(try await plan(after).changes.isEmpty)
    }

    @Test func `from its lease stops before its next write, and says what is done and what is not`() async throws {
        _ = try await run(before, chunkSize: 1000)
        _ = try await engine.acquireLease(LeaseRequest(id: "b", holder: "bob", purpose: "apply", breaks: true)) { _ in false }
        await engine.loseLease()
        let results = await applyPlan(try await plan(after), on: engine)
        #expect(results.allSatisfy { if case .notDone = $0.status { true } else { false } })
        #expect(try await plan(after).changes.count == 8)
    }

    @Test func `the history tells the run, and what each change was before and after`() async throws {
        _ = try await run(before, chunkSize: 1000)
        _ = try await run(after, chunkSize: 1000)
        let runs = try await engine.runs()
        #expect(runs.map(\.number) == [1, 2] && runs.map(\.counts.done) == [5, 8] && runs.allSatisfy { $0.endedAt != nil })
        let changes = try await engine.changes(ofRun: 2) ?? []
        #expect(changes.count == 8)
        var ledger = await engine.cluster.ledger
        for change in changes.reversed() { if let before = change.before { ledger.apply(before) } }
        #expect(ledger.topics.mapValues(\.partitions) == ["kept": 3, "dropped": 1])
        #expect(Set(ledger.access.keys) == [Self.rule("kept"), Self.rule("dropped")] && ledger.subjects.keys.sorted() == ["old"])
    }
}

private final class Counter: Sendable {
    private let count = Mutex(0)
    func next() -> Int { count.withLock { $0 += 1; return $0 - 1 } }
}
