import BrokerCore
import KafkaWire
import NIOCore
import Testing
@testable import BrokerServer

/// Knows one schema, and takes every payload for a value of it.
private struct OneSchema: SchemaDirectory {
    var id: Int32

    func subjects(of schema: SchemaReference) -> Set<String>? { schema == .id(id) ? ["orders-value"] : nil }
    mutating func problem(in payload: FramedPayload) -> String? { nil }
}

struct ValidationTests {
    private func produce(_ value: ByteBuffer) -> ProduceRequest {
        var builder = RecordBatchBuilder()
        builder.append(key: nil, value: value, timestamp: -1)
        return ProduceRequest(acks: -1, timeoutMs: 1000, topicData: [
            .init(name: "orders", partitionData: [.init(index: 0, records: builder.finish())]),
        ])
    }

    @Test func `a running broker is given schemas, and holds records against the last`() async throws {
        let directory = ScratchDirectory()
        defer { directory.remove() }
        try await withBroker(in: directory) { server in
            try await TestConnection.with(server) { client in
                _ = try await client.call(CreateTopicsRequest(topics: [
                    .init(name: "orders", numPartitions: 1, replicationFactor: 1,
                          configs: [.init(name: "heddle.value.validation", value: "enforce")]),
                ]))
                func code(_ id: UInt8) async throws -> ErrorCode? {
                    let request = produce(ByteBuffer(bytes: [0, 0, 0, 0, id]))
                    return try await client.call(request, version: 9)?.responses.first?.partitionResponses.first?.errorCode
                }
                #expect(try await code(1) == .notEnoughReplicas)
                await server.give(OneSchema(id: 1))
                #expect(try await code(1) == ErrorCode.none)
                #expect(try await code(2) == .invalidRecord)
                await server.give(OneSchema(id: 2))
                #expect(try await code(2) == ErrorCode.none)
                let counts = await server.validationCounts()["orders"]
                #expect(counts?.refusedBatches == 1 && counts?.deferredBatches == 1 && counts?.checkedRecords == 3)
            }
        }
    }

    @Test func `schemas may come after the end`() async throws {
        let directory = ScratchDirectory()
        defer { directory.remove() }
        let server = try await withBroker(in: directory) { $0 }
        await server.give(OneSchema(id: 1))
        #expect(await server.validationCounts().isEmpty)
    }
}
