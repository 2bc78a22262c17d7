// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// Which resources, and which of their keys.
package struct DescribeConfigsRequest: KafkaRequest {
    package typealias Response = DescribeConfigsResponse
    package static let apiKey = APIKey.describeConfigs
    package static let versions: ClosedRange<Int16> = 1...4
    package static let firstFlexibleVersion: Int16 = 4

    /// By resource.
    package var resources: [DescribeConfigsResource]
    /// Whether to list where else a value may come from.
    package var includeSynonyms: Bool
    /// Whether to explain each key. Version 3 and later.
    package var includeDocumentation: Bool

    package init(
        resources: [DescribeConfigsResource] = [],
        includeSynonyms: Bool = false,
        includeDocumentation: Bool = false
    ) {
        self.resources = resources
        self.includeSynonyms = includeSynonyms
        self.includeDocumentation = includeDocumentation
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 4
        resources = try reader.readArray(of: DescribeConfigsResource.self, flexible: flexible, version: version)
        includeSynonyms = try reader.readBool()
        includeDocumentation = try version >= 3 ? reader.readBool() : false
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 4
        try writer.writeArray(resources, flexible: flexible, version: version)
        writer.writeBool(includeSynonyms)
        if version >= 3 {
            writer.writeBool(includeDocumentation)
        } else if includeDocumentation {
            throw .fieldNotInVersion(field: "DescribeConfigsRequest.includeDocumentation", version: version)
        }
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}

extension DescribeConfigsRequest {
    /// An element of `resources`.
    package struct DescribeConfigsResource: WireStructure {
        /// The kind of resource: 2 topic, 4 broker, 8 broker logger, 16 client metrics, 32 group.
        package var resourceType: Int8
        /// The resource's name.
        package var resourceName: String
        /// The keys; null for all.
        package var configurationKeys: [String]?

        package init(resourceType: Int8 = 0, resourceName: String = "", configurationKeys: [String]? = []) {
            self.resourceType = resourceType
            self.resourceName = resourceName
            self.configurationKeys = configurationKeys
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 4
            resourceType = try reader.readInt8()
            resourceName = try reader.readString(flexible: flexible)
            configurationKeys = try reader.readNullableArray(flexible: flexible) { (reader: inout WireReader) throws(WireError) in try reader.readString(flexible: flexible) }
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 4
            writer.writeInt8(resourceType)
            try writer.writeString(resourceName, flexible: flexible)
            try writer.writeNullableArray(configurationKeys, flexible: flexible) { (writer: inout WireWriter, element: String) throws(WireError) in try writer.writeString(element, flexible: flexible) }
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}
