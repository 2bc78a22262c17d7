// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// What to change.
package struct AlterClientQuotasRequest: KafkaRequest {
    package typealias Response = AlterClientQuotasResponse
    package static let apiKey = APIKey.alterClientQuotas
    package static let versions: ClosedRange<Int16> = 0...1
    package static let firstFlexibleVersion: Int16 = 1

    /// By entity.
    package var entries: [Entry]
    /// Whether it is only checked.
    package var validateOnly: Bool

    package init(entries: [Entry] = [], validateOnly: Bool = false) {
        self.entries = entries
        self.validateOnly = validateOnly
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 1
        entries = try reader.readArray(of: Entry.self, flexible: flexible, version: version)
        validateOnly = try reader.readBool()
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 1
        try writer.writeArray(entries, flexible: flexible, version: version)
        writer.writeBool(validateOnly)
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}

extension AlterClientQuotasRequest {
    /// An element of `entries`.
    package struct Entry: WireStructure {
        /// Whom it is for.
        package var entity: [Entity]
        /// What to change.
        package var ops: [Operation]

        package init(entity: [Entity] = [], ops: [Operation] = []) {
            self.entity = entity
            self.ops = ops
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 1
            entity = try reader.readArray(of: Entity.self, flexible: flexible, version: version)
            ops = try reader.readArray(of: Operation.self, flexible: flexible, version: version)
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 1
            try writer.writeArray(entity, flexible: flexible, version: version)
            try writer.writeArray(ops, flexible: flexible, version: version)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}

extension AlterClientQuotasRequest {
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

extension AlterClientQuotasRequest {
    /// An element of `ops`.
    package struct Operation: WireStructure {
        /// Such as producer_byte_rate.
        package var key: String
        /// Its value.
        package var value: Double
        /// Whether it is removed instead.
        package var remove: Bool

        package init(key: String = "", value: Double = 0, remove: Bool = false) {
            self.key = key
            self.value = value
            self.remove = remove
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 1
            key = try reader.readString(flexible: flexible)
            value = try reader.readFloat64()
            remove = try reader.readBool()
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 1
            try writer.writeString(key, flexible: flexible)
            writer.writeFloat64(value)
            writer.writeBool(remove)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}
