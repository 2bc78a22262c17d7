// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// Which users.
package struct DescribeUserScramCredentialsRequest: KafkaRequest {
    package typealias Response = DescribeUserScramCredentialsResponse
    package static let apiKey = APIKey.describeUserScramCredentials
    package static let versions: ClosedRange<Int16> = 0...0
    package static let firstFlexibleVersion: Int16 = 0

    /// The users; null or empty for all.
    package var users: [User]?

    package init(users: [User]? = []) {
        self.users = users
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        users = try reader.readNullableArray(of: User.self, flexible: true, version: version)
        try reader.skipTaggedFields()
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        try writer.writeNullableArray(users, flexible: true, version: version)
        writer.writeNoTaggedFields()
    }
}

extension DescribeUserScramCredentialsRequest {
    /// An element of `users`.
    package struct User: WireStructure {
        /// The user.
        package var name: String

        package init(name: String = "") {
            self.name = name
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            name = try reader.readString(flexible: true)
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(name, flexible: true)
            writer.writeNoTaggedFields()
        }
    }
}
