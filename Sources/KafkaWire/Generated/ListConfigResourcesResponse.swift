// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The resources.
package struct ListConfigResourcesResponse: KafkaMessage {
    package static let apiKey = APIKey.listConfigResources
    package static let versions: ClosedRange<Int16> = 0...1
    package static let firstFlexibleVersion: Int16 = 0

    /// How long the client should pause because of a quota, in milliseconds.
    package var throttleTimeMs: Int32
    /// NONE, or why it failed.
    package var errorCode: ErrorCode
    /// One a resource.
    package var configResources: [ConfigResource]

    package init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        configResources: [ConfigResource] = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.configResources = configResources
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        throttleTimeMs = try reader.readInt32()
        errorCode = try reader.readErrorCode()
        configResources = try reader.readArray(of: ConfigResource.self, flexible: true, version: version)
        try reader.skipTaggedFields()
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        writer.writeInt32(throttleTimeMs)
        writer.writeErrorCode(errorCode)
        try writer.writeArray(configResources, flexible: true, version: version)
        writer.writeNoTaggedFields()
    }
}

extension ListConfigResourcesResponse {
    /// An element of `configResources`.
    package struct ConfigResource: WireStructure {
        /// Its name.
        package var resourceName: String
        /// Its type: 2 for a topic, 4 for a broker, 16 for client metrics, 32 for a group. Version 1 and later.
        package var resourceType: Int8

        package init(resourceName: String = "", resourceType: Int8 = 16) {
            self.resourceName = resourceName
            self.resourceType = resourceType
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            resourceName = try reader.readString(flexible: true)
            resourceType = try version >= 1 ? reader.readInt8() : 16
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(resourceName, flexible: true)
            if version >= 1 {
                writer.writeInt8(resourceType)
            }
            writer.writeNoTaggedFields()
        }
    }
}
