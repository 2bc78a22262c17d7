// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The outcome by topic; from version 5 with what was created.
package struct CreateTopicsResponse: KafkaMessage {
    package static let apiKey = APIKey.createTopics
    package static let versions: ClosedRange<Int16> = 2...7
    package static let firstFlexibleVersion: Int16 = 5

    /// How long the client should pause because of a quota, in milliseconds.
    package var throttleTimeMs: Int32
    /// By topic.
    package var topics: [CreatableTopicResult]

    package init(throttleTimeMs: Int32 = 0, topics: [CreatableTopicResult] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.topics = topics
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 5
        throttleTimeMs = try reader.readInt32()
        topics = try reader.readArray(of: CreatableTopicResult.self, flexible: flexible, version: version)
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 5
        writer.writeInt32(throttleTimeMs)
        try writer.writeArray(topics, flexible: flexible, version: version)
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}

extension CreateTopicsResponse {
    /// An element of `topics`.
    package struct CreatableTopicResult: WireStructure {
        /// The topic's name.
        package var name: String
        /// The topic's id. Version 7 and later.
        package var topicId: KafkaUUID
        /// NONE, or why it failed.
        package var errorCode: ErrorCode
        /// More about the error, for people.
        package var errorMessage: String?
        /// Why the configuration is left out. Version 5 and later.
        package var topicConfigErrorCode: ErrorCode
        /// How many partitions, or -1. Version 5 and later.
        package var numPartitions: Int32
        /// How many replicas, or -1. Version 5 and later.
        package var replicationFactor: Int16
        /// The configuration values. Version 5 and later.
        package var configs: [CreatableTopicConfigs]?

        package init(
            name: String = "",
            topicId: KafkaUUID = .zero,
            errorCode: ErrorCode = .none,
            errorMessage: String? = "",
            topicConfigErrorCode: ErrorCode = .none,
            numPartitions: Int32 = -1,
            replicationFactor: Int16 = -1,
            configs: [CreatableTopicConfigs]? = []
        ) {
            self.name = name
            self.topicId = topicId
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.topicConfigErrorCode = topicConfigErrorCode
            self.numPartitions = numPartitions
            self.replicationFactor = replicationFactor
            self.configs = configs
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 5
            name = try reader.readString(flexible: flexible)
            topicId = try version >= 7 ? reader.readUUID() : .zero
            errorCode = try reader.readErrorCode()
            errorMessage = try reader.readNullableString(flexible: flexible)
            numPartitions = try version >= 5 ? reader.readInt32() : -1
            replicationFactor = try version >= 5 ? reader.readInt16() : -1
            configs = try version >= 5 ? reader.readNullableArray(of: CreatableTopicConfigs.self, flexible: flexible, version: version) : []
            topicConfigErrorCode = .none
            if flexible {
                for _ in 0..<(try reader.readTaggedFieldCount()) {
                    let field = try reader.readTaggedField()
                    switch field.tag {
                    case 0 where version >= 5: topicConfigErrorCode = try reader.readErrorCode()
                    default: try reader.skip(field)
                    }
                    try reader.end(field)
                }
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 5
            try writer.writeString(name, flexible: flexible)
            if version >= 7 {
                writer.writeUUID(topicId)
            }
            writer.writeErrorCode(errorCode)
            try writer.writeNullableString(errorMessage, flexible: flexible)
            if version >= 5 {
                writer.writeInt32(numPartitions)
            }
            if version >= 5 {
                writer.writeInt16(replicationFactor)
            }
            if version >= 5 {
                try writer.writeNullableArray(configs, flexible: flexible, version: version)
            }
            if flexible {
                var tagged = TaggedFieldWriter()
                if version >= 5, topicConfigErrorCode != .none {
                    try tagged.add(0) { (writer: inout WireWriter) throws(WireError) in
                        writer.writeErrorCode(topicConfigErrorCode)
                    }
                }
                writer.writeTaggedFields(tagged)
            }
        }
    }
}

extension CreateTopicsResponse {
    /// An element of `configs`.
    package struct CreatableTopicConfigs: WireStructure {
        /// The configuration key.
        package var name: String
        /// The value.
        package var value: String?
        /// Whether the value cannot be changed.
        package var readOnly: Bool
        /// Where the value comes from: 1 topic, 2 dynamic broker, 3 dynamic default, 4 static broker, 5 default, 6
        /// broker logger.
        package var configSource: Int8
        /// Whether the value is a secret; it is null then.
        package var isSensitive: Bool

        package init(
            name: String = "",
            value: String? = "",
            readOnly: Bool = false,
            configSource: Int8 = -1,
            isSensitive: Bool = false
        ) {
            self.name = name
            self.value = value
            self.readOnly = readOnly
            self.configSource = configSource
            self.isSensitive = isSensitive
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            name = try reader.readString(flexible: true)
            value = try reader.readNullableString(flexible: true)
            readOnly = try reader.readBool()
            configSource = try reader.readInt8()
            isSensitive = try reader.readBool()
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(name, flexible: true)
            try writer.writeNullableString(value, flexible: true)
            writer.writeBool(readOnly)
            writer.writeInt8(configSource)
            writer.writeBool(isSensitive)
            writer.writeNoTaggedFields()
        }
    }
}
