// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The quotas.
package struct DescribeClientQuotasResponse: KafkaMessage {
    package static let apiKey = APIKey.describeClientQuotas
    package static let versions: ClosedRange<Int16> = 0...1
    package static let firstFlexibleVersion: Int16 = 1

    /// How long the client should pause because of a quota, in milliseconds.
    package var throttleTimeMs: Int32
    /// NONE, or why it failed.
    package var errorCode: ErrorCode
    /// More about the error, for people.
    package var errorMessage: String?
    /// By entity; null if it failed.
    package var entries: [Entry]?

    package init(
        throttleTimeMs: Int32 = 0,
        errorCode: ErrorCode = .none,
        errorMessage: String? = "",
        entries: [Entry]? = []
    ) {
        self.throttleTimeMs = throttleTimeMs
        self.errorCode = errorCode
        self.errorMessage = errorMessage
        self.entries = entries
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 1
        throttleTimeMs = try reader.readInt32()
        errorCode = try reader.readErrorCode()
        errorMessage = try reader.readNullableString(flexible: flexible)
        entries = try reader.readNullableArray(of: Entry.self, flexible: flexible, version: version)
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 1
        writer.writeInt32(throttleTimeMs)
        writer.writeErrorCode(errorCode)
        try writer.writeNullableString(errorMessage, flexible: flexible)
        try writer.writeNullableArray(entries, flexible: flexible, version: version)
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}

extension DescribeClientQuotasResponse {
    /// An element of `entries`.
    package struct Entry: WireStructure {
        /// Whom it is for.
        package var entity: [Entity]
        /// What it may.
        package var values: [Value]

        package init(entity: [Entity] = [], values: [Value] = []) {
            self.entity = entity
            self.values = values
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 1
            entity = try reader.readArray(of: Entity.self, flexible: flexible, version: version)
            values = try reader.readArray(of: Value.self, flexible: flexible, version: version)
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 1
            try writer.writeArray(entity, flexible: flexible, version: version)
            try writer.writeArray(values, flexible: flexible, version: version)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}

extension DescribeClientQuotasResponse {
    /// An element of `entity`.
    package struct Entity: WireStructure {
        /// user, client-id or ip.
        package var entityType: String
        /// Its name; null for the default.
        package var entityName: String?

        package init(entityType: String = "", entityName: String? = "") {
            self.entityType = entityType
            self.entityName = entityName
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 1
            entityType = try reader.readString(flexible: flexible)
            entityName = try reader.readNullableString(flexible: flexible)
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 1
            try writer.writeString(entityType, flexible: flexible)
            try writer.writeNullableString(entityName, flexible: flexible)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}

extension DescribeClientQuotasResponse {
    /// An element of `values`.
    package struct Value: WireStructure {
        /// Such as producer_byte_rate.
        package var key: String
        /// Its value.
        package var value: Double

        package init(key: String = "", value: Double = 0) {
            self.key = key
            self.value = value
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 1
            key = try reader.readString(flexible: flexible)
            value = try reader.readFloat64()
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 1
            try writer.writeString(key, flexible: flexible)
            writer.writeFloat64(value)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}
