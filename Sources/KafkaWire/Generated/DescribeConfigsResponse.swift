// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The values with their sources.
package struct DescribeConfigsResponse: KafkaMessage {
    package static let apiKey = APIKey.describeConfigs
    package static let versions: ClosedRange<Int16> = 1...4
    package static let firstFlexibleVersion: Int16 = 4

    /// How long the client should pause because of a quota, in milliseconds.
    package var throttleTimeMs: Int32
    /// By resource.
    package var results: [DescribeConfigsResult]

    package init(throttleTimeMs: Int32 = 0, results: [DescribeConfigsResult] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.results = results
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 4
        throttleTimeMs = try reader.readInt32()
        results = try reader.readArray(of: DescribeConfigsResult.self, flexible: flexible, version: version)
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 4
        writer.writeInt32(throttleTimeMs)
        try writer.writeArray(results, flexible: flexible, version: version)
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}

extension DescribeConfigsResponse {
    /// An element of `results`.
    package struct DescribeConfigsResult: WireStructure {
        /// NONE, or why it failed.
        package var errorCode: ErrorCode
        /// More about the error, for people.
        package var errorMessage: String?
        /// The kind of resource: 2 topic, 4 broker, 8 broker logger, 16 client metrics, 32 group.
        package var resourceType: Int8
        /// The resource's name.
        package var resourceName: String
        /// The configuration values.
        package var configs: [DescribeConfigsResourceResult]

        package init(
            errorCode: ErrorCode = .none,
            errorMessage: String? = "",
            resourceType: Int8 = 0,
            resourceName: String = "",
            configs: [DescribeConfigsResourceResult] = []
        ) {
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.resourceType = resourceType
            self.resourceName = resourceName
            self.configs = configs
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 4
            errorCode = try reader.readErrorCode()
            errorMessage = try reader.readNullableString(flexible: flexible)
            resourceType = try reader.readInt8()
            resourceName = try reader.readString(flexible: flexible)
            configs = try reader.readArray(of: DescribeConfigsResourceResult.self, flexible: flexible, version: version)
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 4
            writer.writeErrorCode(errorCode)
            try writer.writeNullableString(errorMessage, flexible: flexible)
            writer.writeInt8(resourceType)
            try writer.writeString(resourceName, flexible: flexible)
            try writer.writeArray(configs, flexible: flexible, version: version)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}

extension DescribeConfigsResponse {
    /// An element of `configs`.
    package struct DescribeConfigsResourceResult: WireStructure {
        /// The configuration key.
        package var name: String
        /// The value; null if it is not set or a secret.
        package var value: String?
        /// Whether the value cannot be changed.
        package var readOnly: Bool
        /// Where the value comes from: 1 topic, 2 dynamic broker, 3 dynamic default, 4 static broker, 5 default, 6
        /// broker logger.
        package var configSource: Int8
        /// Whether the value is a secret; it is null then.
        package var isSensitive: Bool
        /// Where the value may come from, the strongest first.
        package var synonyms: [DescribeConfigsSynonym]
        /// The value's type: 1 boolean, 2 string, 3 int, 4 short, 5 long, 6 double, 7 list, 8 class, 9 password.
        /// Version 3 and later.
        package var configType: Int8
        /// What the key does. Version 3 and later.
        package var documentation: String?

        package init(
            name: String = "",
            value: String? = "",
            readOnly: Bool = false,
            configSource: Int8 = -1,
            isSensitive: Bool = false,
            synonyms: [DescribeConfigsSynonym] = [],
            configType: Int8 = 0,
            documentation: String? = ""
        ) {
            self.name = name
            self.value = value
            self.readOnly = readOnly
            self.configSource = configSource
            self.isSensitive = isSensitive
            self.synonyms = synonyms
            self.configType = configType
            self.documentation = documentation
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 4
            name = try reader.readString(flexible: flexible)
            value = try reader.readNullableString(flexible: flexible)
            readOnly = try reader.readBool()
            configSource = try reader.readInt8()
            isSensitive = try reader.readBool()
            synonyms = try reader.readArray(of: DescribeConfigsSynonym.self, flexible: flexible, version: version)
            configType = try version >= 3 ? reader.readInt8() : 0
            documentation = try version >= 3 ? reader.readNullableString(flexible: flexible) : ""
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 4
            try writer.writeString(name, flexible: flexible)
            try writer.writeNullableString(value, flexible: flexible)
            writer.writeBool(readOnly)
            writer.writeInt8(configSource)
            writer.writeBool(isSensitive)
            try writer.writeArray(synonyms, flexible: flexible, version: version)
            if version >= 3 {
                writer.writeInt8(configType)
            }
            if version >= 3 {
                try writer.writeNullableString(documentation, flexible: flexible)
            }
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}

extension DescribeConfigsResponse {
    /// An element of `synonyms`.
    package struct DescribeConfigsSynonym: WireStructure {
        /// The configuration key.
        package var name: String
        /// The value.
        package var value: String?
        /// Where it comes from: see configSource.
        package var source: Int8

        package init(name: String = "", value: String? = "", source: Int8 = 0) {
            self.name = name
            self.value = value
            self.source = source
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 4
            name = try reader.readString(flexible: flexible)
            value = try reader.readNullableString(flexible: flexible)
            source = try reader.readInt8()
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 4
            try writer.writeString(name, flexible: flexible)
            try writer.writeNullableString(value, flexible: flexible)
            writer.writeInt8(source)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}
