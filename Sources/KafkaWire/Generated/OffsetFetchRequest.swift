// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// One group up to version 7, many from version 8.
package struct OffsetFetchRequest: KafkaRequest {
    package typealias Response = OffsetFetchResponse
    package static let apiKey = APIKey.offsetFetch
    package static let versions: ClosedRange<Int16> = 1...9
    package static let firstFlexibleVersion: Int16 = 6

    /// The group's id. Up to version 7.
    package var groupId: String
    /// By topic; null for all. Up to version 7. May be null from version 2.
    package var topics: [OffsetFetchRequestTopic]?
    /// By group. Version 8 and later.
    package var groups: [OffsetFetchRequestGroup]
    /// Whether to wait for open transactions (KIP-447). Version 7 and later.
    package var requireStable: Bool

    package init(
        groupId: String = "",
        topics: [OffsetFetchRequestTopic]? = [],
        groups: [OffsetFetchRequestGroup] = [],
        requireStable: Bool = false
    ) {
        self.groupId = groupId
        self.topics = topics
        self.groups = groups
        self.requireStable = requireStable
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 6
        groupId = try version <= 7 ? reader.readString(flexible: flexible) : ""
        topics = try version <= 7 ? (version >= 2 ? reader.readNullableArray(of: OffsetFetchRequestTopic.self, flexible: flexible, version: version) : reader.readArray(of: OffsetFetchRequestTopic.self, flexible: flexible, version: version)) : []
        groups = try version >= 8 ? reader.readArray(of: OffsetFetchRequestGroup.self, flexible: flexible, version: version) : []
        requireStable = try version >= 7 ? reader.readBool() : false
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 6
        if version <= 7 {
            try writer.writeString(groupId, flexible: flexible)
        } else if !groupId.isEmpty {
            throw .fieldNotInVersion(field: "OffsetFetchRequest.groupId", version: version)
        }
        if version <= 7 {
            if version >= 2 {
                try writer.writeNullableArray(topics, flexible: flexible, version: version)
            } else {
                try writer.writeArray(WireWriter.required(topics, "OffsetFetchRequest.topics", version), flexible: flexible, version: version)
            }
        } else if topics != [] {
            throw .fieldNotInVersion(field: "OffsetFetchRequest.topics", version: version)
        }
        if version >= 8 {
            try writer.writeArray(groups, flexible: flexible, version: version)
        } else if !groups.isEmpty {
            throw .fieldNotInVersion(field: "OffsetFetchRequest.groups", version: version)
        }
        if version >= 7 {
            writer.writeBool(requireStable)
        } else if requireStable {
            throw .fieldNotInVersion(field: "OffsetFetchRequest.requireStable", version: version)
        }
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}

extension OffsetFetchRequest {
    /// An element of `topics`.
    package struct OffsetFetchRequestTopic: WireStructure {
        /// The topic's name.
        package var name: String
        /// The partitions' numbers.
        package var partitionIndexes: [Int32]

        package init(name: String = "", partitionIndexes: [Int32] = []) {
            self.name = name
            self.partitionIndexes = partitionIndexes
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 6
            name = try reader.readString(flexible: flexible)
            partitionIndexes = try reader.readArray(flexible: flexible) { (reader: inout WireReader) throws(WireError) in try reader.readInt32() }
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 6
            try writer.writeString(name, flexible: flexible)
            try writer.writeArray(partitionIndexes, flexible: flexible) { (writer: inout WireWriter, element: Int32) throws(WireError) in writer.writeInt32(element) }
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}

extension OffsetFetchRequest {
    /// An element of `groups`.
    package struct OffsetFetchRequestGroup: WireStructure {
        /// The group's id.
        package var groupId: String
        /// The member that asks (KIP-848), or null. Version 9 and later.
        package var memberId: String?
        /// The member's epoch (KIP-848), or -1. Version 9 and later.
        package var memberEpoch: Int32
        /// By topic; null for all.
        package var topics: [OffsetFetchRequestTopics]?

        package init(
            groupId: String = "",
            memberId: String? = nil,
            memberEpoch: Int32 = -1,
            topics: [OffsetFetchRequestTopics]? = []
        ) {
            self.groupId = groupId
            self.memberId = memberId
            self.memberEpoch = memberEpoch
            self.topics = topics
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            groupId = try reader.readString(flexible: true)
            memberId = try version >= 9 ? reader.readNullableString(flexible: true) : nil
            memberEpoch = try version >= 9 ? reader.readInt32() : -1
            topics = try reader.readNullableArray(of: OffsetFetchRequestTopics.self, flexible: true, version: version)
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(groupId, flexible: true)
            if version >= 9 {
                try writer.writeNullableString(memberId, flexible: true)
            }
            if version >= 9 {
                writer.writeInt32(memberEpoch)
            }
            try writer.writeNullableArray(topics, flexible: true, version: version)
            writer.writeNoTaggedFields()
        }
    }
}

extension OffsetFetchRequest {
    /// An element of `topics`.
    package struct OffsetFetchRequestTopics: WireStructure {
        /// The topic's name.
        package var name: String
        /// The partitions' numbers.
        package var partitionIndexes: [Int32]

        package init(name: String = "", partitionIndexes: [Int32] = []) {
            self.name = name
            self.partitionIndexes = partitionIndexes
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            name = try reader.readString(flexible: true)
            partitionIndexes = try reader.readArray(flexible: true) { (reader: inout WireReader) throws(WireError) in try reader.readInt32() }
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(name, flexible: true)
            try writer.writeArray(partitionIndexes, flexible: true) { (writer: inout WireWriter, element: Int32) throws(WireError) in writer.writeInt32(element) }
            writer.writeNoTaggedFields()
        }
    }
}
