import BrokerLog
import KafkaWire
import NIOCore

/// What a broker holds, for those in the same process: a test need not consume to see what was produced.
extension Broker {
    /// Topic → how many partitions, without the broker's own topics.
    package var topicSizes: [String: Int] {
        Dictionary(topics.all.filter { !$0.isInternal }.map { ($0.name, $0.partitions.count) }) { $1 }
    }

    package func topicID(named name: String) -> KafkaUUID? { topics[name]?.id }

    /// Whole batches from an offset on, flushed or not; empty at the end, nil where there is no such partition.
    package func inspectLog(_ topic: String, _ partition: Int32, from offset: Int64) throws(LogError) -> ByteBuffer? {
        guard let partition = topics[topic]?.partition(partition) else { return nil }
        guard let log = partition.log else { return ByteBuffer() }
        return try log.read(from: max(offset, log.logStartOffset), maxBytes: 4 << 20)
    }

    /// What a group committed, by topic and partition.
    package func committedOffsets(of group: String) -> [String: [Int32: CommittedOffset]] { groups[group]?.offsets.byTopic ?? [:] }

    package struct GroupSummary: Sendable {
        package var id: String
        package var state: String
        package var members: [(id: String, clientID: String, clientHost: String)]
    }

    package var groupSummaries: [GroupSummary] {
        groups.all.map { group in
            GroupSummary(
                id: group.id, state: group.stateName,
                members: group.assigned.map { $0.members.values.map { ($0.id, $0.clientID, $0.clientHost) } }
                    ?? group.members.values.map { ($0.id, $0.clientID, $0.clientHost) })
        }
    }
}
