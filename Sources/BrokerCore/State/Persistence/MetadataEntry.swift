import KafkaWire
import NIOCore
import ScramLogin

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
    /// All that is known of a transactional id, in place of what was.
    case transaction(Transaction)
    case transactionForgotten(id: String)
    /// The transaction under way has this too. It began now if it had not.
    case transactionGrown(id: String, partitions: [String: Set<Int32>], group: String?, at: Int64)
    /// The replicas of each of the topic's partitions, the leader first, in place of those before.
    case topicPlaced(id: KafkaUUID, replicas: [[Int32]])
    /// A user's credential for one hash, in place of the one before.
    case scramUserSet(name: String, ScramCredential)
    case scramUserRemoved(name: String, ScramHash)
    /// What salts of unknown users are made from.
    case loginSeed([UInt8])

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
        case .transaction: 20
        case .transactionForgotten: 21
        case .transactionGrown: 22
        case .topicPlaced: 40
        case .scramUserSet: 10
        case .scramUserRemoved: 11
        case .loginSeed: 12
        }
    }

    /// What a new topic is kept with.
    static func entries(making topic: Topic) -> [MetadataEntry] {
        let made = topicCreated(
            name: topic.name, id: topic.id, partitions: Int32(topic.partitions.count), configs: topic.overrides)
        return topic.placement.isEmpty ? [made] : [made, .topicPlaced(id: topic.id, replicas: topic.placement)]
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
        case .transaction(let transaction):
            try writer.write(transaction)
        case .transactionForgotten(let id):
            try writer.writeString(id, flexible: true)
        case .transactionGrown(let id, let partitions, let group, let moment):
            try writer.writeString(id, flexible: true)
            try writer.write(partitions)
            try writer.writeStrings(group.map { [$0] } ?? [])
            writer.writeInt64(moment)
        case .topicPlaced(let id, let replicas):
            writer.writeUUID(id)
            try writer.writeArray(replicas, flexible: true) { writer, nodes throws(WireError) in
                try writer.writeArray(nodes, flexible: true) { writer, node throws(WireError) in writer.writeInt32(node) }
            }
        case .scramUserSet(let name, let credential):
            try writer.writeString(name, flexible: true)
            try writer.write(credential)
        case .scramUserRemoved(let name, let hash):
            try writer.writeString(name, flexible: true)
            writer.writeInt8(hash.number)
        case .loginSeed(let seed):
            try writer.writeBytes(ByteBuffer(bytes: seed), flexible: true)
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
            case 20: self = .transaction(try reader.readTransaction())
            case 21: self = .transactionForgotten(id: try reader.readString(flexible: true))
            case 22:
                self = .transactionGrown(
                    id: try reader.readString(flexible: true), partitions: try reader.readPartitions(),
                    group: try reader.readStrings().first, at: try reader.readInt64())
            case 40:
                self = .topicPlaced(
                    id: try reader.readUUID(),
                    replicas: try reader.readArray(flexible: true) { reader throws(WireError) in
                        try reader.readArray(flexible: true) { reader throws(WireError) in try reader.readInt32() }
                    })
            case 10: self = .scramUserSet(name: try reader.readString(flexible: true), try reader.readScramCredential())
            case 11: self = .scramUserRemoved(name: try reader.readString(flexible: true), try reader.readScramHash())
            case 12: self = .loginSeed(Array(try reader.readBytes(flexible: true).readableBytesView))
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
