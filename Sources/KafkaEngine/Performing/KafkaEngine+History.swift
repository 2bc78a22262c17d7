import EngineInterface
import KafkaClient
import KafkaWire
import NIOCore

extension KafkaEngine {
    package func runs() async throws(EngineFailure) -> [ApplyRecord] {
        try await readIfUnread()
        var records: [ApplyRecord] = []
        for (number, value) in ledgerState.withLock({ $0.runs.runs }).sorted(by: { $0.key < $1.key }) {
            do throws(LedgerEntryProblem) {
                guard let json = JSONText(parsing: value) else { throw .notLedgerJSON }
                records.append(try RunDocument(json).run)
            } catch {
                throw EngineFailure(.misunderstood, "cluster '\(cluster)': in \(LedgerLog.topic), the record of apply \(number) \(error)")
            }
        }
        return records
    }

    package func changes(ofRun number: Int) async throws(EngineFailure) -> [AppliedChange]? {
        try await readIfUnread()
        guard let keys = ledgerState.withLock({ $0.runs.changes[number] })?.keys else { return nil }
        var values: [String: [UInt8]] = [:]
        do {
            try await client.readLog(of: LedgerLog.partition) { record in
                guard let value = record.value, let key = record.key.map({ String(buffer: $0) }), keys.contains(key) else { return }
                values[key] = Array(value.readableBytesView)
            }
        } catch {
            throw failure(error)
        }
        var changes: [AppliedChange] = []
        for (key, value) in values.sorted(by: { Self.chunk($0.key) < Self.chunk($1.key) }) {
            do throws(LedgerEntryProblem) {
                guard let json = JSONText(parsing: value) else { throw .notLedgerJSON }
                changes += try ChangesDocument(json).changes
            } catch {
                throw EngineFailure(.misunderstood, "cluster '\(cluster)': in \(LedgerLog.topic), the value of '\(key)' \(error)")
            }
        }
        return changes
    }

    private func readIfUnread() async throws(EngineFailure) {
        guard !ledgerState.withLock({ $0.wasRead }) else { return }
        try await readLedger(try await lookUp(LedgerLog.topic))
    }

    private static func chunk(_ key: String) -> Int { key.split(separator: "/").last.flatMap { Int($0) } ?? 0 }
}
