// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// What became of each.
package struct AlterClientQuotasResponse: KafkaMessage {
    package static let apiKey = APIKey.alterClientQuotas
    package static let versions: ClosedRange<Int16> = 0...1
    package static let firstFlexibleVersion: Int16 = 1

    /// How long the client should pause because of a quota, in milliseconds.
    package var throttleTimeMs: Int32
    /// By entity.
    package var entries: [Entry]

    package init(throttleTimeMs: Int32 = 0, entries: [Entry] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.entries = entries
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 1
        throttleTimeMs = try reader.readInt32()
        entries = try reader.readArray(of: Entry.self, flexible: flexible, version: version)
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 1
        writer.writeInt32(throttleTimeMs)
        try writer.writeArray(entries, flexible: flexible, version: version)
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}

extension AlterClientQuotasResponse {
    /// An element of `entries`.
    package struct Entry: WireStructure {
        /// NONE, or why it failed.
        package var errorCode: ErrorCode
        /// More about the error, for people.
        package var errorMessage: String?
        /// Whom it is for.
        package var entity: [Entity]

        package init(errorCode: ErrorCode = .none, errorMessage: String? = "", entity: [Entity] = []) {
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.entity = entity
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 1
            errorCode = try reader.readErrorCode()
            errorMessage = try reader.readNullableString(flexible: flexible)
            entity = try reader.readArray(of: Entity.self, flexible: flexible, version: version)
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 1
            writer.writeErrorCode(errorCode)
            try writer.writeNullableString(errorMessage, flexible: flexible)
            try writer.writeArray(entity, flexible: flexible, version: version)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}

extension AlterClientQuotasResponse {
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
