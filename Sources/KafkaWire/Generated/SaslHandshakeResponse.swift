// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// Whether it is offered, and what is.
package struct SaslHandshakeResponse: KafkaMessage {
    package static let apiKey = APIKey.saslHandshake
    package static let versions: ClosedRange<Int16> = 0...1
    package static let firstFlexibleVersion: Int16 = .max

    /// NONE, or why it failed.
    package var errorCode: ErrorCode
    /// The mechanisms on offer.
    package var mechanisms: [String]

    package init(errorCode: ErrorCode = .none, mechanisms: [String] = []) {
        self.errorCode = errorCode
        self.mechanisms = mechanisms
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        errorCode = try reader.readErrorCode()
        mechanisms = try reader.readArray(flexible: false) { (reader: inout WireReader) throws(WireError) in try reader.readString(flexible: false) }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        writer.writeErrorCode(errorCode)
        try writer.writeArray(mechanisms, flexible: false) { (writer: inout WireWriter, element: String) throws(WireError) in try writer.writeString(element, flexible: false) }
    }
}
