// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The broker's token.
package struct SaslAuthenticateResponse: KafkaMessage {
    package static let apiKey = APIKey.saslAuthenticate
    package static let versions: ClosedRange<Int16> = 0...2
    package static let firstFlexibleVersion: Int16 = 2

    /// NONE, or why it failed.
    package var errorCode: ErrorCode
    /// More about the error, for people.
    package var errorMessage: String?
    /// The SASL token.
    package var authBytes: ByteBuffer
    /// How long the authentication is good for, in milliseconds; 0 for ever. Version 1 and later.
    package var sessionLifetimeMs: Int64

    package init(
        errorCode: ErrorCode = .none,
        errorMessage: String? = "",
        authBytes: ByteBuffer = ByteBuffer(),
        sessionLifetimeMs: Int64 = 0
    ) {
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.authBytes = authBytes
        self.sessionLifetimeMs = sessionLifetimeMs
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 2
        errorCode = try reader.readErrorCode()
        errorMessage = try reader.readNullableString(flexible: flexible)
        authBytes = try reader.readBytes(flexible: flexible)
        sessionLifetimeMs = try version >= 1 ? reader.readInt64() : 0
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 2
        writer.writeErrorCode(errorCode)
        try writer.writeNullableString(errorMessage, flexible: flexible)
        try writer.writeBytes(authBytes, flexible: flexible)
        if version >= 1 {
            writer.writeInt64(sessionLifetimeMs)
        }
        if flexible {
            writer.writeNoTaggedFields()
        }
    }

    package var payloadBytes: Int { authBytes.readableBytes }
}
