import BrokerLog
import KafkaWire
import NIOCore

/// Keeping changes: journals, syncs, and what is done when the disk refuses.
extension Broker {
    /// Writes a change down. False when the disk refuses; nothing may then be changed.
    @discardableResult
    func keep(_ entry: MetadataEntry) -> Bool {
        do {
            try metadataJournal.append(try entry.encoded())
            syncs.isMetadataUnsynced = true
            return true
        } catch {
            note(.error, "the metadata journal cannot be written: \(error)")
            return false
        }
    }

    /// Writes changes down with one write: all of them, or none.
    func keep(_ entries: [MetadataEntry]) -> Bool {
        guard !entries.isEmpty else { return true }
        do {
            try metadataJournal.append(contentsOf: try entries.map { (entry) throws(WireError) in try entry.encoded() })
            syncs.isMetadataUnsynced = true
            return true
        } catch {
            note(.error, "the metadata journal cannot be written: \(error)")
            return false
        }
    }

    /// The same for groups.
    @discardableResult
    func keep(_ entries: [GroupEntry]) -> Bool {
        guard !entries.isEmpty else { return true }
        do {
            try groupJournal.append(contentsOf: try entries.map { (entry) throws(WireError) in try entry.encoded() })
            syncs.areGroupsUnsynced = true
            return true
        } catch {
            note(.error, "the group journal cannot be written: \(error)")
            return false
        }
    }

    @discardableResult
    func keep(_ entry: GroupEntry) -> Bool {
        do {
            try groupJournal.append(try entry.encoded())
            syncs.areGroupsUnsynced = true
            return true
        } catch {
            note(.error, "the group journal cannot be written: \(error)")
            return false
        }
    }

    /// With `.os` nobody waits for the disk, and rounds are begun by the timer alone.
    func beginSyncIfDue() {
        guard syncs.isRoundDue, settings.durability == .fsync || syncs.isWanted else { return }
        var owners: [SyncRounds.Owner] = []
        var tickets: [SyncTicket] = []
        if syncs.isMetadataUnsynced, let ticket = metadataJournal.pendingSync() {
            owners.append(.metadataJournal)
            tickets.append(ticket)
        }
        if syncs.areGroupsUnsynced, let ticket = groupJournal.pendingSync() {
            owners.append(.groupJournal)
            tickets.append(ticket)
        }
        for partition in syncs.unsyncedPartitions {
            partition.isUnsynced = false
            guard !partition.isDeleted, let ticket = partition.log?.pendingSync() else { continue }
            owners.append(.partition(partition))
            tickets.append(ticket)
            partition.bytesUnderSync = partition.unsyncedBytes
            partition.unsyncedBytes = 0
        }
        syncs.isMetadataUnsynced = false
        syncs.areGroupsUnsynced = false
        syncs.unsyncedPartitions.removeAll(keepingCapacity: true)
        let round = syncs.begin(owners: owners, tickets: tickets)
        effects.append(.sync(round: round, tickets))
    }

    func finishSync(round number: UInt64, results: [Result<Void, StorageError>]) {
        guard let round = syncs.finish(number) else { return }
        var grown: [Partition] = []
        var hasFailed = false
        for (index, owner) in round.owners.enumerated() {
            let ticket = round.tickets[index]
            let result = results.indices.contains(index) ? results[index] : .success(())
            switch (owner, result) {
            case (.partition(let partition), .success):
                partition.log?.completeSync(ticket)
                grown.append(partition)
            case (.metadataJournal, .success): metadataJournal.completeSync(ticket)
            case (.groupJournal, .success): groupJournal.completeSync(ticket)
            case (.partition(let partition), .failure) where partition.isDeleted: break
            case (.partition(let partition), .failure(let error)):
                // What the system could not write it may have forgotten: only a restart shows what is there.
                partition.log?.failSync(ticket, error)
                hasFailed = true
                note(.error, "partition \(partition.name) is offline: \(error)")
            case (.metadataJournal, .failure(let error)), (.groupJournal, .failure(let error)):
                return fail("a journal cannot be brought to disk: \(error)")
            }
        }
        for waiting in round.waiting {
            if hasFailed {
                // Which of the writes were lost is not known to each response: no promise is made at all.
                close(waiting.request.connection, reason: "what it wrote could not be brought to disk")
            } else {
                send(waiting.response, for: waiting.request)
            }
        }
        for partition in grown { wakeFetches(of: partition, grownBy: partition.bytesUnderSync) }
        for step in round.steps { perform(step) }
    }
}
