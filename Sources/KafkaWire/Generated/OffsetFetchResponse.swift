// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The committed offsets: -1 where there is none.
package struct OffsetFetchResponse: KafkaMessage {
    package static let apiKey = APIKey.offsetFetch
    package static let versions: ClosedRange<Int16> = 1...9
    package static let firstFlexibleVersion: Int16 = 6

    /// How long the client should pause because of a quota, in milliseconds. Version 3 and later.
    package var throttleTimeMs: Int32
    /// By topic. Up to version 7.
    package var topics: [OffsetFetchResponseTopic]
    /// NONE, or why it failed. Versions 2 to 7.
    package var errorCode: ErrorCode
    /// By group. Version 8 and later.
    package var groups: [OffsetFetchResponseGroup]

    package init(
        throttleTimeMs: Int32 = 0,
        topics: [OffsetFetchResponseTopic] = [],
        errorCode: ErrorCode = .none,
        groups: [OffsetFetchResponseGroup] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.topics = topics
        self.errorCode = errorCode
        self.groups = groups
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 6
        throttleTimeMs = try version >= 3 ? reader.readInt32() : 0
        topics = try version <= 7 ? reader.readArray(of: OffsetFetchResponseTopic.self, flexible: flexible, version: version) : []
        errorCode = try version >= 2 && version <= 7 ? reader.readErrorCode() : .none
        groups = try version >= 8 ? reader.readArray(of: OffsetFetchResponseGroup.self, flexible: flexible, version: version) : []
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 6
        if version >= 3 {
            writer.writeInt32(throttleTimeMs)
        }
        if version <= 7 {
            try writer.writeArray(topics, flexible: flexible, version: version)
        } else if !topics.isEmpty {
            throw .fieldNotInVersion(field: "OffsetFetchResponse.topics", version: version)
        }
        if version >= 2 && version <= 7 {
            writer.writeErrorCode(errorCode)
        }
        if version >= 8 {
            try writer.writeArray(groups, flexible: flexible, version: version)
        } else if !groups.isEmpty {
            throw .fieldNotInVersion(field: "OffsetFetchResponse.groups", version: version)
        }
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}

extension OffsetFetchResponse {
    /// An element of `topics`.
    package struct OffsetFetchResponseTopic: WireStructure {
        /// The topic's name.
        package var name: String
        /// By partition.
        package var partitions: [OffsetFetchResponsePartition]

        package init(name: String = "", partitions: [OffsetFetchResponsePartition] = []) {
            self.name = name
            self.partitions = partitions
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 6
            name = try reader.readString(flexible: flexible)
            partitions = try reader.readArray(of: OffsetFetchResponsePartition.self, flexible: flexible, version: version)
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 6
            try writer.writeString(name, flexible: flexible)
            try writer.writeArray(partitions, flexible: flexible, version: version)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}

extension OffsetFetchResponse {
    /// An element of `partitions`.
    package struct OffsetFetchResponsePartition: WireStructure {
        /// The partition's number.
        package var partitionIndex: Int32
        /// The committed offset; -1 for none.
        package var committedOffset: Int64
        /// The leader epoch of the last record consumed, or -1. Version 5 and later.
        package var committedLeaderEpoch: Int32
        /// The text that was committed with the offset.
        package var metadata: String?
        /// NONE, or why it failed.
        package var errorCode: ErrorCode

        package init(
            partitionIndex: Int32 = 0,
            committedOffset: Int64 = 0,
            committedLeaderEpoch: Int32 = -1,
            metadata: String? = "",
            errorCode: ErrorCode = .none
        ) {
            self.partitionIndex = partitionIndex
            self.committedOffset = committedOffset
            self.committedLeaderEpoch = committedLeaderEpoch
            self.metadata = metadata
            self.errorCode = errorCode
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 6
            partitionIndex = try reader.readInt32()
            committedOffset = try reader.readInt64()
            committedLeaderEpoch = try version >= 5 ? reader.readInt32() : -1
            metadata = try reader.readNullableString(flexible: flexible)
            errorCode = try reader.readErrorCode()
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 6
            writer.writeInt32(partitionIndex)
            writer.writeInt64(committedOffset)
            if version >= 5 {
                writer.writeInt32(committedLeaderEpoch)
            }
            try writer.writeNullableString(metadata, flexible: flexible)
            writer.writeErrorCode(errorCode)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}

extension OffsetFetchResponse {
    /// An element of `groups`.
    package struct OffsetFetchResponseGroup: WireStructure {
        /// The group's id.
        package var groupId: String
        /// By topic.
        package var topics: [OffsetFetchResponseTopics]
        /// NONE, or why it failed.
        package var errorCode: ErrorCode

        package init(
            groupId: String = "",
            topics: [OffsetFetchResponseTopics] = [],
            errorCode: ErrorCode = .none
        ) {
            self.groupId = groupId
            self.topics = topics
            self.errorCode = errorCode
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            groupId = try reader.readString(flexible: true)
            topics = try reader.readArray(of: OffsetFetchResponseTopics.self, flexible: true, version: version)
            errorCode = try reader.readErrorCode()
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(groupId, flexible: true)
            try writer.writeArray(topics, flexible: true, version: version)
            writer.writeErrorCode(errorCode)
            writer.writeNoTaggedFields()
        }
    }
}

extension OffsetFetchResponse {
    /// An element of `topics`.
    package struct OffsetFetchResponseTopics: WireStructure {
        /// The topic's name.
        package var name: String
        /// By partition.
        package var partitions: [OffsetFetchResponsePartitions]

        package init(name: String = "", partitions: [OffsetFetchResponsePartitions] = []) {
            self.name = name
            self.partitions = partitions
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            name = try reader.readString(flexible: true)
            partitions = try reader.readArray(of: OffsetFetchResponsePartitions.self, flexible: true, version: version)
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(name, flexible: true)
            try writer.writeArray(partitions, flexible: true, version: version)
            writer.writeNoTaggedFields()
        }
    }
}

extension OffsetFetchResponse {
    /// An element of `partitions`.
    package struct OffsetFetchResponsePartitions: WireStructure {
        /// The partition's number.
        package var partitionIndex: Int32
        /// The committed offset; -1 for none.
        package var committedOffset: Int64
        /// The leader epoch of the last record consumed, or -1.
        package var committedLeaderEpoch: Int32
        /// The text that was committed with the offset.
        package var metadata: String?
        /// NONE, or why it failed.
        package var errorCode: ErrorCode

        package init(
            partitionIndex: Int32 = 0,
            committedOffset: Int64 = 0,
            committedLeaderEpoch: Int32 = -1,
            metadata: String? = "",
            errorCode: ErrorCode = .none
        ) {
            self.partitionIndex = partitionIndex
            self.committedOffset = committedOffset
            self.committedLeaderEpoch = committedLeaderEpoch
            self.metadata = metadata
            self.errorCode = errorCode
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            partitionIndex = try reader.readInt32()
            committedOffset = try reader.readInt64()
            committedLeaderEpoch = try reader.readInt32()
            metadata = try reader.readNullableString(flexible: true)
            errorCode = try reader.readErrorCode()
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt32(partitionIndex)
            writer.writeInt64(committedOffset)
            writer.writeInt32(committedLeaderEpoch)
            try writer.writeNullableString(metadata, flexible: true)
            writer.writeErrorCode(errorCode)
            writer.writeNoTaggedFields()
        }
    }
}
