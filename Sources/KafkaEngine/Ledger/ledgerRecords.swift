import EngineInterface
import KafkaClient
import NIOCore

/// The records that carry out ledger updates, in order.
///
/// - Parameters:
///   - keys: under which keys items are recorded already. One that is not this cluster's own is removed after the new
///     record: a run that is cut off between the two leaves the later, right one standing.
///   - timestamp: milliseconds since 1970.
func ledgerRecords(
    for updates: [LedgerUpdate], on cluster: String, keys: [LedgerItem: Set<String>], timestamp: Int64
) -> [ProducedRecord] {
    var records: [ProducedRecord] = []
    for update in updates {
        let item = LedgerItem(update)
        let key = item.key(on: cluster)
        let value = update.entry.map(encodeLedgerEntry)
        records.append(ProducedRecord(key: ByteBuffer(string: key), value: value, timestamp: timestamp))
        for stale in keys[item, default: []].subtracting([key]).sorted() {
            records.append(ProducedRecord(key: ByteBuffer(string: stale), value: nil, timestamp: timestamp))
        }
    }
    return records
}

/// Cut into batches of at most `batchBytes`; a record that is larger has its own.
func ledgerBatches(_ records: [ProducedRecord], batchBytes: Int = LedgerLog.batchBytes) -> [[ProducedRecord]] {
    var batches: [[ProducedRecord]] = []
    var bytes = 0
    for record in records {
        let headers = record.headers.reduce(0) { $0 + $1.name.utf8.count + ($1.value?.readableBytes ?? 0) + 8 }
        let size = (record.key?.readableBytes ?? 0) + (record.value?.readableBytes ?? 0) + headers + 32
        if batches.isEmpty || bytes + size > batchBytes {
            batches.append([])
            bytes = 0
        }
        batches[batches.count - 1].append(record)
        bytes += size
    }
    return batches
}

extension LedgerUpdate {
    var entry: LedgerEntry? {
        switch self {
        case .topic(let name, let topic): topic.map { .topic(name, $0) }
        case .access(let rule, let access): access.map { .access(rule, $0) }
        case .subject(let name, let subject): subject.map { .subject(name, $0) }
        case .claim(let mesh, let claim): claim.map { .claim(mesh, $0) }
        }
    }
}
