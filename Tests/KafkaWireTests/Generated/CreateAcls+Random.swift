// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension CreateAclsRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.creations = values.array { values in CreateAclsRequest.AclCreation.random(version: version, from: &values) }
        return message
    }
}

extension CreateAclsRequest.AclCreation {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.resourceType = values.integer()
        message.resourceName = values.string()
        message.resourcePatternType = values.integer()
        message.principal = values.string()
        message.host = values.string()
        message.operation = values.integer()
        message.permissionType = values.integer()
        return message
    }
}

extension CreateAclsResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.throttleTimeMs = values.integer()
        message.results = values.array { values in CreateAclsResponse.AclCreationResult.random(version: version, from: &values) }
        return message
    }
}

extension CreateAclsResponse.AclCreationResult {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.errorCode = ErrorCode(rawValue: values.integer())
        message.errorMessage = values.oneIn(4) ? nil : values.string()
        return message
    }
}
