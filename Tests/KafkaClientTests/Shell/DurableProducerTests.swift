import KafkaWire
import NIOCore
import ScriptedBroker
import Synchronization
import Testing

@testable import KafkaClient

struct DurableProducerTests {
    private let partition = TopicPartition(topic: "t", partition: 0)

    private func record(_ value: String) -> ProducedRecord {
        ProducedRecord(key: nil, value: ByteBuffer(string: value), timestamp: 1)
    }

    /// A cluster of one broker that leads partition 0 of topic `t`; `produce` answers what is written, given which try it is.
    private func broker(
        producerIds: ErrorCode = .none, produce: @escaping @Sendable (Int) -> ErrorCode?
    ) async throws -> (broker: ScriptedBroker, batches: Batches) {
        let batches = Batches()
        let port = Atomic<Int32>(0)
        let broker = try await ScriptedBroker.start { request in
            switch request.header.apiKey {
            case .metadata:
                return [request.answer(MetadataResponse(
                    brokers: [.init(nodeId: 1, host: "127.0.0.1", port: port.load(ordering: .relaxed))], controllerId: 1,
                    topics: [.init(name: "t", partitions: [.init(partitionIndex: 0, leaderId: 1)])]))]
            case .initProducerId:
                return [request.answer(InitProducerIdResponse(errorCode: producerIds, producerId: 5, producerEpoch: 1))]
            case .produce:
                guard let records = try? request.decode(ProduceRequest.self).topicData.first?.partitionData.first?.records,
                    let header = try? RecordBatchHeader(at: records.readerIndex, in: records)
                else { return [.cut] }
                let number = batches.add(header)
                guard let code = produce(number) else { return [.cut] }
                return [request.answer(ProduceResponse(responses: [
                    .init(name: "t", partitionResponses: [.init(errorCode: code, baseOffset: Int64(number), errorMessage: nil)])
                ]))]
            default:
                return [.cut]
            }
        }
        port.store(Int32(broker.port), ordering: .relaxed)
        return (broker, batches)
    }

    final class Batches: Sendable {
        private let headers = Mutex<[RecordBatchHeader]>([])
        var all: [RecordBatchHeader] { headers.withLock { $0 } }
        /// Which one it is, from 1.
        func add(_ header: RecordBatchHeader) -> Int { headers.withLock { $0.append(header); return $0.count } }
    }

    private func with(_ broker: ScriptedBroker, _ body: (DurableProducer) async throws -> Void) async throws {
        let client = try await KafkaClient.connect(
            bootstrap: [BrokerAddress(host: broker.host, port: broker.port)],
            options: ClientOptions(callDeadline: .seconds(60), retries: .init(firstDelay: .milliseconds(1), longestDelay: .milliseconds(5))))
        try await body(DurableProducer(client: client, partition: partition))
        await client.close()
        await broker.stop()
    }

    @Test func `batches carry the producer's id and count its records`() async throws {
        let (broker, batches) = try await broker { _ in ErrorCode.none }
        try await with(broker) { producer in
            let first = try await producer.append([record("a"), record("b")])
            let second = try await producer.append([record("c")])
            let none = try await producer.append([])
            #expect([first, second, none] == [1, 2, -1])
            #expect(batches.all.map(\.baseSequence) == [0, 2])
            #expect(batches.all.map(\.recordCount) == [2, 1])
            #expect(batches.all.allSatisfy { $0.producerID == 5 && $0.producerEpoch == 1 })
        }
    }

    @Test func `calls made at once are written one after the other, with sequences in order`() async throws {
        let (broker, batches) = try await broker { _ in ErrorCode.none }
        try await with(broker) { producer in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<50 { group.addTask { _ = try await producer.append([self.record("\(number)")]) } }
                try await group.waitForAll()
            }
            #expect(batches.all.map(\.baseSequence) == (0..<50).map { Int32($0) })
        }
    }

    @Test func `a lost answer and a moved leader repeat the same batch`() async throws {
        let (broker, batches) = try await broker { number in
            switch number {
            case 1: nil
            case 2: .notLeaderOrFollower
            case 3: .notEnoughReplicas
            default: .duplicateSequenceNumber
            }
        }
        try await with(broker) { producer in
            let offset = try await producer.append([record("a")])
            #expect(offset == 4)
            #expect(batches.all.map(\.baseSequence) == [0, 0, 0, 0])
            #expect(Set(batches.all).count == 1)
        }
    }

    @Test func `a refusal is thrown with its code, and the next batch begins a new identity`() async throws {
        let (broker, batches) = try await broker { $0 == 2 ? .messageTooLarge : ErrorCode.none }
        try await with(broker) { producer in
            _ = try await producer.append([record("a")])
            await #expect(throws: KafkaClientError(.refused(.produce, .messageTooLarge, message: nil), wasSent: true)) {
                try await producer.append([record("b")])
            }
            _ = try await producer.append([record("c")])
            #expect(batches.all.map(\.baseSequence) == [0, 1, 0])
            #expect(broker.count(of: .initProducerId) == 2)
        }
    }

    @Test func `a cluster that gives no producer ids is written to without`() async throws {
        let (broker, batches) = try await broker(producerIds: .clusterAuthorizationFailed) { _ in ErrorCode.none }
        try await with(broker) { producer in
            _ = try await producer.append([record("a")])
            #expect(batches.all.map(\.producerID) == [-1])
        }
    }
}
