// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The mechanism.
package struct SaslHandshakeRequest: KafkaRequest {
    package typealias Response = SaslHandshakeResponse
    package static let apiKey = APIKey.saslHandshake
    package static let versions: ClosedRange<Int16> = 0...1
    package static let firstFlexibleVersion: Int16 = .max

    /// The SASL mechanism, as in `PLAIN`.
    package var mechanism: String

    package init(mechanism: String = "") {
        self.mechanism = mechanism
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        mechanism = try reader.readString(flexible: false)
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        try writer.writeString(mechanism, flexible: false)
    }
}
