import KafkaWire
import NIOCore
import Testing
@testable import BrokerCore

/// A transactional producer as the broker sees it: its requests, on a connection of its own.
final class TransactionClient {
    let world: BrokerWorld
    let id: String
    let connection: ConnectionID
    /// Whether it speaks KIP-890: partitions and groups are added by writing, and each end raises the epoch.
    let raisesEpochs: Bool
    var producer = ProducerIdentity.none
    var timeout: Int32 = 60_000
    private var sequences: [String: Int32] = [:]

    init(_ world: BrokerWorld, _ id: String = "t", raisesEpochs: Bool = false) {
        self.world = world
        self.id = id
        self.raisesEpochs = raisesEpochs
        connection = world.connect()
    }

    @discardableResult
    func begin(version: Int16 = 5, expecting expected: ProducerIdentity = .none) throws -> ErrorCode {
        let answer = try world.call(
            InitProducerIdRequest(
                transactionalId: id, transactionTimeoutMs: timeout, producerId: expected.id, producerEpoch: expected.epoch),
            version: version, on: connection)
        if answer.errorCode == .none { become(.init(id: answer.producerId, epoch: answer.producerEpoch)) }
        return answer.errorCode
    }

    func become(_ producer: ProducerIdentity) {
        if producer != self.producer { sequences = [:] }
        self.producer = producer
    }

    @discardableResult
    func add(_ topic: String = "orders", _ partitions: [Int32] = [0], version: Int16 = 3) throws -> ErrorCode {
        try addResults([(topic, partitions)], version: version)[0]
    }

    func addResults(_ topics: [(String, [Int32])], version: Int16 = 3) throws -> [ErrorCode] {
        try world.call(
            AddPartitionsToTxnRequest(
                transactionalId: id, producerId: producer.id, producerEpoch: producer.epoch,
                topics: topics.map { .init(name: $0.0, partitions: $0.1) }),
            version: version, on: connection)
            .resultsByTopic.flatMap { $0.resultsByPartition.map(\.partitionErrorCode) }
    }

    func writeRequest(_ values: [String], to topic: String = "orders", _ partition: Int32 = 0) -> ProduceRequest {
        let key = "\(topic)-\(partition)"
        let batch = world.batch(
            values, producer: .init(id: producer.id, epoch: producer.epoch, baseSequence: sequences[key, default: 0]),
            isTransactional: true)
        var request = world.produceRequest(batch, to: topic, partition: partition)
        request.transactionalId = id
        sequences[key, default: 0] += Int32(values.count)
        return request
    }

    @discardableResult
    func write(_ values: String..., to topic: String = "orders", _ partition: Int32 = 0, version: Int16? = nil) throws -> ErrorCode {
        let answer = try world.call(
            writeRequest(values, to: topic, partition), version: version ?? (raisesEpochs ? 12 : 9), on: connection)
        return answer.responses[0].partitionResponses[0].errorCode
    }

    func endRequest(committed: Bool) -> EndTxnRequest {
        EndTxnRequest(
            transactionalId: id, producerId: producer.id, producerEpoch: producer.epoch, committed: committed)
    }

    @discardableResult
    func end(committed: Bool, version: Int16? = nil) throws -> ErrorCode {
        let version = version ?? (raisesEpochs ? 5 : 4)
        let answer = try world.call(endRequest(committed: committed), version: version, on: connection)
        if version >= 5, answer.errorCode == .none { become(.init(id: answer.producerId, epoch: answer.producerEpoch)) }
        return answer.errorCode
    }

    @discardableResult func commit() throws -> ErrorCode { try end(committed: true) }
    @discardableResult func abort() throws -> ErrorCode { try end(committed: false) }

    @discardableResult
    func addOffsets(group: String = "g", version: Int16 = 3) throws -> ErrorCode {
        try world.call(
            AddOffsetsToTxnRequest(
                transactionalId: id, producerId: producer.id, producerEpoch: producer.epoch, groupId: group),
            version: version, on: connection).errorCode
    }

    @discardableResult
    func commitOffset(
        _ offset: Int64, group: String = "g", topic: String = "orders", _ partition: Int32 = 0, member: String = "",
        generation: Int32 = -1, version: Int16? = nil
    ) throws -> ErrorCode {
        try world.call(
            TxnOffsetCommitRequest(
                transactionalId: id, groupId: group, producerId: producer.id, producerEpoch: producer.epoch,
                generationId: generation, memberId: member, groupInstanceId: nil,
                topics: [.init(name: topic, partitions: [.init(partitionIndex: partition, committedOffset: offset)])]),
            version: version ?? (raisesEpochs ? 5 : 3), on: connection).topics[0].partitions[0].errorCode
    }

    var state: String {
        get throws { try described.transactionState }
    }

    var described: DescribeTransactionsResponse.TransactionState {
        get throws { try world.call(DescribeTransactionsRequest(transactionalIds: [id])).transactionStates[0] }
    }
}

extension BrokerWorld {
    /// What a consumer of committed records is given, aborted ones left out as consumers do it.
    func committedValues(of topic: String = "orders", partition: Int32 = 0, from start: Int64 = 0) throws -> [String] {
        var found: [String] = []
        var offset = start
        while true {
            let data = try fetchCommitted(topic, from: offset, partition: partition)
            #expect(data.errorCode == .none)
            guard let bytes = data.records, bytes.readableBytes > 0 else { return found }
            var aborted = data.abortedTransactions ?? []
            var leftOut: Set<Int64> = []
            var position = bytes.readerIndex
            while position < bytes.writerIndex {
                var reader = try RecordReader(batchAt: position, in: bytes)
                let header = reader.header
                while let first = aborted.first, first.firstOffset <= header.lastOffset {
                    leftOut.insert(first.producerId)
                    aborted.removeFirst()
                }
                while let record = try reader.next() {
                    if header.attributes.isControl {
                        if TransactionEnd(record)?.marker == .abort { leftOut.remove(header.producerID) }
                    } else if record.offset >= offset, !(header.attributes.isTransactional && leftOut.contains(header.producerID)) {
                        found.append(record.value.map { String(buffer: $0) } ?? "")
                    }
                }
                position += header.sizeInBytes
                offset = header.nextOffset
            }
        }
    }

    func fetchCommittedRequest(
        _ topic: String, from offset: Int64, partition: Int32 = 0, minBytes: Int32 = 0, maxWait: Int32 = 0,
        maxBytes: Int32 = 1 << 20
    ) -> FetchRequest {
        var request = fetchRequest(
            topic, from: offset, partition: partition, minBytes: minBytes, maxWait: maxWait, maxBytes: maxBytes)
        request.isolationLevel = 1
        return request
    }

    func fetchCommitted(
        _ topic: String = "orders", from offset: Int64 = 0, partition: Int32 = 0, maxBytes: Int32 = 1 << 20
    ) throws -> FetchResponse.PartitionData {
        let request = fetchCommittedRequest(topic, from: offset, partition: partition, maxBytes: maxBytes)
        return try #require(try call(request, version: 12).responses.first?.partitions.first)
    }

    func lastStableOffset(_ topic: String = "orders", _ partition: Int32 = 0) throws -> Int64 {
        let request = ListOffsetsRequest(replicaId: -1, isolationLevel: 1, topics: [
            .init(name: topic, partitions: [.init(partitionIndex: partition, currentLeaderEpoch: -1, timestamp: -1)]),
        ])
        return try #require(try call(request).topics.first?.partitions.first?.offset)
    }
}
