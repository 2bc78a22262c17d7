// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The changes.
package struct IncrementalAlterConfigsRequest: KafkaRequest {
    package typealias Response = IncrementalAlterConfigsResponse
    package static let apiKey = APIKey.incrementalAlterConfigs
    package static let versions: ClosedRange<Int16> = 0...1
    package static let firstFlexibleVersion: Int16 = 1

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
        let flexible = version >= 1
        resources = try reader.readArray(of: AlterConfigsResource.self, flexible: flexible, version: version)
        validateOnly = try reader.readBool()
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 1
        try writer.writeArray(resources, flexible: flexible, version: version)
        writer.writeBool(validateOnly)
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}

extension IncrementalAlterConfigsRequest {
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
            let flexible = version >= 1
            resourceType = try reader.readInt8()
            resourceName = try reader.readString(flexible: flexible)
            configs = try reader.readArray(of: AlterableConfig.self, flexible: flexible, version: version)
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 1
            writer.writeInt8(resourceType)
            try writer.writeString(resourceName, flexible: flexible)
            try writer.writeArray(configs, flexible: flexible, version: version)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}

extension IncrementalAlterConfigsRequest {
    /// An element of `configs`.
    package struct AlterableConfig: WireStructure {
        /// The configuration key.
        package var name: String
        /// 0 to set, 1 to delete, 2 to append to a list, 3 to subtract from a list.
        package var configOperation: Int8
        /// The value.
        package var value: String?

        package init(name: String = "", configOperation: Int8 = 0, value: String? = "") {
            self.name = name
            self.configOperation = configOperation
            self.value = value
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 1
            name = try reader.readString(flexible: flexible)
            configOperation = try reader.readInt8()
            value = try reader.readNullableString(flexible: flexible)
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 1
            try writer.writeString(name, flexible: flexible)
            writer.writeInt8(configOperation)
            try writer.writeNullableString(value, flexible: flexible)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}
