// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension ListConfigResourcesRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        if version >= 1 { message.resourceTypes = values.array { values in values.integer() } }
        return message
    }
}

extension ListConfigResourcesResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.throttleTimeMs = values.integer()
        message.errorCode = ErrorCode(rawValue: values.integer())
        message.configResources = values.array { values in ListConfigResourcesResponse.ConfigResource.random(version: version, from: &values) }
        return message
    }
}

extension ListConfigResourcesResponse.ConfigResource {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.resourceName = values.string()
        if version >= 1 { message.resourceType = values.integer() }
        return message
    }
}
