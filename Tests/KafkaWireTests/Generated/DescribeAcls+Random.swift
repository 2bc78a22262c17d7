// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension DescribeAclsRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.resourceTypeFilter = values.integer()
        message.resourceNameFilter = values.oneIn(4) ? nil : values.string()
        message.patternTypeFilter = values.integer()
        message.principalFilter = values.oneIn(4) ? nil : values.string()
        message.hostFilter = values.oneIn(4) ? nil : values.string()
        message.operation = values.integer()
        message.permissionType = values.integer()
        return message
    }
}

extension DescribeAclsResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.throttleTimeMs = values.integer()
        message.errorCode = ErrorCode(rawValue: values.integer())
        message.errorMessage = values.oneIn(4) ? nil : values.string()
        message.resources = values.array { values in DescribeAclsResponse.DescribeAclsResource.random(version: version, from: &values) }
        return message
    }
}

extension DescribeAclsResponse.DescribeAclsResource {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.resourceType = values.integer()
        message.resourceName = values.string()
        message.patternType = values.integer()
        message.acls = values.array { values in DescribeAclsResponse.AclDescription.random(version: version, from: &values) }
        return message
    }
}

extension DescribeAclsResponse.AclDescription {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.principal = values.string()
        message.host = values.string()
        message.operation = values.integer()
        message.permissionType = values.integer()
        return message
    }
}
