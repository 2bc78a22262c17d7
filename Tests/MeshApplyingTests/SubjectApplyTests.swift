import ContractModel
import Diagnostics
import EngineInterface
import MeshApplying
import MeshModel
import MeshPlanning
import Testing

@Suite struct `Applying subjects` {
    let engine = SimulatedEngine()

    func desired(_ subjects: [(String, String, references: [String])], mode: CompatibilityMode? = nil) -> DesiredMesh {
        let nowhere = SourceRange(file: SourceFile(path: "clusters.yaml", text: ""), start: .start, end: .start)
        var cluster = DesiredCluster(
            name: "eu",
            resource: Resource(metadata: Metadata(name: Located("eu")), spec: ClusterSpec(engine: Located(.embedded)), range: nowhere))
        for (name, schema, references) in subjects {
            cluster.subjects[name] = DesiredSubject(
                name: name, contract: "c-\(name)", format: .jsonSchema, schema: SourceFile(path: "s.json", text: schema),
                references: references.map { SubjectReference(name: $0, subject: $0) }, compatibility: mode,
                origin: Origin(document: "Contract c-\(name)"))
        }
        return DesiredMesh(name: "shop", clusters: ["eu": cluster])
    }

    /// As the commands do: observe, ask for histories, plan.
    func plan(_ mesh: DesiredMesh, options: PlanOptions = .init()) async throws -> ClusterPlan {
        var observed = try await engine.observe(configsOf: [], subjects: [])
        if observed.subjects == nil { observed.subjects = [:] }
        if let cluster = mesh.clusters["eu"] {
            let questions = schemaQuestions(of: cluster, in: observed)
            for (question, history) in zip(questions, try await engine.history(of: questions)) {
                observed.subjects?[question.schema.subject]?.history = history
            }
        }
        return planMesh(mesh, observations: ["eu": .success(observed)], options: options).clusters[0]
    }

    func apply(_ plan: ClusterPlan, chunkSize: Int = 1000) async throws -> [ChangeResult] {
        _ = try await engine.acquireLease(LeaseRequest(id: "a", holder: "ada", purpose: "apply", breaks: true)) { _ in false }
        return await applyPlan(plan, on: engine, terms: ApplyTerms(chunkSize: chunkSize))
    }

    let chain: [(String, String, references: [String])] = [
        ("a", #"{"$ref":"m"}"#, ["m"]), ("m", #"{"$ref":"z"}"#, ["z"]), ("z", #"{"type":"string","maxLength":5}"#, []),
    ]

    @Test func `what is referred to is registered first, and the plan after that is empty`() async throws {
        let results = try await apply(try await plan(desired(chain, mode: .full)))
        #expect(results.map(\.change.subject) == ["z", "m", "a"] && results.allSatisfy { $0.status == .done })
        let again = try await plan(desired(chain, mode: .full))
        #expect(again.changes.isEmpty && again.notices.isEmpty)
    }

    @Test func `a new version goes up through all that refer to it, once`() async throws {
        _ = try await apply(try await plan(desired(chain)))
        var changed = chain
        changed[2].1 = #"{"type":"string","maxLength":9}"#
        let results = try await apply(try await plan(desired(changed)))
        #expect(results.map(\.change.subject) == ["z", "m", "a"] && results.allSatisfy { $0.status == .done })
        #expect(await engine.cluster.subjects?.mapValues(\.latestVersion) == ["a": 2, "m": 2, "z": 2])
        #expect(try await plan(desired(changed)).changes.isEmpty)
    }

    @Test func `what refers to a schema that was refused is not tried, and the rest is done`() async throws {
        await engine.set { operation in
            if case .registerSchema(let schema) = operation, schema.subject == "z" { .failed(EngineFailure(.refused, "no", code: "409")) } else { nil }
        }
        let results = try await apply(try await plan(desired(chain + [("other", "true", [])])))
        #expect(
            results.map(\.status) == [
                .done, .failed(EngineFailure(.refused, "no", code: "409")), .notDone("subject 'z', which it refers to, was not registered"),
                .notDone("subject 'm', which it refers to, was not registered"),
            ])
        #expect(await engine.cluster.ledger.subjects.keys.sorted() == ["other"], "the intents of the others are withdrawn or never noted")
        await engine.set { _ in nil }
        #expect(try await plan(desired(chain + [("other", "true", [])])).changes.map(\.subject) == ["z", "m", "a"])
    }

    @Test(arguments: 0...7) func `cut off at any ledger write, the next run finishes`(writes: Int) async throws {
        await engine.set(ledgerWritesLeft: writes)
        _ = try await apply(try await plan(desired(chain)), chunkSize: 1)
        await engine.set(ledgerWritesLeft: .max)
        let second = try await plan(desired(chain))
        #expect(second.notices.isEmpty, "what Heddle registered is never taken for somebody else's")
        #expect(try await apply(second).allSatisfy { $0.status == .done })
        #expect(try await plan(desired(chain)).changes.isEmpty)
        #expect(await engine.cluster.subjects?.mapValues(\.latestVersion) == ["a": 1, "m": 1, "z": 1])
    }

    @Test func `an answer that was lost is settled by looking`() async throws {
        let lost = EngineFailure(.unreachable, "connection lost", isRetriable: true)
        await engine.set { operation in if case .registerSchema = operation { .unknown(lost) } else { nil } }
        let results = try await apply(try await plan(desired([("z", "true", [])])))
        #expect(results.map(\.status) == [.done])
        await engine.set { _ in nil }
        #expect(try await plan(desired([("z", "true", [])])).changes.isEmpty)
    }

    @Test func `pruning deletes what refers before what is referred to`() async throws {
        _ = try await apply(try await plan(desired(chain)))
        let results = try await apply(try await plan(desired([]), options: PlanOptions(prunes: true)))
        #expect(results.map(\.change.subject) == ["a", "m", "z"] && results.allSatisfy { $0.status == .done })
        #expect(await engine.cluster.subjects?.isEmpty == true)
        #expect(await engine.cluster.ledger == Ledger())
    }
}
