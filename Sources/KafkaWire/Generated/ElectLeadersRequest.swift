// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// Which partitions, and how.
package struct ElectLeadersRequest: KafkaRequest {
    package typealias Response = ElectLeadersResponse
    package static let apiKey = APIKey.electLeaders
    package static let versions: ClosedRange<Int16> = 0...2
    package static let firstFlexibleVersion: Int16 = 2

    /// 0 for the preferred leader, 1 for any. Version 1 and later.
    package var electionType: Int8
    /// The partitions; null for all.
    package var topicPartitions: [Topic]?
    /// How long it may take, in milliseconds.
    package var timeoutMs: Int32

    package init(electionType: Int8 = 0, topicPartitions: [Topic]? = [], timeoutMs: Int32 = 60000) {
        self.electionType = electionType
        self.topicPartitions = topicPartitions
        self.timeoutMs = timeoutMs
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 2
        electionType = try version >= 1 ? reader.readInt8() : 0
        topicPartitions = try reader.readNullableArray(of: Topic.self, flexible: flexible, version: version)
        timeoutMs = try reader.readInt32()
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 2
        if version >= 1 {
            writer.writeInt8(electionType)
        } else if electionType != 0 {
            throw .fieldNotInVersion(field: "ElectLeadersRequest.electionType", version: version)
        }
        try writer.writeNullableArray(topicPartitions, flexible: flexible, version: version)
        writer.writeInt32(timeoutMs)
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}

extension ElectLeadersRequest {
    /// An element of `topicPartitions`.
    package struct Topic: WireStructure {
        /// The topic.
        package var topic: String
        /// Its partitions.
        package var partitions: [Int32]

        package init(topic: String = "", partitions: [Int32] = []) {
            self.topic = topic
            self.partitions = partitions
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 2
            topic = try reader.readString(flexible: flexible)
            partitions = try reader.readArray(flexible: flexible) { (reader: inout WireReader) throws(WireError) in try reader.readInt32() }
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 2
            try writer.writeString(topic, flexible: flexible)
            try writer.writeArray(partitions, flexible: flexible) { (writer: inout WireWriter, element: Int32) throws(WireError) in writer.writeInt32(element) }
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}
