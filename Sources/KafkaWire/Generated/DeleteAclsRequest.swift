// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// Filters: whatever matches one goes.
package struct DeleteAclsRequest: KafkaRequest {
    package typealias Response = DeleteAclsResponse
    package static let apiKey = APIKey.deleteAcls
    package static let versions: ClosedRange<Int16> = 1...3
    package static let firstFlexibleVersion: Int16 = 2

    /// The filters.
    package var filters: [DeleteAclsFilter]

    package init(filters: [DeleteAclsFilter] = []) {
        self.filters = filters
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 2
        filters = try reader.readArray(of: DeleteAclsFilter.self, flexible: flexible, version: version)
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 2
        try writer.writeArray(filters, flexible: flexible, version: version)
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}

extension DeleteAclsRequest {
    /// An element of `filters`.
    package struct DeleteAclsFilter: WireStructure {
        /// The operation: 1 any, 2 all, 3 read, 4 write, 5 create, 6 delete, 7 alter, 8 describe, 9 cluster action, 10
        /// describe configs, 11 alter configs, 12 idempotent write.
        package var resourceTypeFilter: Int8
        /// The operation: 1 any, 2 all, 3 read, 4 write, 5 create, 6 delete, 7 alter, 8 describe, 9 cluster action, 10
        /// describe configs, 11 alter configs, 12 idempotent write.
        package var resourceNameFilter: String?
        /// The operation: 1 any, 2 all, 3 read, 4 write, 5 create, 6 delete, 7 alter, 8 describe, 9 cluster action, 10
        /// describe configs, 11 alter configs, 12 idempotent write.
        package var patternTypeFilter: Int8
        /// The operation: 1 any, 2 all, 3 read, 4 write, 5 create, 6 delete, 7 alter, 8 describe, 9 cluster action, 10
        /// describe configs, 11 alter configs, 12 idempotent write.
        package var principalFilter: String?
        /// The operation: 1 any, 2 all, 3 read, 4 write, 5 create, 6 delete, 7 alter, 8 describe, 9 cluster action, 10
        /// describe configs, 11 alter configs, 12 idempotent write.
        package var hostFilter: String?
        /// The operation: 1 any, 2 all, 3 read, 4 write, 5 create, 6 delete, 7 alter, 8 describe, 9 cluster action, 10
        /// describe configs, 11 alter configs, 12 idempotent write.
        package var operation: Int8
        /// The operation: 1 any, 2 all, 3 read, 4 write, 5 create, 6 delete, 7 alter, 8 describe, 9 cluster action, 10
        /// describe configs, 11 alter configs, 12 idempotent write.
        package var permissionType: Int8

        package init(
            resourceTypeFilter: Int8 = 0,
            resourceNameFilter: String? = "",
            patternTypeFilter: Int8 = 3,
            principalFilter: String? = "",
            hostFilter: String? = "",
            operation: Int8 = 0,
            permissionType: Int8 = 0
        ) {
            self.resourceTypeFilter = resourceTypeFilter
            self.resourceNameFilter = resourceNameFilter
            self.patternTypeFilter = patternTypeFilter
            self.principalFilter = principalFilter
            self.hostFilter = hostFilter
            self.operation = operation
            self.permissionType = permissionType
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 2
            resourceTypeFilter = try reader.readInt8()
            resourceNameFilter = try reader.readNullableString(flexible: flexible)
            patternTypeFilter = try reader.readInt8()
            principalFilter = try reader.readNullableString(flexible: flexible)
            hostFilter = try reader.readNullableString(flexible: flexible)
            operation = try reader.readInt8()
            permissionType = try reader.readInt8()
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 2
            writer.writeInt8(resourceTypeFilter)
            try writer.writeNullableString(resourceNameFilter, flexible: flexible)
            writer.writeInt8(patternTypeFilter)
            try writer.writeNullableString(principalFilter, flexible: flexible)
            try writer.writeNullableString(hostFilter, flexible: flexible)
            writer.writeInt8(operation)
            writer.writeInt8(permissionType)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}
