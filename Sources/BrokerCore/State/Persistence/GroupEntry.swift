import Determinism
import KafkaWire
import NIOCore

/// One change of what groups committed, as the group journal keeps it. Encoded as `MetadataEntry` is.
enum GroupEntry: Equatable {
    case committed(group: String, topic: String, partition: Int32, CommittedOffset)
    case offsetRemoved(group: String, topic: String, partition: Int32)
    case groupRemoved(group: String)
    /// The group's protocol type ("consumer"), so that an idle group is still described as what it is.
    case protocolType(group: String, type: String)
    /// To be committed with the producer's transaction.
    case pending(group: String, producerID: Int64, topic: String, partition: Int32, CommittedOffset)
    /// The transaction has ended: what the group was to commit with it is committed, or dropped.
    case pendingDecided(group: String, producerID: Int64, isCommitted: Bool)
    /// The broker assigns the group's partitions (KIP-848), and it is at these epochs.
    case assigned(group: String, epoch: Int32, assignmentEpoch: Int32, topicsFingerprint: UInt64)
    /// A member of such a group, in place of what it was before.
    case assignedMember(group: String, AssignedMember)
    case assignedMemberRemoved(group: String, member: String)
    /// All configs of a group, in place of those before.
    case configs(group: String, configs: [String: String])
    /// The group is a classic one again.
    case unassigned(group: String)

    func encoded() throws(WireError) -> ByteBuffer {
        var writer = WireWriter(capacity: 96)
        switch self {
        case .committed(let group, let topic, let partition, let committed):
            writer.writeInt8(1)
            writer.writeInt8(0)
            try writer.writeString(group, flexible: true)
            try writer.write(committed, topic: topic, partition: partition)
        case .offsetRemoved(let group, let topic, let partition):
            writer.writeInt8(2)
            writer.writeInt8(0)
            try writer.writeString(group, flexible: true)
            try writer.writeString(topic, flexible: true)
            writer.writeInt32(partition)
        case .groupRemoved(let group):
            writer.writeInt8(3)
            writer.writeInt8(0)
            try writer.writeString(group, flexible: true)
        case .protocolType(let group, let type):
            writer.writeInt8(4)
            writer.writeInt8(0)
            try writer.writeString(group, flexible: true)
            try writer.writeString(type, flexible: true)
        case .pending(let group, let producerID, let topic, let partition, let committed):
            writer.writeInt8(10)
            writer.writeInt8(0)
            try writer.writeString(group, flexible: true)
            writer.writeInt64(producerID)
            try writer.write(committed, topic: topic, partition: partition)
        case .pendingDecided(let group, let producerID, let isCommitted):
            writer.writeInt8(11)
            writer.writeInt8(0)
            try writer.writeString(group, flexible: true)
            writer.writeInt64(producerID)
            writer.writeBool(isCommitted)
        case .assigned(let group, let epoch, let assignmentEpoch, let fingerprint):
            try writer.begin(20, group)
            writer.writeInt32(epoch)
            writer.writeInt32(assignmentEpoch)
            writer.writeInt64(Int64(bitPattern: fingerprint))
        case .assignedMember(let group, let member):
            try writer.begin(21, group)
            try writer.write(member)
        case .assignedMemberRemoved(let group, let member):
            try writer.begin(22, group)
            try writer.writeString(member, flexible: true)
        case .configs(let group, let configs):
            try writer.begin(23, group)
            try writer.write(configs)
        case .unassigned(let group):
            try writer.begin(24, group)
        }
        return writer.buffer
    }

    init(_ bytes: ByteBuffer) throws(EntryError) {
        do {
            var reader = WireReader(bytes)
            let kind = try reader.readInt8()
            let version = try reader.readInt8()
            guard version == 0 else { throw EntryError.unknown(kind: kind, version: version) }
            let group = try reader.readString(flexible: true)
            switch kind {
            case 1:
                self = .committed(
                    group: group, topic: try reader.readString(flexible: true), partition: try reader.readInt32(),
                    try reader.readCommittedOffset())
            case 2:
                self = .offsetRemoved(
                    group: group, topic: try reader.readString(flexible: true), partition: try reader.readInt32())
            case 3: self = .groupRemoved(group: group)
            case 4: self = .protocolType(group: group, type: try reader.readString(flexible: true))
            case 10:
                self = .pending(
                    group: group, producerID: try reader.readInt64(), topic: try reader.readString(flexible: true),
                    partition: try reader.readInt32(), try reader.readCommittedOffset())
            case 11:
                self = .pendingDecided(
                    group: group, producerID: try reader.readInt64(), isCommitted: try reader.readBool())
            case 20:
                self = .assigned(
                    group: group, epoch: try reader.readInt32(), assignmentEpoch: try reader.readInt32(),
                    topicsFingerprint: UInt64(bitPattern: try reader.readInt64()))
            case 21: self = .assignedMember(group: group, try reader.readAssignedMember())
            case 22: self = .assignedMemberRemoved(group: group, member: try reader.readString(flexible: true))
            case 23: self = .configs(group: group, configs: try reader.readConfigs())
            case 24: self = .unassigned(group: group)
            default: throw EntryError.unknown(kind: kind, version: version)
            }
            try reader.expectEnd()
        } catch let error as EntryError {
            throw error
        } catch {
            throw .malformed("\(error)")
        }
    }
}

extension WireWriter {
    fileprivate mutating func write(_ committed: CommittedOffset, topic: String, partition: Int32) throws(WireError) {
        try writeString(topic, flexible: true)
        writeInt32(partition)
        writeInt64(committed.offset)
        writeInt32(committed.leaderEpoch)
        try writeString(committed.metadata, flexible: true)
        writeInt64(committed.committedAt.millisecondsSinceEpoch)
    }
}

extension WireReader {
    fileprivate mutating func readCommittedOffset() throws(WireError) -> CommittedOffset {
        CommittedOffset(
            offset: try readInt64(), leaderEpoch: try readInt32(), metadata: try readString(flexible: true),
            committedAt: Instant(millisecondsSinceEpoch: try readInt64()))
    }
}
