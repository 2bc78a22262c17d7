import ContractModel
import EngineInterface
import KafkaClient
import MeshModel
import RegistryClient
import ScriptedRegistry
import Testing

@testable import KafkaEngine

struct SubjectTests {
    private func with(
        _ registry: ToyRegistry?, cluster given: ToyCluster? = nil, options: RegistryClientOptions = .init(deadline: .zero),
        _ body: (KafkaEngine) async throws -> Void
    ) async throws {
        let cluster: ToyCluster
        if let given { cluster = given } else { cluster = try await ToyCluster.start() }
        let client = registry.map { RegistryClient(RegistryAddress(host: "127.0.0.1", port: $0.port), options: options) }
        let engine = try await KafkaEngine.connect(
            cluster: "eu", addresses: [HostAndPort(host: "127.0.0.1", port: cluster.port)], registry: client,
            options: KafkaEngineOptions(needsAccess: false, client: ClientOptions(callDeadline: .seconds(60))))
        try await body(engine)
        await engine.close()
        await cluster.stop()
        try await registry?.stop()
    }

    private func failure(_ body: () async throws(EngineFailure) -> Void) async -> EngineFailure? {
        do throws(EngineFailure) {
            try await body()
            return nil
        } catch {
            return error
        }
    }

    private func schema(_ subject: String, _ text: String, references: [SubjectReference] = []) -> SubjectSchema {
        SubjectSchema(subject: subject, format: .avro, schema: text, references: references)
    }

