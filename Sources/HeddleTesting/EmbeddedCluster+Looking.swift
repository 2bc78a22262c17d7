import BrokerCore
import BrokerLog
import HeddleRuntime
import KafkaClient
import KafkaWire
import NIOCore

/// A record as a broker keeps it.
public struct StoredRecord: Sendable, Hashable {
    public var topic: String
    public var partition: Int
    public var offset: Int64
    /// Milliseconds since 1970.
    public var timestamp: Int64
    public var key: [UInt8]?
    /// nil is a tombstone.
    public var value: [UInt8]?
    public var headers: [HeddleRuntime.RecordHeader]

    public var keyText: String? { key.map { String(decoding: $0, as: UTF8.self) } }
    public var valueText: String? { value.map { String(decoding: $0, as: UTF8.self) } }

    /// The value by its contract, behind a schema registry's frame if it has one.
    public func decoded<Event: ContractCodable>(as _: Event.Type = Event.self) throws(CodecError) -> Event {
        let bytes = value ?? []
        var reader = ByteReader(bytes.span.bytes)
        if bytes.first == 0 || bytes.first == 1 {
            var framed = ByteReader(bytes.span.bytes)
            let isProtobuf = Event.contract.format == .protobuf
            if (try? ConfluentFrame(from: &framed, hasMessageIndexes: isProtobuf)) != nil,
                let event = try? Event(from: &framed), framed.isAtEnd
            {
                return event
            }
        }
        let event = try Event(from: &reader)
        try reader.expectEnd()
        return event
    }
}

/// Looking inside, at once and without a consumer.
extension EmbeddedCluster {
    /// Topic → how many partitions, without the broker's own.
    public func topics() async -> [String: Int] { await server.inspect { $0.topicSizes } ?? [:] }

    /// Everything that stands in a topic now, partition after partition: what was aborted in a transaction, too.
    public func records(in topic: String) async throws(EmbeddedMeshError) -> [StoredRecord] {
        guard let partitions = await topics()[topic] else { throw EmbeddedMeshError("cluster '\(name)' has no topic '\(topic)'") }
        var records: [StoredRecord] = []
        for partition in 0..<partitions { records += try await readPartition(topic, partition) }
        return records
    }

    /// The same, once there are at least so many.
    public func records(in topic: String, count: Int, within limit: Duration = .seconds(30)) async throws(EmbeddedMeshError) -> [StoredRecord] {
        let end = ContinuousClock.now + limit
        while true {
            let records = try await records(in: topic)
            if records.count >= count { return records }
            guard ContinuousClock.now < end, (try? await Task.sleep(for: .milliseconds(5))) != nil else {
                throw EmbeddedMeshError("topic '\(topic)' has \(records.count) records after \(limit), not \(count)")
            }
        }
    }

    private func readPartition(_ topic: String, _ partition: Int) async throws(EmbeddedMeshError) -> [StoredRecord] {
        var found: [StoredRecord] = []
        var position: Int64 = 0
        while true {
            let start = position
            let read: Result<ByteBuffer?, LogError> = await server.inspect { broker in
                Result { () throws(LogError) in try broker.inspectLog(topic, Int32(partition), from: start) }
            } ?? .success(nil)
            do {
                guard let bytes = try read.get(), bytes.readableBytes > 0 else { return found }
                let (records, next) = try readBatches(bytes, from: start)
                found += records.map { StoredRecord($0, topic: topic, partition: partition) }
                guard next > start else { return found }
                position = next
            } catch {
                throw EmbeddedMeshError("partition \(partition) of topic '\(topic)' cannot be read: \(error)")
            }
        }
    }

    /// What a group committed: topic → partition → the offset to go on from.
    public func commits(of group: String) async -> [String: [Int: Int64]] {
        let offsets = await server.inspect { $0.committedOffsets(of: group) } ?? [:]
        return offsets.mapValues { Dictionary($0.map { (Int($0.key), $0.value.offset) }) { $1 } }
    }

    public struct Group: Sendable, Hashable {
        public var id: String
        /// Kafka's names: `Stable`, `Empty`, `PreparingRebalance`…
        public var state: String
        /// Client ids, in the order of their joining.
        public var members: [String]
    }

    public func groups() async -> [Group] {
        (await server.inspect { $0.groupSummaries } ?? []).map { Group(id: $0.id, state: $0.state, members: $0.members.map(\.clientID)) }
    }
}

extension StoredRecord {
    fileprivate init(_ record: Record, topic: String, partition: Int) {
        self.init(
            topic: topic, partition: partition, offset: record.offset, timestamp: record.timestamp,
            key: record.key.map { Array($0.readableBytesView) }, value: record.value.map { Array($0.readableBytesView) },
            headers: record.headers.map { .init(name: $0.name, value: $0.value.map { Array($0.readableBytesView) }) })
    }
}
