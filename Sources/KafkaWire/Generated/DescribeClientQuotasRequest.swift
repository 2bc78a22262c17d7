// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// Which of them.
package struct DescribeClientQuotasRequest: KafkaRequest {
    package typealias Response = DescribeClientQuotasResponse
    package static let apiKey = APIKey.describeClientQuotas
    package static let versions: ClosedRange<Int16> = 0...1
    package static let firstFlexibleVersion: Int16 = 1

    /// What an entity must have.
    package var components: [Component]
    /// Whether entities with further parts are left out.
    package var strict: Bool

    package init(components: [Component] = [], strict: Bool = false) {
        self.components = components
        self.strict = strict
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 1
        components = try reader.readArray(of: Component.self, flexible: flexible, version: version)
        strict = try reader.readBool()
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 1
        try writer.writeArray(components, flexible: flexible, version: version)
        writer.writeBool(strict)
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}

extension DescribeClientQuotasRequest {
    /// An element of `components`.
    package struct Component: WireStructure {
        /// user, client-id or ip.
        package var entityType: String
        /// 0 for this name, 1 for the default, 2 for any name.
        package var matchType: Int8
        /// The name, if it is one.
        package var match: String?

        package init(entityType: String = "", matchType: Int8 = 0, match: String? = "") {
            self.entityType = entityType
            self.matchType = matchType
            self.match = match
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 1
            entityType = try reader.readString(flexible: flexible)
            matchType = try reader.readInt8()
            match = try reader.readNullableString(flexible: flexible)
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 1
            try writer.writeString(entityType, flexible: flexible)
            writer.writeInt8(matchType)
            try writer.writeNullableString(match, flexible: flexible)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}
