// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import NIOCore

/// What each filter removed, in the order of the request.
package struct DeleteAclsResponse: KafkaMessage {
    package static let apiKey = APIKey.deleteAcls
    package static let versions: ClosedRange<Int16> = 1...3
    package static let firstFlexibleVersion: Int16 = 2

    /// How long the client should pause because of a quota, in milliseconds.
    package var throttleTimeMs: Int32
    /// By filter.
    package var filterResults: [DeleteAclsFilterResult]

    package init(throttleTimeMs: Int32 = 0, filterResults: [DeleteAclsFilterResult] = []) {
        self.throttleTimeMs = throttleTimeMs
        self.filterResults = filterResults
    }

    package init(from reader: inout WireReader, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 2
        throttleTimeMs = try reader.readInt32()
        filterResults = try reader.readArray(of: DeleteAclsFilterResult.self, flexible: flexible, version: version)
        if flexible {
            try reader.skipTaggedFields()
        }
    }

    package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
        try Self.requireSupported(version)
        let flexible = version >= 2
        writer.writeInt32(throttleTimeMs)
        try writer.writeArray(filterResults, flexible: flexible, version: version)
        if flexible {
            writer.writeNoTaggedFields()
        }
    }
}

extension DeleteAclsResponse {
    /// An element of `filterResults`.
    package struct DeleteAclsFilterResult: WireStructure {
        /// NONE, or why the filter failed.
        package var errorCode: ErrorCode
        /// More about the error, for people.
        package var errorMessage: String?
        /// The rules that matched.
        package var matchingAcls: [DeleteAclsMatchingAcl]

        package init(
            errorCode: ErrorCode = .none,
            errorMessage: String? = "",
            matchingAcls: [DeleteAclsMatchingAcl] = []
        ) {
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.matchingAcls = matchingAcls
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 2
            errorCode = try reader.readErrorCode()
            errorMessage = try reader.readNullableString(flexible: flexible)
            matchingAcls = try reader.readArray(of: DeleteAclsMatchingAcl.self, flexible: flexible, version: version)
            if flexible {
                try reader.skipTaggedFields()
            }
        }

        package func write(to writer: inout WireWriter, version: Int16) throws(WireError) {
            let flexible = version >= 2
            writer.writeErrorCode(errorCode)
            try writer.writeNullableString(errorMessage, flexible: flexible)
            try writer.writeArray(matchingAcls, flexible: flexible, version: version)
            if flexible {
                writer.writeNoTaggedFields()
            }
        }
    }
}

extension DeleteAclsResponse {
    /// An element of `matchingAcls`.
    package struct DeleteAclsMatchingAcl: WireStructure {
        /// NONE, or why it failed.
        package var errorCode: ErrorCode
        /// More about the error, for people.
        package var errorMessage: String?
        /// The kind of resource: 2 topic, 3 group, 4 cluster, 5 transactional id, 6 delegation token, 7 user.
        package var resourceType: Int8
        /// The resource's name.
        package var resourceName: String
        /// 3 literal, 4 prefixed.
        package var patternType: Int8
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
            errorCode: ErrorCode = .none,
            errorMessage: String? = "",
            resourceType: Int8 = 0,
            resourceName: String = "",
            patternType: Int8 = 3,
            principal: String = "",
            host: String = "",
            operation: Int8 = 0,
            permissionType: Int8 = 0
        ) {
            self.errorCode = errorCode
            self.errorMessage = errorMessage
            self.resourceType = resourceType
            self.resourceName = resourceName
            self.patternType = patternType
            self.principal = principal
            self.host = host
            self.operation = operation
            self.permissionType = permissionType
        }

        package init(from reader: inout WireReader, version: Int16) throws(WireError) {
            let flexible = version >= 2
            errorCode = try reader.readErrorCode()
            errorMessage = try reader.readNullableString(flexible: flexible)
            resourceType = try reader.readInt8()
            resourceName = try reader.readString(flexible: flexible)
            patternType = try reader.readInt8()
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
            writer.writeErrorCode(errorCode)
            try writer.writeNullableString(errorMessage, flexible: flexible)
            writer.writeInt8(resourceType)
            try writer.writeString(resourceName, flexible: flexible)
            writer.writeInt8(patternType)
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
