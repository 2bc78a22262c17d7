import KafkaWire
import NIOCore

/// One change of what the broker knows beside records, as its metadata journal keeps it.
///
/// An entry is a byte for its kind, a byte for the kind's version, and the fields in Kafka's flexible encoding.
enum MetadataEntry: Equatable {
    /// The first entry of every journal.
    case identity(clusterID: KafkaUUID, nodeID: Int32)
    case topicCreated(name: String, id: KafkaUUID, partitions: Int32, configs: [String: String])
    case topicDeleted(id: KafkaUUID)
    /// The topic has this many partitions from now on.
    case partitionsGrown(id: KafkaUUID, partitions: Int32)
    /// All of the topic's own configs, in place of those before.
    case topicConfigs(id: KafkaUUID, configs: [String: String])
    /// All dynamic configs of the broker, or of all brokers, in place of those before.
    case brokerConfigs(clusterWide: Bool, configs: [String: String])
    case aclAdded(AclBinding)
    case aclRemoved(AclBinding)
    /// Producer ids below this are given out.
    case producerIDsReserved(end: Int64)

    private var kind: Int8 {
        switch self {
        case .identity: 1
        case .topicCreated: 2
        case .topicDeleted: 3
        case .partitionsGrown: 4
        case .topicConfigs: 5
        case .brokerConfigs: 6
        case .aclAdded: 7
        case .aclRemoved: 8
        case .producerIDsReserved: 9
        }
    }

    func encoded() throws(WireError) -> ByteBuffer {
        var writer = WireWriter()
        writer.writeInt8(kind)
        writer.writeInt8(0)
        switch self {
        case .identity(let clusterID, let nodeID):
            writer.writeUUID(clusterID)
            writer.writeInt32(nodeID)
        case .topicCreated(let name, let id, let partitions, let configs):
            try writer.writeString(name, flexible: true)
            writer.writeUUID(id)
            writer.writeInt32(partitions)
            try writer.write(configs)
        case .topicDeleted(let id):
            writer.writeUUID(id)
        case .partitionsGrown(let id, let partitions):
            writer.writeUUID(id)
            writer.writeInt32(partitions)
        case .topicConfigs(let id, let configs):
            writer.writeUUID(id)
            try writer.write(configs)
        case .brokerConfigs(let clusterWide, let configs):
            writer.writeBool(clusterWide)
            try writer.write(configs)
        case .aclAdded(let binding), .aclRemoved(let binding):
            try writer.write(binding)
        case .producerIDsReserved(let end):
            writer.writeInt64(end)
        }
        return writer.buffer
    }

    init(_ bytes: ByteBuffer) throws(EntryError) {
        do {
            var reader = WireReader(bytes)
            let kind = try reader.readInt8()
            let version = try reader.readInt8()
            guard version == 0 else { throw EntryError.unknown(kind: kind, version: version) }
            switch kind {
            case 1: self = .identity(clusterID: try reader.readUUID(), nodeID: try reader.readInt32())
            case 2:
                self = .topicCreated(
                    name: try reader.readString(flexible: true), id: try reader.readUUID(),
                    partitions: try reader.readInt32(), configs: try reader.readConfigs())
            case 3: self = .topicDeleted(id: try reader.readUUID())
            case 4: self = .partitionsGrown(id: try reader.readUUID(), partitions: try reader.readInt32())
            case 5: self = .topicConfigs(id: try reader.readUUID(), configs: try reader.readConfigs())
            case 6: self = .brokerConfigs(clusterWide: try reader.readBool(), configs: try reader.readConfigs())
            case 7: self = .aclAdded(try reader.readAclBinding())
            case 8: self = .aclRemoved(try reader.readAclBinding())
            case 9: self = .producerIDsReserved(end: try reader.readInt64())
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

/// Why a journal's entry cannot be understood. Its checksum was right, so that it is not damage of the disk.
enum EntryError: Error, CustomStringConvertible {
    /// Written by a later release.
    case unknown(kind: Int8, version: Int8)
    case malformed(String)

    var description: String {
        switch self {
        case .unknown(let kind, let version): "entry of unknown kind \(kind) version \(version)"
        case .malformed(let detail): "malformed entry: \(detail)"
        }
    }
}
