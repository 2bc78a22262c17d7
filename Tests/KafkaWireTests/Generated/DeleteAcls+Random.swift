// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension DeleteAclsRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.filters = values.array { values in DeleteAclsRequest.DeleteAclsFilter.random(version: version, from: &values) }
        return message
    }
}

extension DeleteAclsRequest.DeleteAclsFilter {
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

extension DeleteAclsResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.throttleTimeMs = values.integer()
        message.filterResults = values.array { values in DeleteAclsResponse.DeleteAclsFilterResult.random(version: version, from: &values) }
        return message
    }
}

extension DeleteAclsResponse.DeleteAclsFilterResult {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.errorCode = ErrorCode(rawValue: values.integer())
        message.errorMessage = values.oneIn(4) ? nil : values.string()
        message.matchingAcls = values.array { values in DeleteAclsResponse.DeleteAclsMatchingAcl.random(version: version, from: &values) }
        return message
    }
}

extension DeleteAclsResponse.DeleteAclsMatchingAcl {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.errorCode = ErrorCode(rawValue: values.integer())
        message.errorMessage = values.oneIn(4) ? nil : values.string()
        message.resourceType = values.integer()
        message.resourceName = values.string()
        message.patternType = values.integer()
        message.principal = values.string()
        message.host = values.string()
        message.operation = values.integer()
        message.permissionType = values.integer()
        return message
    }
}
