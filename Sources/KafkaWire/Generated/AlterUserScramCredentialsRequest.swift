// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// What to change.
package struct AlterUserScramCredentialsRequest: KafkaRequest {
    package typealias Response = AlterUserScramCredentialsResponse
    package static let apiKey = APIKey.alterUserScramCredentials
    package static let versions: ClosedRange<Int16> = 0...0
    package static let firstFlexibleVersion: Int16 = 0

    /// What to remove.
    package var deletions: [Deletion]
    /// What to set.
    package var upsertions: [Upsertion]

    package init(deletions: [Deletion] = [], upsertions: [Upsertion] = []) {
        self.deletions = deletions
        self.upsertions = upsertions
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        deletions = try reader.readArray(of: Deletion.self, flexible: true, version: version)
        upsertions = try reader.readArray(of: Upsertion.self, flexible: true, version: version)
        try reader.skipTaggedFields()
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        try writer.writeArray(deletions, flexible: true, version: version)
        try writer.writeArray(upsertions, flexible: true, version: version)
        writer.writeNoTaggedFields()
    }

    package var payloadBytes: Int { upsertions.reduce(0) { $0 + $1.payloadBytes } }
}

extension AlterUserScramCredentialsRequest {
    /// An element of `deletions`.
    package struct Deletion: WireStructure {
        /// The user.
        package var name: String
        /// 1 for SCRAM-SHA-256, 2 for SCRAM-SHA-512.
        package var mechanism: Int8

        package init(name: String = "", mechanism: Int8 = 0) {
            self.name = name
            self.mechanism = mechanism
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            name = try reader.readString(flexible: true)
            mechanism = try reader.readInt8()
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(name, flexible: true)
            writer.writeInt8(mechanism)
            writer.writeNoTaggedFields()
        }
    }
}

extension AlterUserScramCredentialsRequest {
    /// An element of `upsertions`.
    package struct Upsertion: WireStructure {
        /// The user.
        package var name: String
        /// 1 for SCRAM-SHA-256, 2 for SCRAM-SHA-512.
        package var mechanism: Int8
        /// How often the hash is taken.
        package var iterations: Int32
        /// The client's salt.
        package var salt: ByteBuffer
        /// The password, salted and hashed.
        package var saltedPassword: ByteBuffer

        package init(
            name: String = "",
            mechanism: Int8 = 0,
            iterations: Int32 = 0,
            salt: ByteBuffer = ByteBuffer(),
            saltedPassword: ByteBuffer = ByteBuffer()
        ) {
            self.name = name
            self.mechanism = mechanism
            self.iterations = iterations
            self.salt = salt
            self.saltedPassword = saltedPassword
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            name = try reader.readString(flexible: true)
            mechanism = try reader.readInt8()
            iterations = try reader.readInt32()
            salt = try reader.readBytes(flexible: true)
            saltedPassword = try reader.readBytes(flexible: true)
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(name, flexible: true)
            writer.writeInt8(mechanism)
            writer.writeInt32(iterations)
            try writer.writeBytes(salt, flexible: true)
            try writer.writeBytes(saltedPassword, flexible: true)
            writer.writeNoTaggedFields()
        }

        package var payloadBytes: Int { salt.readableBytes + saltedPassword.readableBytes }
    }
}
