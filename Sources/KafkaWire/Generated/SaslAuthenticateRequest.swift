// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The client's token.
package struct SaslAuthenticateRequest: KafkaRequest {
    package typealias Response = SaslAuthenticateResponse
    package static let apiKey = APIKey.saslAuthenticate
    package static let versions: ClosedRange<Int16> = 0...2
    package static let firstFlexibleVersion: Int16 = 2

    /// The SASL token.
    package var authBytes: ByteBuffer

    package init(authBytes: ByteBuffer = ByteBuffer()) {
        self.authBytes = authBytes
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 2
        authBytes = try reader.readBytes(flexible: flexible)
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 2
        try writer.writeBytes(authBytes, flexible: flexible)
        if flexible {
            writer.writeNoTaggedFields()
        }
    }

    package var payloadBytes: Int { authBytes.readableBytes }
}
