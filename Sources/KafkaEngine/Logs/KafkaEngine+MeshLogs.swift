import Determinism
import EngineInterface
import KafkaClient
import KafkaWire
import NIOCore

extension KafkaEngine {
    /// In batches that brokers take: where one fails, those before it are in the log. Written again after a failure that is
    /// `unreachable`, a record may be there twice.
    package func append(_ records: [MeshLogRecord], to log: MeshLog) async throws(EngineFailure) -> Int64? {
        guard !records.isEmpty else { return nil }
        if !logsThere.withLock({ $0.contains(log) }) {
            if try await lookUp(log.topic) == nil {
                do {
                    try await createOwnTopic(log.topic, config: log.config, leastConfig: log.leastConfig)
                } catch {
                    throw error.tellingRights(to: log)
                }
            }
            logsThere.withLock { _ = $0.insert(log) }
        }
        let now = Self.millisecondsNow
        var first: Int64?
        for (index, batch) in ledgerBatches(records.map { ProducedRecord($0, timestamp: now) }).enumerated() {
            do {
                let offset = try await producer(of: log).append(batch)
                if index == 0, offset >= 0 { first = offset }
            } catch {
                // It may have been deleted: look again next time.
                logsThere.withLock { _ = $0.remove(log) }
                throw failure(error).tellingRights(to: log)
            }
        }
        return first
    }

    /// Fetched a few megabytes at a time, of which nothing stays but the entries.
    package func read(_ log: MeshLog, from offset: Int64) async throws(EngineFailure) -> MeshLogReading {
        do throws(EngineFailure) {
            guard try await lookUp(log.topic) != nil else { return MeshLogReading() }
        } catch {
            throw error.tellingRights(to: log)
        }
        var reading = MeshLogReading()
        do {
            var bounds = try await client.readTail(of: log.partition, from: max(0, offset)) { reading.entries.append(.init($0)) }
            if offset < bounds.start {
                // What it begins with is not kept any more.
                reading.entries = []
                bounds = try await client.readTail(of: log.partition, from: bounds.start) { reading.entries.append(.init($0)) }
            }
            (reading.start, reading.end) = (bounds.start, bounds.end)
        } catch {
            throw failure(error).tellingRights(to: log)
        }
        return reading
    }

    private func producer(of log: MeshLog) -> DurableProducer {
        switch log {
        case .control: controlProducer
        case .audit: auditProducer
        }
    }
}

extension EngineFailure {
    /// What somebody who is not let near a log would have to be allowed.
    fileprivate func tellingRights(to log: MeshLog) -> EngineFailure {
        guard code == ErrorCode.topicAuthorizationFailed.name || code == ErrorCode.clusterAuthorizationFailed.name else { return self }
        var failure = self
        failure.message += "; Heddle must be allowed to create, describe, read and write topic '\(log.topic)'"
        return failure
    }
}

extension ProducedRecord {
    fileprivate init(_ record: MeshLogRecord, timestamp: Int64) {
        self.init(
            key: ByteBuffer(string: record.key), value: record.value.map { ByteBuffer(bytes: $0) }, timestamp: timestamp,
            headers: record.headers.map { RecordHeader(name: $0.name, value: ByteBuffer(bytes: $0.value)) })
    }
}

extension MeshLogReading.Entry {
    /// Copies: a record shares a fetched buffer of megabytes.
    fileprivate init(_ record: Record) {
        self.init(
            offset: record.offset, writtenAt: Instant(millisecondsSinceEpoch: record.timestamp),
            record: MeshLogRecord(
                key: record.key.map { String(buffer: $0) } ?? "", value: record.value.map { Array($0.readableBytesView) },
                headers: record.headers.map { .init($0.name, $0.value.map { Array($0.readableBytesView) } ?? []) }))
    }
}
