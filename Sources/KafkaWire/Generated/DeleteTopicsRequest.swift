// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// By name; from version 6 by name or id.
package struct DeleteTopicsRequest: KafkaRequest {
    package typealias Response = DeleteTopicsResponse
    package static let apiKey = APIKey.deleteTopics
    package static let versions: ClosedRange<Int16> = 1...6
    package static let firstFlexibleVersion: Int16 = 4

    /// By topic. Version 6 and later.
    package var topics: [DeleteTopicState]
    /// The topics' names. Up to version 5.
    package var topicNames: [String]
    /// How long the broker may take, in milliseconds.
    package var timeoutMs: Int32

    package init(topics: [DeleteTopicState] = [], topicNames: [String] = [], timeoutMs: Int32 = 0) {
        self.topics = topics
        self.topicNames = topicNames
        self.timeoutMs = timeoutMs
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 4
        topics = try version >= 6 ? reader.readArray(of: DeleteTopicState.self, flexible: flexible, version: version) : []
        topicNames = try version <= 5 ? reader.readArray(flexible: flexible) { (reader: inout WireReader) throws(WireError) in try reader.readString(flexible: flexible) } : []
        timeoutMs = try reader.readInt32()
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 4
        if version >= 6 {
            try writer.writeArray(topics, flexible: flexible, version: version)
        } else if !topics.isEmpty {
            throw .fieldNotInVersion(field: "DeleteTopicsRequest.topics", version: version)
        }
        if version <= 5 {
            try writer.writeArray(topicNames, flexible: flexible) { (writer: inout WireWriter, element: String) throws(WireError) in try writer.writeString(element, flexible: flexible) }
        }
        writer.writeInt32(timeoutMs)
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}

extension DeleteTopicsRequest {
    /// An element of `topics`.
    package struct DeleteTopicState: WireStructure {
        /// The topic's name; null to delete by id.
        package var name: String?
        /// The topic's id.
        package var topicId: KafkaUUID

        package init(name: String? = nil, topicId: KafkaUUID = .zero) {
            self.name = name
            self.topicId = topicId
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            name = try reader.readNullableString(flexible: true)
            topicId = try reader.readUUID()
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeNullableString(name, flexible: true)
            writer.writeUUID(topicId)
            writer.writeNoTaggedFields()
        }
    }
}
