// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// What became of each user.
package struct AlterUserScramCredentialsResponse: KafkaMessage {
    package static let apiKey = APIKey.alterUserScramCredentials
    package static let versions: ClosedRange<Int16> = 0...0
    package static let firstFlexibleVersion: Int16 = 0

    /// How long the client should pause because of a quota, in milliseconds.
    package var throttleTimeMs: Int32
    /// By user.
    package var results: [Result]

    package init(throttleTimeMs: Int32 = 0, results: [Result] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.results = results
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        throttleTimeMs = try reader.readInt32()
        results = try reader.readArray(of: Result.self, flexible: true, version: version)
        try reader.skipTaggedFields()
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        writer.writeInt32(throttleTimeMs)
        try writer.writeArray(results, flexible: true, version: version)
        writer.writeNoTaggedFields()
    }
}

extension AlterUserScramCredentialsResponse {
    /// An element of `results`.
    package struct Result: WireStructure {
        /// The user.
        package var user: String
        /// NONE, or why it failed.
        package var errorCode: ErrorCode
        /// More about the error, for people.
        package var errorMessage: String?

        package init(user: String = "", errorCode: ErrorCode = .none, errorMessage: String? = "") {
            self.user = user
            self.errorCode = errorCode
            self.errorMessage = errorMessage
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            user = try reader.readString(flexible: true)
            errorCode = try reader.readErrorCode()
            errorMessage = try reader.readNullableString(flexible: true)
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(user, flexible: true)
            writer.writeErrorCode(errorCode)
            try writer.writeNullableString(errorMessage, flexible: true)
            writer.writeNoTaggedFields()
        }
    }
}
