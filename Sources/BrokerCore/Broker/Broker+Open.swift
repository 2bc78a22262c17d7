import BrokerLog
import Determinism
import KafkaWire

/// Why a broker cannot take over what its storage holds.
package enum BrokerOpenError: Error, CustomStringConvertible {
    case storage(StorageError)
    case log(partition: String, LogError)
    case journal(path: String, reason: String)

    package var description: String {
        switch self {
        case .storage(let error): "\(error)"
        case .log(let partition, let error): "partition \(partition): \(error)"
        case .journal(let path, let reason): "\(path): \(reason)"
        }
    }
}

/// What a broker begins with.
struct RecoveredState {
    var clusterID = KafkaUUID.zero
    var topics = TopicTable()
    var groups = GroupTable()
    var acls = AclStore()
    var configs = BrokerConfigs()
    var producerIDs = ProducerIDAllocator()
    var transactions = TransactionTable()
    var pendingOffsets = PendingOffsets()
    var logins = LoginStore()
    var metadataJournal: Journal
    var groupJournal: Journal
}

extension Broker {
    static let metadataJournalPath = "metadata.journal"
    static let groupJournalPath = "groups.journal"

    /// Takes over what the storage holds, or begins anew where it holds nothing.
    ///
    /// - Parameter random: where ids are drawn from; seed it from real chance.
    /// - Returns: the broker, and what is worth a line in the log.
    package static func open(
        _ settings: BrokerSettings, storage: any Storage, random: SeededGenerator, now: Instant
    ) throws(BrokerOpenError) -> (broker: Broker, notes: [BrokerEffect.Note]) {
        var random = random
        var notes: [BrokerEffect.Note] = []
        do {
            try storage.createDirectory(Partition.root)
        } catch {
            throw .storage(error)
        }
        var (state, isNew) = try replay(settings, storage, &notes)
        if isNew {
            state.clusterID = KafkaUUID(RandomID(using: &random))
            do {
                try state.metadataJournal.append(
                    try MetadataEntry.identity(clusterID: state.clusterID, nodeID: settings.nodeID).encoded())
                try state.metadataJournal.flush()
            } catch {
                throw .journal(path: metadataJournalPath, reason: "\(error)")
            }
        }
        try openLogs(&state, storage, now, &notes)
        let broker = Broker(settings: settings, storage: storage, random: random, now: now, recovered: state)
        broker.finishTransactions()
        broker.resumeAssignedGroups()
        broker.beginChangeStream()
        return (broker, notes + broker.takeNotes())
    }

    private static func replay(
        _ settings: BrokerSettings, _ storage: any Storage, _ notes: inout [BrokerEffect.Note]
    ) throws(BrokerOpenError) -> (RecoveredState, isNew: Bool) {
        let (metadata, metadataEntries) = try openJournal(metadataJournalPath, storage, &notes)
        let (groups, groupEntries) = try openJournal(groupJournalPath, storage, &notes)
        var state = RecoveredState(metadataJournal: metadata, groupJournal: groups)
        for (name, value) in settings.topicDefaults {
            if let broker = ConfigTable.topic[name]?.brokerSynonym { state.configs.fixed[broker] = value }
        }
        if settings.autoCreateTopics { state.configs.fixed["auto.create.topics.enable"] = "true" }
        if settings.defaultPartitions != 1 { state.configs.fixed["num.partitions"] = String(settings.defaultPartitions) }
        let login = settings.login
        if login.failureDelay != LoginSettings().failureDelay {
            state.configs.fixed["connection.failed.authentication.delay.ms"] = "\(login.failureDelay.wholeMilliseconds)"
        }
        if let session = login.maxSession { state.configs.fixed["connections.max.reauth.ms"] = "\(session.wholeMilliseconds)" }
        do throws(EntryError) {
            for bytes in metadataEntries { state.apply(try MetadataEntry(bytes)) }
        } catch {
            throw .journal(path: metadataJournalPath, reason: "\(error)")
        }
        do throws(EntryError) {
            for bytes in groupEntries { state.apply(try GroupEntry(bytes)) }
        } catch {
            throw .journal(path: groupJournalPath, reason: "\(error)")
        }
        if !metadataEntries.isEmpty, state.clusterID == .zero {
            throw .journal(path: metadataJournalPath, reason: "it does not begin with the cluster's identity")
        }
        for topic in state.topics.all {
            topic.settings = TopicSettings(overrides: topic.overrides, broker: state.configs)
        }
        return (state, metadataEntries.isEmpty)
    }

    /// Opens the logs that exist and removes the files of topics that do not.
    private static func openLogs(
        _ state: inout RecoveredState, _ storage: any Storage, _ now: Instant, _ notes: inout [BrokerEffect.Note]
    ) throws(BrokerOpenError) {
        let directories: Set<String>
        do {
            directories = Set(try (storage.listDirectory(Partition.root) ?? []).map(\.name))
        } catch {
            throw .storage(error)
        }
        var known: Set<String> = []
        for topic in state.topics.all {
            for partition in topic.partitions {
                let name = String(partition.directory.dropFirst(Partition.root.count + 1))
                guard directories.contains(name) else { continue }
                known.insert(name)
                do throws(LogError) {
                    notes += try partition.recover(storage, topic.settings, now).map { .init(level: .warning, message: $0) }
                } catch {
                    // One damaged partition must not keep all others from being served.
                    partition.offlineReason = "\(error)"
                    notes.append(.init(level: .error, message: "partition \(partition.name) is offline: \(error)"))
                }
            }
        }
        for name in directories.subtracting(known).sorted() {
            do throws(LogError) {
                let (log, _) = try PartitionLog.open(
                    storage: storage, directory: "\(Partition.root)/\(name)", configuration: LogConfiguration())
                try log.delete()
                notes.append(.init(level: .info, message: "removed the files \(name) of a deleted topic"))
            } catch {
                notes.append(.init(level: .warning, message: "the files \(name) of a deleted topic are left: \(error)"))
            }
        }
    }
}

extension Partition {
    /// Opens the log and rebuilds from it what is known of producers and their transactions.
    ///
    /// - Returns: what had to be mended, in words.
    func recover(_ storage: any Storage, _ settings: TopicSettings, _ now: Instant) throws(LogError) -> [String] {
        let (log, report) = try PartitionLog.open(storage: storage, directory: directory, configuration: settings.log)
        self.log = log
        var rebuilt = ProducerStates()
        try log.forEachBatch(from: log.logStartOffset) { header, end in rebuilt.apply(header, end: end, at: now) }
        producers = rebuilt
        var mended: [String] = []
        if let cut = report.cut {
            mended.append("partition \(name): \(cut.bytes) bytes of an unfinished write cut off \(cut.path)"
                + " at \(cut.position)")
        }
        if let lost = report.lostBelow {
            mended.append("partition \(name): the disk lost records that it had confirmed,"
                + " from offset \(logEndOffset) up to \(lost)")
        }
        return mended
    }
}
