import BrokerServer
import Foundation
import KafkaClient
import KafkaWire
import RegistryService
import TestSupport
import Testing

@Suite struct `Starting and stopping` {
    @Test func `a port that is taken is named`() async throws {
        try await serving(MemorySchemaLog()) { first async throws in
            var second = configuration()
            second.port = first.service.address.port
            let log = MemorySchemaLog()
            await #expect(throws: RegistryStartError.portInUse(host: "127.0.0.1", port: second.port)) {
                _ = try await RegistryService.start(second, log: log, logger: quiet)
            }
            #expect(log.isClosed)
        }
    }

    @Test func `a log that cannot be read keeps the service from starting`() async throws {
        let log = MemorySchemaLog()
        log.fail(reading: .failed("no such topic"))
        await #expect(throws: RegistryStartError.logUnusable("no such topic")) {
            _ = try await RegistryService.start(configuration(), log: log, logger: quiet)
        }
        await #expect(throws: RegistryStartError.self) {
            _ = try await RegistryService.start(
                RegistryConfiguration(bootstrap: [BrokerAddress(host: "127.0.0.1", port: 1)]), logger: quiet)
        }
    }

    @Test func `schemas are kept in a compacted topic of the cluster`() async throws {
        try await withBroker { bootstrap async throws in
            let settings = RegistryConfiguration(bootstrap: [bootstrap])
            var service = try await RegistryService.start(settings, logger: quiet)
            #expect(try await Serving(service: service).register("a", "x").body["id"] == 1)
            #expect(try await Serving(service: service).call("DELETE", "/subjects/a").body == [1])
            await service.stop()
            service = try await RegistryService.start(settings, logger: quiet)
            #expect(try await Serving(service: service).get("/subjects?deleted=true").body == ["a"])
            #expect(try await Serving(service: service).register("b", "y").body["id"] == 2)
            let second = try await RegistryService.start(settings, logger: quiet)
            #expect(try await Serving(service: second).register("c", "z").body["id"] == 3)
            #expect(try await eventually { try await Serving(service: service).get("/schemas/ids/3").status == 200 }, "both read one log")
            await second.stop()
            await service.stop()
            let client = try await KafkaClient.connect(bootstrap: [bootstrap], logger: quiet)
            let configs = try await client.send(
                DescribeConfigsRequest(resources: [.init(resourceType: 2, resourceName: "_schemas", configurationKeys: ["cleanup.policy"])]))
            #expect(configs.results.first?.configs.first?.value == "compact")
            await client.close()
        }
    }

    @Test func `a topic in which schemas would be lost is refused`() async throws {
        try await withBroker { bootstrap async throws in
            let client = try await KafkaClient.connect(bootstrap: [bootstrap], logger: quiet)
            _ = try await client.send(
                CreateTopicsRequest(topics: [
                    .init(name: "two", numPartitions: 2, replicationFactor: 1, configs: [.init(name: "cleanup.policy", value: "compact")]),
                    .init(name: "deleted", numPartitions: 1, replicationFactor: 1),
                ]), to: .controller)
            await client.close()
            for (topic, reason) in [("two", "topic 'two' has 2 partitions, not 1"), ("deleted", "topic 'deleted' has cleanup.policy delete, not compact")] {
                await #expect(throws: RegistryStartError.logUnusable(reason)) {
                    _ = try await RegistryService.start(RegistryConfiguration(bootstrap: [bootstrap], topic: topic), logger: quiet)
                }
            }
        }
    }

    @Test func `a schema that the log does not take is too large`() async throws {
        try await withBroker { bootstrap async throws in
            let service = try await RegistryService.start(RegistryConfiguration(bootstrap: [bootstrap]), logger: quiet)
            let doc = String(repeating: "x", count: 3 << 20)
            let body = "{\"schemaType\":\"JSON\",\"schema\":\"{\\\"title\\\":\\\"\(doc)\\\"}\"}"
            let answer = try await Serving(service: service).call("POST", "/subjects/a/versions", body)
            #expect(answer.status == 422 && answer.code == 42209, "\(answer.text.prefix(300))")
            await service.stop()
        }
    }

    private func withBroker(_ test: (BrokerAddress) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("registry-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        var configuration = BrokerConfiguration(
            clusterName: "test", dataDirectory: folder.path, listeners: [ListenerConfiguration(name: "main", host: "127.0.0.1", port: 0)])
        configuration.durability = .os
        let server = try await BrokerServer.start(configuration, logger: quiet)
        let bound = server.boundAddresses[0]
        do {
            try await test(BrokerAddress(host: bound.host, port: bound.port))
        } catch {
            try? await server.shutdown()
            throw error
        }
        try await server.shutdown()
    }
}
