import KafkaWire
import NIOCore
import Testing
@testable import BrokerCore

extension BrokerWorld {
    /// Without those that the broker keeps for itself.
    var topicNames: [String] { broker.topics.all.filter { !$0.isInternal }.map(\.name) }

    /// The files that hold records of such topics.
    var topicFiles: [String] {
        let own = broker.topics.all.filter(\.isInternal).flatMap { $0.partitions.map(\.directory) }
        return storage.paths.filter { path in path.hasPrefix("topics/") && !own.contains { path.hasPrefix($0) } }
    }

    @discardableResult
    func makeTopic(_ name: String, partitions: Int32 = 1, configs: [String: String] = [:]) throws -> KafkaUUID {
        let result = try #require(try call(CreateTopicsRequest(topics: [
            .init(
                name: name, numPartitions: partitions, replicationFactor: 1,
                configs: configs.sorted { $0.key < $1.key }.map { .init(name: $0.key, value: $0.value) }),
        ])).topics.first)
        #expect(result.errorCode == .none, "\(result.errorMessage ?? "")")
        return result.topicId
    }

    func produceRequest(
        _ values: [String], to topic: String, partition: Int32 = 0, acks: Int16 = -1,
        producer: RecordBatchBuilder.Producer? = nil, key: String? = "k"
    ) -> ProduceRequest {
        produceRequest(
            batch(values, producer: producer, key: key), to: topic, partition: partition, acks: acks)
    }

    func produceRequest(
        _ records: ByteBuffer?, to topic: String, partition: Int32 = 0, acks: Int16 = -1
    ) -> ProduceRequest {
        ProduceRequest(acks: acks, timeoutMs: 1000, topicData: [
            .init(
                name: topic, topicId: broker.topics[topic]?.id ?? .zero,
                partitionData: [.init(index: partition, records: records)]),
        ])
    }

    func batch(
        _ values: [String], producer: RecordBatchBuilder.Producer? = nil, key: String? = "k", timestamp: Int64? = nil,
        isTransactional: Bool = false
    ) -> ByteBuffer {
        var builder = RecordBatchBuilder(producer: producer, isTransactional: isTransactional)
        for value in values {
            builder.append(
                key: key.map { ByteBuffer(string: $0) }, value: ByteBuffer(string: value),
                timestamp: timestamp ?? now.millisecondsSinceEpoch)
        }
        return builder.finish()
    }

    /// Produces and expects an answer at once.
    @discardableResult
    func produce(
        _ values: [String], to topic: String, partition: Int32 = 0, producer: RecordBatchBuilder.Producer? = nil,
        version: Int16 = 9
    ) throws -> ProduceResponse.PartitionProduceResponse {
        try produce(produceRequest(values, to: topic, partition: partition, producer: producer), version: version)
    }

    @discardableResult
    func produce(_ request: ProduceRequest, version: Int16 = 9) throws -> ProduceResponse.PartitionProduceResponse {
        try #require(try call(request, version: version).responses.first?.partitionResponses.first)
    }

    func fetchRequest(
        _ topic: String, from offset: Int64 = 0, partition: Int32 = 0, minBytes: Int32 = 1, maxWait: Int32 = 500,
        maxBytes: Int32 = 1 << 20, partitionMaxBytes: Int32 = 1 << 20
    ) -> FetchRequest {
        FetchRequest(
            replicaId: -1, maxWaitMs: maxWait, minBytes: minBytes, maxBytes: maxBytes, sessionId: 0, sessionEpoch: -1,
            topics: [
                .init(
                    topic: topic, topicId: broker.topics[topic]?.id ?? .zero,
                    partitions: [
                        .init(
                            partition: partition, currentLeaderEpoch: -1, fetchOffset: offset,
                            partitionMaxBytes: partitionMaxBytes),
                    ]),
            ])
    }

    /// What a consumer that does not wait is given.
    func fetch(
        _ topic: String, from offset: Int64 = 0, partition: Int32 = 0, maxBytes: Int32 = 1 << 20, version: Int16 = 12
    ) throws -> FetchResponse.PartitionData {
        let request = fetchRequest(topic, from: offset, partition: partition, minBytes: 0, maxWait: 0, maxBytes: maxBytes)
        return try #require(try call(request, version: version).responses.first?.partitions.first)
    }

    /// The values of all records from an offset on, fetch after fetch, with their offsets.
    func values(of topic: String, partition: Int32 = 0, from start: Int64 = 0) throws -> [(offset: Int64, value: String)] {
        var found: [(Int64, String)] = []
        var offset = start
        while true {
            let data = try fetch(topic, from: offset, partition: partition)
            #expect(data.errorCode == .none)
            let records = try data.values()
            guard let last = records.last else { return found }
            found += records.filter { $0.offset >= offset }
            offset = last.offset + 1
        }
    }

    func latestOffset(of topic: String, partition: Int32 = 0) throws -> Int64 {
        try listOffset(of: topic, partition: partition, at: -1).offset
    }

    func listOffset(
        of topic: String, partition: Int32 = 0, at timestamp: Int64, version: Int16 = 10
    ) throws -> ListOffsetsResponse.ListOffsetsPartitionResponse {
        let request = ListOffsetsRequest(replicaId: -1, topics: [
            .init(name: topic, partitions: [
                .init(partitionIndex: partition, currentLeaderEpoch: -1, timestamp: timestamp),
            ]),
        ])
        return try #require(try call(request, version: version).topics.first?.partitions.first)
    }
}

extension FetchResponse.PartitionData {
    func values() throws -> [(offset: Int64, value: String)] {
        guard let bytes = records else { return [] }
        var found: [(Int64, String)] = []
        var position = bytes.readerIndex
        while position < bytes.writerIndex {
            var reader = try RecordReader(batchAt: position, in: bytes)
            while let record = try reader.next() {
                found.append((record.offset, record.value.map { String(buffer: $0) } ?? ""))
            }
            position += reader.header.sizeInBytes
        }
        return found
    }
}
