// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The outcome by topic.
package struct DeleteTopicsResponse: KafkaMessage {
    package static let apiKey = APIKey.deleteTopics
    package static let versions: ClosedRange<Int16> = 1...6
    package static let firstFlexibleVersion: Int16 = 4

    /// How long the client should pause because of a quota, in milliseconds.
    package var throttleTimeMs: Int32
    /// By topic.
    package var responses: [DeletableTopicResult]

    package init(throttleTimeMs: Int32 = 0, responses: [DeletableTopicResult] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.responses = responses
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 4
        throttleTimeMs = try reader.readInt32()
        responses = try reader.readArray(of: DeletableTopicResult.self, flexible: flexible, version: version)
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 4
        writer.writeInt32(throttleTimeMs)
        try writer.writeArray(responses, flexible: flexible, version: version)
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}

extension DeleteTopicsResponse {
    /// An element of `responses`.
    package struct DeletableTopicResult: WireStructure {
        /// The topic's name; null if it was asked for by an unknown id. May be null from version 6.
        package var name: String?
        /// The topic's id. Version 6 and later.
        package var topicId: KafkaUUID
        /// NONE, or why it failed.
        package var errorCode: ErrorCode
        /// More about the error, for people. Version 5 and later.
        package var errorMessage: String?

        package init(
            name: String? = "",
            topicId: KafkaUUID = .zero,
            errorCode: ErrorCode = .none,
            errorMessage: String? = nil
        ) {
            self.name = name
            self.topicId = topicId
            self.errorCode = errorCode
            self.errorMessage = errorMessage
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 4
            name = try version >= 6 ? reader.readNullableString(flexible: flexible) : reader.readString(flexible: flexible)
            topicId = try version >= 6 ? reader.readUUID() : .zero
            errorCode = try reader.readErrorCode()
            errorMessage = try version >= 5 ? reader.readNullableString(flexible: flexible) : nil
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 4
            if version >= 6 {
                try writer.writeNullableString(name, flexible: flexible)
            } else {
                try writer.writeString(WireWriter.required(name, "DeletableTopicResult.name", version), flexible: flexible)
            }
            if version >= 6 {
                writer.writeUUID(topicId)
            }
            writer.writeErrorCode(errorCode)
            if version >= 5 {
                try writer.writeNullableString(errorMessage, flexible: flexible)
            }
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}