    @Test func `what was registered and recorded is observed`() async throws {
        let registry = try await ToyRegistry.start()
        let cluster = try await ToyCluster.start()
        try await with(registry, cluster: cluster) { engine in
            #expect(await engine.perform([.registerSchema(schema("money", "1"))]) == [.done])
            let order = schema("orders-value", "2", references: [SubjectReference(name: "shop.Money", subject: "money")])
            #expect(
                await engine.perform([.registerSchema(order), .setCompatibility(subject: "orders-value", .full), .setCompatibility(subject: "money", nil)])
                    == [.done, .done, .done])
            let entry = LedgerSubject(
                phase: .applied, stewardship: Stewardship(mesh: "shop"), contract: "order", format: .avro, model: "a", text: "b", compatibility: .full)
            try await engine.lease()
            try await engine.record([.subject("orders-value", entry)])
            let observed = try await engine.observe(configsOf: [], subjects: ["money", "nobody"])
            #expect(observed.registryCompatibility == .backward)
            #expect(observed.ledger.subjects == ["orders-value": entry])
            #expect(
                observed.subjects == [
                    "money": ObservedSubject(latestVersion: 1, id: 1, format: .avro, schema: "1"),
                    "orders-value": ObservedSubject(
                        latestVersion: 1, id: 2, format: .avro, schema: "2",
                        references: [ObservedReference(name: "shop.Money", subject: "money", version: 1)], compatibility: .full),
                ])
            #expect(await engine.perform([.deleteSubject(subject: "orders-value"), .deleteSubject(subject: "nobody")]) == [.done, .done])
            #expect(try await engine.observe(configsOf: [], subjects: ["money"]).subjects?.keys.sorted() == ["money"])
        }
    }

    @Test func `references stand for the latest version`() async throws {
        let registry = try await ToyRegistry.start()
        registry.put("money", "1", "2", "3")
        try await with(registry) { engine in
            let order = schema("s", "x", references: [SubjectReference(name: "M", subject: "money")])
            #expect(await engine.perform([.registerSchema(order)]) == [.done])
            let observed = try await engine.observe(configsOf: [], subjects: ["s"])
            #expect(observed.subjects?["s"]?.references.map(\.version) == [3])
            let lost = schema("t", "x", references: [SubjectReference(name: "L", subject: "lost")])
            guard case .failed(let failure)? = await engine.perform([.registerSchema(lost)]).first else { Issue.record("not refused"); return }
            #expect(failure.kind == .refused && failure.message.contains("'lost'"))
        }
    }

    @Test func `history has the versions asked for, with what they refer to, and the registry's word`() async throws {
        let registry = try await ToyRegistry.start()
        registry.put("cent", "c")
        registry.put("money", "m1", references: #"[{"name":"Cent","subject":"cent","version":1}]"#)
        registry.put("money", "m2")
        registry.put("s", "1")
        registry.put("s", "2", references: #"[{"name":"Money","subject":"money","version":1}]"#)
        try await with(registry) { engine in
            let wanted = schema("s", "1")
            let answers = try await engine.history(of: [
                SubjectQuestion(wanted, everyVersion: true), SubjectQuestion(schema("s", "new"), everyVersion: false),
                SubjectQuestion(schema("nobody", "1"), everyVersion: true),
            ])
            #expect(
                answers == [
                    SubjectHistory(
                        versions: [
                            .init(version: 1, format: .avro, schema: "1"),
                            .init(version: 2, format: .avro, schema: "2", referenced: ["Money": "m1", "Cent": "c"]),
                        ], declaredVersion: 1),
                    SubjectHistory(versions: [.init(version: 2, format: .avro, schema: "2", referenced: ["Money": "m1", "Cent": "c"])]),
                    SubjectHistory(versions: []),
                ])
        }
    }

    @Test func `references in a circle end`() async throws {
        let registry = try await ToyRegistry.start()
        registry.put("a", "1", references: #"[{"name":"A","subject":"a","version":1}]"#)
        try await with(registry) { engine in
            let answers = try await engine.history(of: [SubjectQuestion(schema("a", "2"), everyVersion: true)])
            #expect(answers.first?.versions.first?.referenced == ["A": "1"])
        }
    }

    @Test func `a registry is left alone where nobody asks`() async throws {
        let registry = try await ToyRegistry.start()
        try await with(registry) { engine in
            let observed = try await engine.observe(configsOf: [], subjects: [])
            let histories = try await engine.history(of: [])
            #expect(observed.subjects == nil && histories.isEmpty)
            #expect(registry.server?.requests.isEmpty == true)
        }
    }

    @Test func `a registry that cannot be reached fails the whole observation`() async throws {
        let registry = try await ToyRegistry.start()
        let port = registry.port
        try await registry.server?.stop()
        let cluster = try await ToyCluster.start()
        let client = RegistryClient(RegistryAddress(host: "127.0.0.1", port: port), options: .init(deadline: .zero))
        let engine = try await KafkaEngine.connect(
            cluster: "eu", addresses: [HostAndPort(host: "127.0.0.1", port: cluster.port)], registry: client, options: KafkaEngineOptions(needsAccess: false))
        let failure = await failure { () throws(EngineFailure) in _ = try await engine.observe(configsOf: [], subjects: ["s"]) }
        #expect(
            failure
                == EngineFailure(
                    .unreachable, "the schema registry of cluster 'eu' at http://127.0.0.1:\(port) cannot be reached: connection refused", isRetriable: true))
        guard case .failed? = await engine.perform([.registerSchema(schema("s", "1"))]).first else { Issue.record("not failed"); return }
        await engine.close()
        await cluster.stop()
    }

    @Test func `one subject that cannot be read fails the whole observation`() async throws {
        let registry = try await ToyRegistry.start { $0.uri.contains("odd") ? .other(404, headers: [:], "<html>") : nil }
        try await with(registry) { engine in
            let failure = await failure { () throws(EngineFailure) in _ = try await engine.observe(configsOf: [], subjects: ["s", "odd"]) }
            #expect(failure?.kind == .refused)
        }
    }

    @Test func `what is no registry at all never passes for an empty one`() async throws {
        let registry = try await ToyRegistry.start { _ in .error(404, 40401) }
        try await with(registry) { engine in
            let error = await failure { () throws(EngineFailure) in _ = try await engine.observe(configsOf: [], subjects: ["s"]) }
            #expect(error != nil)
        }
    }

    @Test func `a cluster without a registry says so`() async throws {
        try await with(nil) { engine in
            let failure = await failure { () throws(EngineFailure) in _ = try await engine.observe(configsOf: [], subjects: ["s"]) }
            #expect(failure == EngineFailure(.refused, "cluster 'eu' has no schema registry"))
            #expect(await engine.perform([.deleteSubject(subject: "s")]) == [.failed(EngineFailure(.refused, "cluster 'eu' has no schema registry"))])
        }
    }

    @Test func `a refusal of the registry is told in its words`() async throws {
        let registry = try await ToyRegistry.start { $0.method == "POST" ? .error(409, 409, "READER_FIELD_MISSING_DEFAULT_VALUE at /fields/2") : nil }
        try await with(registry) { engine in
            #expect(
                await engine.perform([.registerSchema(schema("s", "1"))]) == [
                    .failed(
                        EngineFailure(
                            .refused,
                            "the schema of subject 's' cannot be registered: the registry finds it incompatible: READER_FIELD_MISSING_DEFAULT_VALUE at /fields/2",
                            code: "409"))
                ])
        }
    }

    @Test func `what was sent and not answered is unknown`() async throws {
        let registry = try await ToyRegistry.start { $0.method == "POST" ? .hangUp : nil }
        try await with(registry) { engine in
            guard case .unknown(let failure)? = await engine.perform([.registerSchema(schema("s", "1"))]).first else { Issue.record("known"); return }
            #expect(failure.kind == .unreachable && failure.isRetriable)
        }
    }

    @Test func `a thousand subjects are observed, never too many at once`() async throws {
        let registry = try await ToyRegistry.start()
        for number in 0..<1000 { registry.put("s\(number)", "\(number)") }
        try await with(registry, options: RegistryClientOptions(width: 8)) { engine in
            let observed = try await engine.observe(configsOf: [], subjects: Set((0..<1000).map { "s\($0)" }))
            #expect(observed.subjects?.count == 1000)
            #expect(observed.subjects?["s77"]?.schema == "77")
            #expect((registry.server?.mostUnderWay ?? .max) <= 8)
        }
    }
}
