// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The broker's versions. Its header is version 0 always; an unknown request version is answered in version 0 with
/// UNSUPPORTED_VERSION.
package struct ApiVersionsResponse: KafkaMessage {
    package static let apiKey = APIKey.apiVersions
    package static let versions: ClosedRange<Int16> = 0...4
    package static let firstFlexibleVersion: Int16 = 3

    /// NONE, or why it failed.
    package var errorCode: ErrorCode
    /// The APIs.
    package var apiKeys: [ApiVersion]
    /// How long the client should pause because of a quota, in milliseconds. Version 1 and later.
    package var throttleTimeMs: Int32
    /// Features that the broker knows (KIP-584). Version 3 and later.
    package var supportedFeatures: [SupportedFeatureKey]
    /// The epoch of the finalized features; -1 for none. Version 3 and later.
    package var finalizedFeaturesEpoch: Int64
    /// Features that the cluster has switched on. Version 3 and later.
    package var finalizedFeatures: [FinalizedFeatureKey]
    /// Whether the controller is ready to leave ZooKeeper. Version 3 and later.
    package var zkMigrationReady: Bool

    package init(
        errorCode: ErrorCode = .none,
        apiKeys: [ApiVersion] = [],
        throttleTimeMs: Int32 = 0,
        supportedFeatures: [SupportedFeatureKey] = [],
        finalizedFeaturesEpoch: Int64 = -1,
        finalizedFeatures: [FinalizedFeatureKey] = [],
        zkMigrationReady: Bool = false
    ) {
        self.errorCode = errorCode
        self.apiKeys = apiKeys
        self.throttleTimeMs = throttleTimeMs
        self.supportedFeatures = supportedFeatures
        self.finalizedFeaturesEpoch = finalizedFeaturesEpoch
        self.finalizedFeatures = finalizedFeatures
        self.zkMigrationReady = zkMigrationReady
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 3
        errorCode = try reader.readErrorCode()
        apiKeys = try reader.readArray(of: ApiVersion.self, flexible: flexible, version: version)
        throttleTimeMs = try version >= 1 ? reader.readInt32() : 0
        supportedFeatures = []
        finalizedFeaturesEpoch = -1
        finalizedFeatures = []
        zkMigrationReady = false
        if flexible {
            for _ in 0..<(try reader.readTaggedFieldCount()) {
                let field = try reader.readTaggedField()
                switch field.tag {
                case 0 where version >= 3: supportedFeatures = try reader.readArray(of: SupportedFeatureKey.self, flexible: flexible, version: version)
                case 1 where version >= 3: finalizedFeaturesEpoch = try reader.readInt64()
                case 2 where version >= 3: finalizedFeatures = try reader.readArray(of: FinalizedFeatureKey.self, flexible: flexible, version: version)
                case 3 where version >= 3: zkMigrationReady = try reader.readBool()
                default: try reader.skip(field)
                }
                try reader.end(field)
            }
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 3
        writer.writeErrorCode(errorCode)
        try writer.writeArray(apiKeys, flexible: flexible, version: version)
        if version >= 1 {
            writer.writeInt32(throttleTimeMs)
        }
        if flexible {
            var tagged = TaggedFieldWriter()
            if version >= 3, !supportedFeatures.isEmpty {
                try tagged.add(0) { (writer: inout WireWriter) throws(WireError) in
                    try writer.writeArray(supportedFeatures, flexible: flexible, version: version)
                }
            }
            if version >= 3, finalizedFeaturesEpoch != -1 {
                try tagged.add(1) { (writer: inout WireWriter) throws(WireError) in
                    writer.writeInt64(finalizedFeaturesEpoch)
                }
            }
            if version >= 3, !finalizedFeatures.isEmpty {
                try tagged.add(2) { (writer: inout WireWriter) throws(WireError) in
                    try writer.writeArray(finalizedFeatures, flexible: flexible, version: version)
                }
            }
            if version >= 3, zkMigrationReady {
                try tagged.add(3) { (writer: inout WireWriter) throws(WireError) in
                    writer.writeBool(zkMigrationReady)
                }
            }
            writer.writeTaggedFields(tagged)
        }
    }
}

extension ApiVersionsResponse {
    /// An element of `apiKeys`.
    package struct ApiVersion: WireStructure {
        /// The API's key.
        package var apiKey: Int16
        /// The lowest version.
        package var minVersion: Int16
        /// The highest version.
        package var maxVersion: Int16

        package init(apiKey: Int16 = 0, minVersion: Int16 = 0, maxVersion: Int16 = 0) {
            self.apiKey = apiKey
            self.minVersion = minVersion
            self.maxVersion = maxVersion
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 3
            apiKey = try reader.readInt16()
            minVersion = try reader.readInt16()
            maxVersion = try reader.readInt16()
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 3
            writer.writeInt16(apiKey)
            writer.writeInt16(minVersion)
            writer.writeInt16(maxVersion)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}

extension ApiVersionsResponse {
    /// An element of `supportedFeatures`.
    package struct SupportedFeatureKey: WireStructure {
        /// The feature's name.
        package var name: String
        /// The lowest version.
        package var minVersion: Int16
        /// The highest version.
        package var maxVersion: Int16

        package init(name: String = "", minVersion: Int16 = 0, maxVersion: Int16 = 0) {
            self.name = name
            self.minVersion = minVersion
            self.maxVersion = maxVersion
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            name = try reader.readString(flexible: true)
            minVersion = try reader.readInt16()
            maxVersion = try reader.readInt16()
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(name, flexible: true)
            writer.writeInt16(minVersion)
            writer.writeInt16(maxVersion)
            writer.writeNoTaggedFields()
        }
    }
}

extension ApiVersionsResponse {
    /// An element of `finalizedFeatures`.
    package struct FinalizedFeatureKey: WireStructure {
        /// The feature's name.
        package var name: String
        /// The highest level in force.
        package var maxVersionLevel: Int16
        /// The lowest level in force.
        package var minVersionLevel: Int16

        package init(name: String = "", maxVersionLevel: Int16 = 0, minVersionLevel: Int16 = 0) {
            self.name = name
            self.maxVersionLevel = maxVersionLevel
            self.minVersionLevel = minVersionLevel
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            name = try reader.readString(flexible: true)
            maxVersionLevel = try reader.readInt16()
            minVersionLevel = try reader.readInt16()
            try reader.skipTaggedFields()
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            try writer.writeString(name, flexible: true)
            writer.writeInt16(maxVersionLevel)
            writer.writeInt16(minVersionLevel)
            writer.writeNoTaggedFields()
        }
    }
}
