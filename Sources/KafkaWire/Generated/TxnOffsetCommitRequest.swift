// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The transaction, the group and the offsets.
package struct TxnOffsetCommitRequest: KafkaRequest {
    package typealias Response = TxnOffsetCommitResponse
    package static let apiKey = APIKey.txnOffsetCommit
    package static let versions: ClosedRange<Int16> = 0...5
    package static let firstFlexibleVersion: Int16 = 3

    /// The transactional id.
    package var transactionalId: String
    /// The group.
    package var groupId: String
    /// The producer id that it has.
    package var producerId: Int64
    /// The producer's epoch.
    package var producerEpoch: Int16
    /// The generation of the group in which the records were consumed. Version 3 and later.
    package var generationId: Int32
    /// The member that consumed them. Version 3 and later.
    package var memberId: String
    /// The member's name, if it is a static one. Version 3 and later.
    package var groupInstanceId: String?
    /// The offsets.
    package var topics: [Topic]

    package init(
        transactionalId: String = "",
        groupId: String = "",
        producerId: Int64 = 0,
        producerEpoch: Int16 = 0,
        generationId: Int32 = -1,
        memberId: String = "",
        groupInstanceId: String? = "",
        topics: [Topic] = []
    ) {
        self.transactionalId = transactionalId
        self.groupId = groupId
        self.producerId = producerId
        self.producerEpoch = producerEpoch
        self.generationId = generationId
        self.memberId = memberId
        self.groupInstanceId = groupInstanceId
        self.topics = topics
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 3
        transactionalId = try reader.readString(flexible: flexible)
        groupId = try reader.readString(flexible: flexible)
        producerId = try reader.readInt64()
        producerEpoch = try reader.readInt16()
        generationId = try version >= 3 ? reader.readInt32() : -1
        memberId = try version >= 3 ? reader.readString(flexible: flexible) : ""
        groupInstanceId = try version >= 3 ? reader.readNullableString(flexible: flexible) : ""
        topics = try reader.readArray(of: Topic.self, flexible: flexible, version: version)
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 3
        try writer.writeString(transactionalId, flexible: flexible)
        try writer.writeString(groupId, flexible: flexible)
        writer.writeInt64(producerId)
        writer.writeInt16(producerEpoch)
        if version >= 3 {
            writer.writeInt32(generationId)
        } else if generationId != -1 {
            throw .fieldNotInVersion(field: "TxnOffsetCommitRequest.generationId", version: version)
        }
        if version >= 3 {
            try writer.writeString(memberId, flexible: flexible)
        } else if !memberId.isEmpty {
            throw .fieldNotInVersion(field: "TxnOffsetCommitRequest.memberId", version: version)
        }
        if version >= 3 {
            try writer.writeNullableString(groupInstanceId, flexible: flexible)
        } else if groupInstanceId != "" {
            throw .fieldNotInVersion(field: "TxnOffsetCommitRequest.groupInstanceId", version: version)
        }
        try writer.writeArray(topics, flexible: flexible, version: version)
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}

extension TxnOffsetCommitRequest {
    /// An element of `topics`.
    package struct Topic: WireStructure {
        /// The topic.
        package var name: String
        /// By partition.
        package var partitions: [Partition]

        package init(name: String = "", partitions: [Partition] = []) {
            self.name = name
            self.partitions = partitions
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 3
            name = try reader.readString(flexible: flexible)
            partitions = try reader.readArray(of: Partition.self, flexible: flexible, version: version)
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 3
            try writer.writeString(name, flexible: flexible)
            try writer.writeArray(partitions, flexible: flexible, version: version)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}

extension TxnOffsetCommitRequest {
    /// An element of `partitions`.
    package struct Partition: WireStructure {
        /// The partition.
        package var partitionIndex: Int32
        /// The offset to go on from.
        package var committedOffset: Int64
        /// The leader epoch of the last record consumed, or -1. Version 2 and later.
        package var committedLeaderEpoch: Int32
        /// What the client notes beside it.
        package var committedMetadata: String?

        package init(
            partitionIndex: Int32 = 0,
            committedOffset: Int64 = 0,
            committedLeaderEpoch: Int32 = -1,
            committedMetadata: String? = ""
        ) {
            self.partitionIndex = partitionIndex
            self.committedOffset = committedOffset
            self.committedLeaderEpoch = committedLeaderEpoch
            self.committedMetadata = committedMetadata
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 3
            partitionIndex = try reader.readInt32()
            committedOffset = try reader.readInt64()
            committedLeaderEpoch = try version >= 2 ? reader.readInt32() : -1
            committedMetadata = try reader.readNullableString(flexible: flexible)
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 3
            writer.writeInt32(partitionIndex)
            writer.writeInt64(committedOffset)
            if version >= 2 {
                writer.writeInt32(committedLeaderEpoch)
            }
            try writer.writeNullableString(committedMetadata, flexible: flexible)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}
