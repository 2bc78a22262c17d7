// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// A filter that the rules must match.
package struct DescribeAclsRequest: KafkaRequest {
    package typealias Response = DescribeAclsResponse
    package static let apiKey = APIKey.describeAcls
    package static let versions: ClosedRange<Int16> = 1...3
    package static let firstFlexibleVersion: Int16 = 2

    /// The kind of resource: 1 any, 2 topic, 3 group, 4 cluster, 5 transactional id, 6 delegation token, 7 user.
    package var resourceTypeFilter: Int8
    /// The resource's name; null for any.
    package var resourceNameFilter: String?
    /// 1 any, 2 whatever matches the name, 3 literal, 4 prefixed.
    package var patternTypeFilter: Int8
    /// The principal; null for any.
    package var principalFilter: String?
    /// The host; null for any.
    package var hostFilter: String?
    /// The operation: 2 all, 3 read, 4 write, 5 create, 6 delete, 7 alter, 8 describe, 9 cluster action, 10 describe
    /// configs, 11 alter configs, 12 idempotent write.
    package var operation: Int8
    /// 2 to deny, 3 to allow; in a filter 1 for any.
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
        try Self.requireSupported(version)
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
        try Self.requireSupported(version)
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
