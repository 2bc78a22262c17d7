// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// Who asks. The fields were added in version 3; before, the request is empty.
package struct ApiVersionsRequest: KafkaRequest {
    package typealias Response = ApiVersionsResponse
    package static let apiKey = APIKey.apiVersions
    package static let versions: ClosedRange<Int16> = 0...4
    package static let firstFlexibleVersion: Int16 = 3

    /// The client library. Version 3 and later.
    package var clientSoftwareName: String
    /// The client library's version. Version 3 and later.
    package var clientSoftwareVersion: String

    package init(clientSoftwareName: String = "", clientSoftwareVersion: String = "") {
        self.clientSoftwareName = clientSoftwareName
        self.clientSoftwareVersion = clientSoftwareVersion
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 3
        clientSoftwareName = try version >= 3 ? reader.readString(flexible: flexible) : ""
        clientSoftwareVersion = try version >= 3 ? reader.readString(flexible: flexible) : ""
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 3
        if version >= 3 {
            try writer.writeString(clientSoftwareName, flexible: flexible)
        }
        if version >= 3 {
            try writer.writeString(clientSoftwareVersion, flexible: flexible)
        }
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}
