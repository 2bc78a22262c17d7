import BrokerLog
import KafkaWire
import NIOCore

/// The journals' length: rewritten with what still counts when most of their entries do not.
extension Broker {
    /// Opens a journal and reads its entries.
    static func openJournal(
        _ path: String, _ storage: any Storage, _ notes: inout [BrokerEffect.Note]
    ) throws(BrokerOpenError) -> (Journal, [ByteBuffer]) {
        do throws(JournalError) {
            var entries: [ByteBuffer] = []
            let (journal, report) = try Journal.open(storage: storage, path: path) { entries.append($0) }
            if report.cutBytes > 0 {
                notes.append(.init(level: .warning, message: "\(report.cutBytes) bytes of an unfinished entry cut off \(path)"))
            }
            return (journal, entries)
        } catch {
            throw .journal(path: path, reason: "\(error)")
        }
    }

    /// Rewrites the journals that have grown far beyond what they say. Blocks until the disk has them.
    func shortenJournals() {
        let metadataCount = 1 + topics.count + acls.count + transactions.count + logins.count
        if metadataJournal.appendedCount - metadataEntriesAtRewrite > Int64(4 * metadataCount + 10_000) {
            metadataEntriesAtRewrite = metadataJournal.appendedCount
            rewrite(metadataJournal, with: RecoveredState.entries(
                clusterID: clusterID, nodeID: settings.nodeID, topics: topics, configs: configs, acls: acls,
                producerIDs: producerIDs, transactions: transactions) + logins.entries) { (entry) throws(WireError) in
                    try entry.encoded()
                }
        }
        let committedCount = groups.all.reduce(groups.configs.count) { $0 + 1 + $1.offsets.count + ($1.assigned?.members.count ?? 0) }
        if groupJournal.appendedCount - groupEntriesAtRewrite > Int64(4 * committedCount + 10_000) {
            groupEntriesAtRewrite = groupJournal.appendedCount
            rewrite(groupJournal, with: RecoveredState.entries(groups) + RecoveredState.entries(pendingOffsets)) { (entry) throws(WireError) in
                try entry.encoded()
            }
        }
    }

    private func rewrite<Entry>(
        _ journal: Journal, with entries: [Entry], encode: (Entry) throws(WireError) -> ByteBuffer
    ) {
        do {
            try journal.rewrite(with: try entries.map(encode))
        } catch {
            note(.error, "\(journal.path) cannot be rewritten, and goes on as it is: \(error)")
        }
    }

    /// Brings everything to disk and leaves it so that the next start has nothing to mend. Nothing is handled after.
    ///
    /// - Returns: what could not be closed, in words.
    package func close() -> [String] {
        guard failure == nil else { return [] }
        failure = "the broker was closed"
        var complaints: [String] = []
        for topic in topics.all {
            for partition in topic.partitions {
                do {
                    try partition.log?.close()
                } catch {
                    complaints.append("partition \(partition.name): \(error)")
                }
            }
        }
        for journal in [metadataJournal, groupJournal] {
            do {
                try journal.close()
            } catch {
                complaints.append("\(journal.path): \(error)")
            }
        }
        return complaints
    }
}
