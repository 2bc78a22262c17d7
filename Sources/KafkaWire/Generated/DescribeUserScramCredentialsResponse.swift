// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The users.
package struct DescribeUserScramCredentialsResponse: KafkaMessage {
    package static let apiKey = APIKey.describeUserScramCredentials
    package static let versions: ClosedRange<Int16> = 0...0
    package static let firstFlexibleVersion: Int16 = 0

    /// How long the client should pause because of a quota, in milliseconds.
    package var throttleTimeMs: Int32
    /// NONE, or why it failed.
    package var errorCode: ErrorCode
    /// More about the error, for people.
    package var errorMessage: String?
    /// By user.
    package var results: [Result]

    package init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        errorMessage: String? = "",
        results: [Result] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.results = results
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        throttleTimeMs = try reader.readInt32()
        errorCode = try reader.readErrorCode()
        errorMessage = try reader.readNullableString(flexible: true)
        results = try reader.readArray(of: Result.self, flexible: true, version: version)
        try reader.skipTaggedFields()
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        writer.writeInt32(throttleTimeMs)
        writer.writeErrorCode(errorCode)
        try writer.writeNullableString(errorMessage, flexible: true)
        try writer.writeArray(results, flexible: true, version: version)
        writer.writeNoTaggedFields()
    }
}

extension DescribeUserScramCredentialsResponse {
    /// An element of `results`.
    package struct Result: WireStructure {
        /// The user.
        package var user: String
        /// NONE, or why it failed.
        package var errorCode: ErrorCode
        /// More about the error, for people.
        package var errorMessage: String?
        /// Its credentials.
        package var credentialInfos: [CredentialInfo]

        package init(
            user: String = "",
            errorCode: ErrorCode = .none,
            errorMessage: String? = "",
            credentialInfos: [CredentialInfo] = []
        ) {
            self.user = user
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.credentialInfos = credentialInfos
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            user = try reader.readString(flexible: true)
            errorCode = try reader.readErrorCode()
            errorMessage = try reader.readNullableString(flexible: true)
            credentialInfos = try reader.readArray(of: CredentialInfo.self, flexible: true, version: version)
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(user, flexible: true)
            writer.writeErrorCode(errorCode)
            try writer.writeNullableString(errorMessage, flexible: true)
            try writer.writeArray(credentialInfos, flexible: true, version: version)
            writer.writeNoTaggedFields()
        }
    }
}

extension DescribeUserScramCredentialsResponse {
    /// An element of `credentialInfos`.
    package struct CredentialInfo: WireStructure {
        /// 1 for SCRAM-SHA-256, 2 for SCRAM-SHA-512.
        package var mechanism: Int8
        /// How often the hash was taken.
        package var iterations: Int32

        package init(mechanism: Int8 = 0, iterations: Int32 = 0) {
            self.mechanism = mechanism
            self.iterations = iterations
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            mechanism = try reader.readInt8()
            iterations = try reader.readInt32()
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            writer.writeInt8(mechanism)
            writer.writeInt32(iterations)
            writer.writeNoTaggedFields()
        }
    }
}
