// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// Offsets by topic and partition.
package struct OffsetCommitRequest: KafkaRequest {
    package typealias Response = OffsetCommitResponse
    package static let apiKey = APIKey.offsetCommit
    package static let versions: ClosedRange<Int16> = 2...9
    package static let firstFlexibleVersion: Int16 = 8

    /// The group's id.
    package var groupId: String
    /// The generation in the classic protocol, the member epoch in that of KIP-848; -1 outside of a group.
    package var generationIdOrMemberEpoch: Int32
    /// The member's id, given by the coordinator; empty at the first join.
    package var memberId: String
    /// The member's static id (KIP-345); null for a dynamic member. Version 7 and later.
    package var groupInstanceId: String?
    /// How long to keep the offsets, in milliseconds; -1 for the broker's setting. Up to version 4.
    package var retentionTimeMs: Int64
    /// By topic.
    package var topics: [OffsetCommitRequestTopic]

    package init(
        groupId: String = "",
        generationIdOrMemberEpoch: Int32 = -1,
        memberId: String = "",
        groupInstanceId: String? = nil,
        retentionTimeMs: Int64 = -1,
        topics: [OffsetCommitRequestTopic] = []
    ) {
        self.groupId = groupId
        self.generationIdOrMemberEpoch = generationIdOrMemberEpoch
        self.memberId = memberId
        self.groupInstanceId = groupInstanceId
        self.retentionTimeMs = retentionTimeMs
        self.topics = topics
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 8
        groupId = try reader.readString(flexible: flexible)
        generationIdOrMemberEpoch = try reader.readInt32()
        memberId = try reader.readString(flexible: flexible)
        groupInstanceId = try version >= 7 ? reader.readNullableString(flexible: flexible) : nil
        retentionTimeMs = try version <= 4 ? reader.readInt64() : -1
        topics = try reader.readArray(of: OffsetCommitRequestTopic.self, flexible: flexible, version: version)
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 8
        try writer.writeString(groupId, flexible: flexible)
        writer.writeInt32(generationIdOrMemberEpoch)
        try writer.writeString(memberId, flexible: flexible)
        if version >= 7 {
            try writer.writeNullableString(groupInstanceId, flexible: flexible)
        } else if groupInstanceId != nil {
            throw .fieldNotInVersion(field: "OffsetCommitRequest.groupInstanceId", version: version)
        }
        if version <= 4 {
            writer.writeInt64(retentionTimeMs)
        }
        try writer.writeArray(topics, flexible: flexible, version: version)
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}

extension OffsetCommitRequest {
    /// An element of `topics`.
    package struct OffsetCommitRequestTopic: WireStructure {
        /// The topic's name.
        package var name: String
        /// By partition.
        package var partitions: [OffsetCommitRequestPartition]

        package init(name: String = "", partitions: [OffsetCommitRequestPartition] = []) {
            self.name = name
            self.partitions = partitions
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 8
            name = try reader.readString(flexible: flexible)
            partitions = try reader.readArray(of: OffsetCommitRequestPartition.self, flexible: flexible, version: version)
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 8
            try writer.writeString(name, flexible: flexible)
            try writer.writeArray(partitions, flexible: flexible, version: version)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}

extension OffsetCommitRequest {
    /// An element of `partitions`.
    package struct OffsetCommitRequestPartition: WireStructure {
        /// The partition's number.
        package var partitionIndex: Int32
        /// The committed offset; -1 for none.
        package var committedOffset: Int64
        /// The leader epoch of the last record consumed, or -1. Version 6 and later.
        package var committedLeaderEpoch: Int32
        /// Any text to keep with the offset.
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
            let flexible = version >= 8
            partitionIndex = try reader.readInt32()
            committedOffset = try reader.readInt64()
            committedLeaderEpoch = try version >= 6 ? reader.readInt32() : -1
            committedMetadata = try reader.readNullableString(flexible: flexible)
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 8
            writer.writeInt32(partitionIndex)
            writer.writeInt64(committedOffset)
            if version >= 6 {
                writer.writeInt32(committedLeaderEpoch)
            }
            try writer.writeNullableString(committedMetadata, flexible: flexible)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}
