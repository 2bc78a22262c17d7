// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The configuration to have.
package struct AlterConfigsRequest: KafkaRequest {
    package typealias Response = AlterConfigsResponse
    package static let apiKey = APIKey.alterConfigs
    package static let versions: ClosedRange<Int16> = 0...2
    package static let firstFlexibleVersion: Int16 = 2

    /// By resource.
    package var resources: [AlterConfigsResource]
    /// Whether to check only, and change nothing.
    package var validateOnly: Bool

    package init(resources: [AlterConfigsResource] = [], validateOnly: Bool = false) {
        self.resources = resources
        self.validateOnly = validateOnly
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 2
        resources = try reader.readArray(of: AlterConfigsResource.self, flexible: flexible, version: version)
        validateOnly = try reader.readBool()
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 2
        try writer.writeArray(resources, flexible: flexible, version: version)
        writer.writeBool(validateOnly)
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}

extension AlterConfigsRequest {
    /// An element of `resources`.
    package struct AlterConfigsResource: WireStructure {
        /// The kind of resource: 2 topic, 4 broker, 8 broker logger, 16 client metrics, 32 group.
        package var resourceType: Int8
        /// The resource's name.
        package var resourceName: String
        /// The configuration values.
        package var configs: [AlterableConfig]

        package init(resourceType: Int8 = 0, resourceName: String = "", configs: [AlterableConfig] = []) {
            self.resourceType = resourceType
            self.resourceName = resourceName
            self.configs = configs
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 2
            resourceType = try reader.readInt8()
            resourceName = try reader.readString(flexible: flexible)
            configs = try reader.readArray(of: AlterableConfig.self, flexible: flexible, version: version)
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 2
            writer.writeInt8(resourceType)
            try writer.writeString(resourceName, flexible: flexible)
            try writer.writeArray(configs, flexible: flexible, version: version)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}

extension AlterConfigsRequest {
    /// An element of `configs`.
    package struct AlterableConfig: WireStructure {
        /// The configuration key.
        package var name: String
        /// The value; null for the default.
        package var value: String?

        package init(name: String = "", value: String? = "") {
            self.name = name
            self.value = value
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 2
            name = try reader.readString(flexible: flexible)
            value = try reader.readNullableString(flexible: flexible)
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 2
            try writer.writeString(name, flexible: flexible)
            try writer.writeNullableString(value, flexible: flexible)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}
