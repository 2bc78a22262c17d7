// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// Which topics. No topics means all in version 0; null means all from version 1, and an empty list none.
package struct MetadataRequest: KafkaRequest {
    package typealias Response = MetadataResponse
    package static let apiKey = APIKey.metadata
    package static let versions: ClosedRange<Int16> = 0...13
    package static let firstFlexibleVersion: Int16 = 9

    /// The topics; null for all. May be null from version 1.
    package var topics: [MetadataRequestTopic]?
    /// Whether a missing topic may be created. Version 4 and later.
    package var allowAutoTopicCreation: Bool
    /// Whether to say what the client may do with the cluster. Versions 8 to 10.
    package var includeClusterAuthorizedOperations: Bool
    /// Whether to say what the client may do with each topic. Version 8 and later.
    package var includeTopicAuthorizedOperations: Bool

    package init(
        topics: [MetadataRequestTopic]? = [],
        allowAutoTopicCreation: Bool = true,
        includeClusterAuthorizedOperations: Bool = false,
        includeTopicAuthorizedOperations: Bool = false
    ) {
        self.topics = topics
        self.allowAutoTopicCreation = allowAutoTopicCreation
        self.includeClusterAuthorizedOperations = includeClusterAuthorizedOperations
        self.includeTopicAuthorizedOperations = includeTopicAuthorizedOperations
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 9
        topics = try version >= 1 ? reader.readNullableArray(of: MetadataRequestTopic.self, flexible: flexible, version: version) : reader.readArray(of: MetadataRequestTopic.self, flexible: flexible, version: version)
        allowAutoTopicCreation = try version >= 4 ? reader.readBool() : true
        includeClusterAuthorizedOperations = try version >= 8 && version <= 10 ? reader.readBool() : false
        includeTopicAuthorizedOperations = try version >= 8 ? reader.readBool() : false
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 9
        if version >= 1 {
            try writer.writeNullableArray(topics, flexible: flexible, version: version)
        } else {
            try writer.writeArray(WireWriter.required(topics, "MetadataRequest.topics", version), flexible: flexible, version: version)
        }
        if version >= 4 {
            writer.writeBool(allowAutoTopicCreation)
        } else if !allowAutoTopicCreation {
            throw .fieldNotInVersion(field: "MetadataRequest.allowAutoTopicCreation", version: version)
        }
        if version >= 8 && version <= 10 {
            writer.writeBool(includeClusterAuthorizedOperations)
        } else if includeClusterAuthorizedOperations {
            throw .fieldNotInVersion(field: "MetadataRequest.includeClusterAuthorizedOperations", version: version)
        }
        if version >= 8 {
            writer.writeBool(includeTopicAuthorizedOperations)
        } else if includeTopicAuthorizedOperations {
            throw .fieldNotInVersion(field: "MetadataRequest.includeTopicAuthorizedOperations", version: version)
        }
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}

extension MetadataRequest {
    /// An element of `topics`.
    package struct MetadataRequestTopic: WireStructure {
        /// The topic's id; zero to ask by name. Version 10 and later.
        package var topicId: KafkaUUID
        /// The topic's name; null to ask by id. May be null from version 10.
        package var name: String?

        package init(topicId: KafkaUUID = .zero, name: String? = "") {
            self.topicId = topicId
            self.name = name
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 9
            topicId = try version >= 10 ? reader.readUUID() : .zero
            name = try version >= 10 ? reader.readNullableString(flexible: flexible) : reader.readString(flexible: flexible)
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 9
            if version >= 10 {
                writer.writeUUID(topicId)
            }
            if version >= 10 {
                try writer.writeNullableString(name, flexible: flexible)
            } else {
                try writer.writeString(WireWriter.required(name, "MetadataRequestTopic.name", version), flexible: flexible)
            }
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}
