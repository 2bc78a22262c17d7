// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// The rules.
package struct CreateAclsRequest: KafkaRequest {
    package typealias Response = CreateAclsResponse
    package static let apiKey = APIKey.createAcls
    package static let versions: ClosedRange<Int16> = 1...3
    package static let firstFlexibleVersion: Int16 = 2

    /// The rules to add.
    package var creations: [AclCreation]

    package init(creations: [AclCreation] = []) {
        self.creations = creations
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 2
        creations = try reader.readArray(of: AclCreation.self, flexible: flexible, version: version)
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 2
        try writer.writeArray(creations, flexible: flexible, version: version)
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}

extension CreateAclsRequest {
    /// An element of `creations`.
    package struct AclCreation: WireStructure {
        /// The kind of resource: 2 topic, 3 group, 4 cluster, 5 transactional id, 6 delegation token, 7 user.
        package var resourceType: Int8
        /// The resource's name.
        package var resourceName: String
        /// 3 literal, 4 prefixed.
        package var resourcePatternType: Int8
        /// The principal, as in `User:alice`.
        package var principal: String
        /// The host that it is about; `*` for any.
        package var host: String
        /// The operation: 2 all, 3 read, 4 write, 5 create, 6 delete, 7 alter, 8 describe, 9 cluster action, 10
        /// describe configs, 11 alter configs, 12 idempotent write.
        package var operation: Int8
        /// 2 to deny, 3 to allow; in a filter 1 for any.
        package var permissionType: Int8

        package init(
            resourceType: Int8 = 0,
            resourceName: String = "",
            resourcePatternType: Int8 = 3,
            principal: String = "",
            host: String = "",
            operation: Int8 = 0,
            permissionType: Int8 = 0
        ) {
            self.resourceType = resourceType
            self.resourceName = resourceName
            self.resourcePatternType = resourcePatternType
            self.principal = principal
            self.host = host
            self.operation = operation
            self.permissionType = permissionType
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 2
            resourceType = try reader.readInt8()
            resourceName = try reader.readString(flexible: flexible)
            resourcePatternType = try reader.readInt8()
            principal = try reader.readString(flexible: flexible)
            host = try reader.readString(flexible: flexible)
            operation = try reader.readInt8()
            permissionType = try reader.readInt8()
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 2
            writer.writeInt8(resourceType)
            try writer.writeString(resourceName, flexible: flexible)
            writer.writeInt8(resourcePatternType)
            try writer.writeString(principal, flexible: flexible)
            try writer.writeString(host, flexible: flexible)
            writer.writeInt8(operation)
            writer.writeInt8(permissionType)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}
