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

    func encoded() throws(WireError) -> ByteBuffer {
        var writer = WireWriter(capacity: 96)
        switch self {
        case .committed(let group, let topic, let partition, let committed):
            writer.writeInt8(1)
            writer.writeInt8(0)
            try writer.writeString(group, flexible: true)
            try writer.writeString(topic, flexible: true)
            writer.writeInt32(partition)
            writer.writeInt64(committed.offset)
            writer.writeInt32(committed.leaderEpoch)
            try writer.writeString(committed.metadata, flexible: true)
            writer.writeInt64(committed.committedAt.millisecondsSinceEpoch)
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
                    CommittedOffset(
                        offset: try reader.readInt64(), leaderEpoch: try reader.readInt32(),
                        metadata: try reader.readString(flexible: true),
                        committedAt: Instant(millisecondsSinceEpoch: try reader.readInt64())))
            case 2:
                self = .offsetRemoved(
                    group: group, topic: try reader.readString(flexible: true), partition: try reader.readInt32())
            case 3: self = .groupRemoved(group: group)
            case 4: self = .protocolType(group: group, type: try reader.readString(flexible: true))
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
