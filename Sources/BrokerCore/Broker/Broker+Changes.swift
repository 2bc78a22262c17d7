import BrokerLog
import KafkaWire
import NIOCore

/// Telling of changes, in records of an internal topic that only the broker writes.
///
/// A change is told when it is made and kept: its record goes to disk in the same round as its journal entry, and whoever
/// made it is answered after both. Where a crash keeps the entry and not the record, the record of the next start stands for it.
extension Broker {
    /// Says that the broker begins, so that readers look at everything once.
    func beginChangeStream() {
        changes.add(.start)
        tellChanges()
    }

    /// Writes down what was not told yet.
    func tellChanges() {
        guard !changes.untold.isEmpty, let topic = findOrMakeChangeTopic(), let partition = topic.partition(0) else { return }
        do {
            for batch in batches(of: changes.takeUntold()) {
                let records = try checkRecords(batch, rules: RecordBatchRules(origin: .broker))
                _ = try append(records, to: partition, of: topic)
            }
            changes.isBehind = false
        } catch {
            if !changes.isBehind { note(.error, "changes cannot be told in \(ChangeStream.topicName): \(error)") }
            changes.fallBehind()
        }
    }

    private func batches(of told: [MetadataChange]) -> [ByteBuffer] {
        let moment = now.millisecondsSinceEpoch
        var batches: [ByteBuffer] = []
        var builder = RecordBatchBuilder()
        for change in told {
            if builder.sizeInBytes > ChangeStream.batchBytes {
                batches.append(builder.finish())
                builder = RecordBatchBuilder()
            }
            builder.append(
                key: ByteBuffer(string: change.key), value: ByteBuffer(string: change.value(at: moment)), timestamp: moment)
        }
        return batches + [builder.finish()]
    }

    /// Nil when the disk refuses it; the next change tries again.
    private func findOrMakeChangeTopic() -> Topic? {
        if let topic = topics[ChangeStream.topicName] { return topic }
        let topic = Topic(
            name: ChangeStream.topicName, id: freshTopicID(), partitions: 1, overrides: ChangeStream.configs,
            settings: settings(for: ChangeStream.configs))
        let entry = MetadataEntry.topicCreated(name: topic.name, id: topic.id, partitions: 1, configs: topic.overrides)
        guard keep(entry) else {
            changes.fallBehind()
            return nil
        }
        topics.insert(topic)
        return topic
    }
}
