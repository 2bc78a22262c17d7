import BrokerLog
import Determinism
import KafkaWire

extension Broker {
    /// The partition's log, made on first use.
    func openLog(of partition: Partition, _ settings: TopicSettings) throws(LogError) -> PartitionLog {
        if let reason = partition.offlineReason { throw .offline(reason: reason) }
        if let log = partition.log { return log }
        let (log, _) = try PartitionLog.open(
            storage: storage, directory: partition.directory, configuration: settings.log)
        partition.log = log
        return log
    }

    /// Adds records, to be seen when they are kept.
    func append(
        _ records: CheckedRecords, to partition: Partition, of topic: Topic
    ) throws(LogError) -> AppendResult {
        let appended = try openLog(of: partition, topic.settings)
            .append(records, leaderEpoch: Partition.leaderEpoch, now: now)
        syncs.markUnsynced(partition)
        if settings.durability == .os {
            wakeFetches(of: partition, grownBy: appended.sizeInBytes)
        } else {
            partition.unsyncedBytes += appended.sizeInBytes
        }
        return appended
    }

    /// What configs come to for a topic.
    func settings(for overrides: [String: String]) -> TopicSettings {
        guard overrides.isEmpty else {
            if let recentSettings, recentSettings.overrides == overrides { return recentSettings.settings }
            let settings = TopicSettings(overrides: overrides, broker: configs)
            recentSettings = (overrides, settings)
            return settings
        }
        let inherited = inheritedSettings ?? TopicSettings(overrides: [:], broker: configs)
        inheritedSettings = inherited
        return inherited
    }

    /// The topic's configs, or those that it inherits, changed.
    func refreshSettings(of topic: Topic) {
        topic.settings = settings(for: topic.overrides)
        for partition in topic.partitions { partition.log?.configuration = topic.settings.log }
    }

    /// Lets go of a topic that is deleted: its files go, and whoever waits for it is answered.
    func drop(_ topic: Topic) {
        validation.forget(topic.name)
        for partition in topic.partitions {
            partition.isDeleted = true
            wakeFetches(of: partition, grownBy: 0)
            do throws(LogError) {
                try partition.log?.delete()
            } catch {
                // The next start finds the files without their topic, and removes them.
                note(.warning, "files of the deleted partition \(partition.name) are left: \(error)")
            }
            partition.log = nil
        }
    }

    /// Deletes what is past its retention and forgets producers and groups that are past theirs.
    func enforceRetention() {
        timers.schedule(.retention, at: now + settings.retentionCheckInterval)
        let limit = now - settings.producerExpiration
        for topic in topics.all {
            for partition in topic.partitions {
                partition.producers.expire(before: limit)
                // Where nobody reads, nobody else forgets which transactions have ended.
                _ = partition.lastStableOffset(settings.durability)
                defer { partition.producers.forgetAborted(before: partition.logStartOffset) }
                do throws(LogError) {
                    guard let deleted = try partition.log?.enforceRetention(now: now), !deleted.isEmpty else { continue }
                    note(.info, "partition \(partition.name): \(deleted.count) segment(s) past retention deleted, "
                        + "the log begins at \(partition.logStartOffset)")
                } catch {
                    note(.error, "retention of partition \(partition.name) failed: \(error)")
                }
            }
        }
        for group in groups.all where group.isForgettable { forgetGroup(group.id) }
        forgetIdleTransactions()
        shortenJournals()
        tellChanges()
    }

    /// What groups committed for topics that are gone goes too.
    func removeCommittedOffsets(ofTopics names: [String]) {
        guard !names.isEmpty else { return }
        for group in groups.all {
            for name in names {
                guard let partitions = group.offsets.byTopic[name] else { continue }
                for partition in partitions.keys.sorted() {
                    keep(.offsetRemoved(group: group.id, topic: name, partition: partition))
                }
                groups.update(group.id) { $0.offsets.remove(topic: name) }
            }
        }
    }
}
