import Determinism
import KafkaWire

extension WireWriter {
    /// The kind, its version and the group, with which the later entries of the group journal begin.
    mutating func begin(_ kind: Int8, _ group: String) throws(WireError) {
        writeInt8(kind)
        writeInt8(0)
        try writeString(group, flexible: true)
    }

    /// Times are not kept: a member begins a new session with the broker.
    mutating func write(_ member: AssignedMember) throws(WireError) {
        try writeString(member.id, flexible: true)
        try writeNullableString(member.instanceID, flexible: true)
        try writeNullableString(member.rackID, flexible: true)
        try writeString(member.clientID, flexible: true)
        try writeString(member.clientHost, flexible: true)
        writeInt64(member.rebalanceTimeout.wholeMilliseconds)
        try write(member.subscribedNames)
        try writeNullableString(member.subscribedPattern, flexible: true)
        try write(member.matchedNames)
        try writeNullableString(member.assignor, flexible: true)
        writeInt32(member.epoch)
        writeInt32(member.previousEpoch)
        writeInt8(member.state.rawValue)
        try write(member.assigned)
        try write(member.pendingRevocation)
        try write(member.target)
    }

    private mutating func write(_ names: [String]) throws(WireError) {
        try writeArray(names, flexible: true) { writer, name throws(WireError) in
            try writer.writeString(name, flexible: true)
        }
    }

    private mutating func write(_ partitions: AssignedPartitions) throws(WireError) {
        try writeArray(partitions.sorted, flexible: true) { writer, entry throws(WireError) in
            writer.writeUUID(entry.topic)
            try writer.writeArray(entry.partitions, flexible: true) { writer, partition throws(WireError) in
                writer.writeInt32(partition)
            }
        }
    }
}

extension WireReader {
    mutating func readAssignedMember() throws(WireError) -> AssignedMember {
        var member = AssignedMember(
            id: try readString(flexible: true), instanceID: try readNullableString(flexible: true),
            rackID: try readNullableString(flexible: true), clientID: try readString(flexible: true),
            clientHost: try readString(flexible: true), rebalanceTimeout: .milliseconds(try readInt64()),
            sessionDeadline: Instant(millisecondsSinceEpoch: 0))
        member.subscribedNames = try readNames()
        member.subscribedPattern = try readNullableString(flexible: true)
        member.matchedNames = try readNames()
        member.assignor = try readNullableString(flexible: true)
        member.epoch = try readInt32()
        member.previousEpoch = try readInt32()
        member.state = AssignedMember.State(rawValue: try readInt8()) ?? .awaiting
        member.assigned = try readPartitions()
        member.pendingRevocation = try readPartitions()
        member.target = try readPartitions()
        return member
    }

    private mutating func readNames() throws(WireError) -> [String] {
        try readArray(flexible: true) { reader throws(WireError) in try reader.readString(flexible: true) }
    }

    private mutating func readPartitions() throws(WireError) -> AssignedPartitions {
        AssignedPartitions(try readArray(flexible: true) { reader throws(WireError) in
            (topic: try reader.readUUID(),
             partitions: try reader.readArray(flexible: true) { reader throws(WireError) in try reader.readInt32() })
        })
    }
}
