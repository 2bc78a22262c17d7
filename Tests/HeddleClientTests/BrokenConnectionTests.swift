import HeddleRuntime
import KafkaClient
import KafkaWire
import NIOCore
import ScriptedBroker
import Synchronization
import Testing

import HeddleClient

/// A broker whose connections break at the worst of moments: it keeps a log as Kafka does, and cuts some answers off.
@Suite(.timeLimit(.minutes(1))) struct `A connection that breaks` {
    private final class Log: Sendable {
        struct State {
            var offsets = 0
            var baseSequences: [Int32] = []
            var produces = 0
            var next: Int32 = 0
        }
        let state = Mutex(State())
    }

    @Test func `writes nothing twice, loses nothing, and keeps the order`() async throws {
        let log = Log()
        let port = Atomic<Int32>(0)
        let broker = try await ScriptedBroker.start { request in
            switch request.header.apiKey {
            case .metadata:
                return [request.answer(MetadataResponse(
                    brokers: [.init(nodeId: 1, host: "127.0.0.1", port: port.load(ordering: .relaxed))], controllerId: 1,
                    topics: [.init(name: "t", partitions: [.init(partitionIndex: 0, leaderId: 1)])]))]
            case .initProducerId:
                return [request.answer(InitProducerIdResponse(producerId: 5, producerEpoch: 0))]
            case .produce:
                guard let records = try? request.decode(ProduceRequest.self).topicData.first?.partitionData.first?.records,
                    let header = try? RecordBatchHeader(at: records.readerIndex, in: records)
                else { return [.cut] }
                let (code, offset, cuts) = log.state.withLock { log -> (ErrorCode, Int64, Bool) in
                    log.produces += 1
                    // Every third answer does not come, be the batch written or not.
                    let cuts = log.produces % 3 == 0
                    if log.baseSequences.contains(header.baseSequence) { return (.none, Int64(header.baseSequence), cuts) }
                    if cuts, log.produces % 2 == 0 { return (.none, 0, true) }
                    guard header.baseSequence == log.next else { return (.outOfOrderSequenceNumber, -1, cuts) }
                    log.baseSequences.append(header.baseSequence)
                    log.next += header.recordCount
                    log.offsets += Int(header.recordCount)
                    return (.none, Int64(header.baseSequence), cuts)
                }
                if cuts { return [.cut] }
                return [request.answer(ProduceResponse(responses: [
                    .init(name: "t", partitionResponses: [.init(errorCode: code, baseOffset: offset, errorMessage: nil)])
                ]))]
            default:
                return [.cut]
            }
        }
        port.store(Int32(broker.port), ordering: .relaxed)
        let mesh = Mesh(bootstrap: ["127.0.0.1:\(broker.port)"], logger: quiet)
        let producer = Producer<Order>(mesh, topic: "t", options: ProducerOptions(linger: .zero, batchBytes: 60))
        var receipts: [Receipt] = []
        for number in 0..<60 { receipts.append(try await producer.enqueue(Order(id: "\(number)", amount: 1))) }
        var offsets: [Int64] = []
        for receipt in receipts { offsets.append(try await receipt.position.offset) }
        #expect(offsets == Array(0..<60))
        await producer.close()
        await broker.stop()
        let end = log.state.withLock { $0 }
        #expect(end.offsets == 60 && end.produces > end.baseSequences.count)
        #expect(end.baseSequences == end.baseSequences.sorted())
    }
}
