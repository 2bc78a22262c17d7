import KafkaWire
import NIOCore
import Testing
@testable import BrokerServer

struct StartAndStopTests {
    @Test func `port 0 is told as the port that it became, and clients are told it too`() async throws {
        let directory = ScratchDirectory()
        defer { directory.remove() }
        try await withBroker(in: directory) { server in
            let bound = server.boundAddresses[0]
            #expect(bound.port > 0 && bound.host == "127.0.0.1" && bound.listener == "PLAINTEXT")
            let answer = try await TestConnection.with(server) { try await $0.call(MetadataRequest(topics: [])) }
            #expect(answer?.brokers.first?.port == Int32(bound.port))
            #expect(answer?.brokers.first?.host == "127.0.0.1")
            #expect(answer?.clusterId == server.clusterId)
            #expect(server.clusterId.utf8.count == 22)
        }
    }

    @Test func `an advertised address goes before the connection's own`() async throws {
        let directory = ScratchDirectory()
        defer { directory.remove() }
        try await withBroker(in: directory) {
            $0.listeners = [.init(host: "localhost", port: 0, advertisedHost: "kafka.example", advertisedPort: 4711)]
        } _: { server in
            let answer = try await TestConnection.with(server) { try await $0.call(MetadataRequest(topics: [])) }
            #expect(answer?.brokers.first?.host == "kafka.example")
            #expect(answer?.brokers.first?.port == 4711)
        }
    }

    @Test func `records, topics and the cluster's id survive a restart`() async throws {
        let directory = ScratchDirectory()
        defer { directory.remove() }
        var ids: Set<String> = []
        for round in 0..<3 {
            try await withBroker(in: directory) { server in
                ids.insert(server.clusterId)
                try await TestConnection.with(server) { client in
                    if round == 0 {
                        _ = try await client.call(CreateTopicsRequest(topics: [.init(name: "orders", numPartitions: 1, replicationFactor: 1)]))
                    }
                    var builder = RecordBatchBuilder()
                    builder.append(key: nil, value: ByteBuffer(string: "value"), timestamp: 1)
                    let produced = try await client.call(
                        ProduceRequest(acks: -1, timeoutMs: 1000, topicData: [
                            .init(name: "orders", partitionData: [.init(index: 0, records: builder.finish())]),
                        ]), version: 9)
                    #expect(produced?.responses[0].partitionResponses[0].baseOffset == Int64(round))
                }
            }
        }
        #expect(ids.count == 1)
    }

    @Test func `a data directory belongs to one broker at a time`() async throws {
        let directory = ScratchDirectory()
        defer { directory.remove() }
        try await withBroker(in: directory) { _ in
            _ = await #expect(throws: BrokerStartError.dataDirectoryLocked(path: directory.path + "/data")) {
                try await withBroker(in: directory) { _ in }
            }
        }
        try await withBroker(in: directory) { _ in }
    }

    @Test func `a port in use is named, and the directory is free again`() async throws {
        let first = ScratchDirectory(), second = ScratchDirectory()
        defer {
            first.remove()
            second.remove()
        }
        try await withBroker(in: first) { server in
            let port = server.boundAddresses[0].port
            await #expect(throws: BrokerStartError.portInUse(host: "127.0.0.1", port: port)) {
                try await withBroker(in: second) { $0.listeners = [.init(port: 0), .init(name: "B", port: port)] } _: { _ in }
            }
            try await withBroker(in: second) { _ in }
        }
    }

    @Test func `what cannot be a data directory or a listener is told`() async throws {
        let directory = ScratchDirectory()
        defer { directory.remove() }
        await #expect(throws: BrokerStartError.noListeners) {
            try await withBroker(in: directory) { $0.listeners = [] } _: { _ in }
        }
        await #expect(throws: BrokerStartError.dataDirectoryUnusable(path: "/proc/none/data", reason: "No such file or directory")) {
            try await withBroker(in: directory) { $0.dataDirectory = "/proc/none/data" } _: { _ in }
        }
        await #expect(throws: BrokerStartError.self) {
            try await withBroker(in: directory) { $0.listeners = [.init(host: "no such host", port: 0)] } _: { _ in }
        }
    }

    @Test func `shutting down twice is fine, and ends the wait for the end`() async throws {
        let directory = ScratchDirectory()
        defer { directory.remove() }
        try await withBroker(in: directory) { server in
            async let end = server.waitForEnd()
            try await server.shutdown()
            #expect(await end == nil)
        }
    }
}
