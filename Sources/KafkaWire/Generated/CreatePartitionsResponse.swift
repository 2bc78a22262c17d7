// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The outcome by topic.
package struct CreatePartitionsResponse: KafkaMessage {
    package static let apiKey = APIKey.createPartitions
    package static let versions: ClosedRange<Int16> = 0...3
    package static let firstFlexibleVersion: Int16 = 2

    /// How long the client should pause because of a quota, in milliseconds.
    package var throttleTimeMs: Int32
    /// By topic.
    package var results: [CreatePartitionsTopicResult]

    package init(throttleTimeMs: Int32 = 0, results: [CreatePartitionsTopicResult] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.results = results
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 2
        throttleTimeMs = try reader.readInt32()
        results = try reader.readArray(of: CreatePartitionsTopicResult.self, flexible: flexible, version: version)
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 2
        writer.writeInt32(throttleTimeMs)
        try writer.writeArray(results, flexible: flexible, version: version)
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}

extension CreatePartitionsResponse {
    /// An element of `results`.
    package struct CreatePartitionsTopicResult: WireStructure {
        /// The topic's name.
        package var name: String
        /// NONE, or why it failed.
        package var errorCode: ErrorCode
        /// More about the error, for people.
        package var errorMessage: String?

        package init(name: String = "", errorCode: ErrorCode = .none, errorMessage: String? = nil) {
            self.name = name
            self.errorCode = errorCode
            self.errorMessage = errorMessage
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 2
            name = try reader.readString(flexible: flexible)
            errorCode = try reader.readErrorCode()
            errorMessage = try reader.readNullableString(flexible: flexible)
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 2
            try writer.writeString(name, flexible: flexible)
            writer.writeErrorCode(errorCode)
            try writer.writeNullableString(errorMessage, flexible: flexible)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}
