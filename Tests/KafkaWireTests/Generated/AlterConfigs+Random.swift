// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension AlterConfigsRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.resources = values.array { values in AlterConfigsRequest.AlterConfigsResource.random(version: version, from: &values) }
        message.validateOnly = values.bool()
        return message
    }
}

extension AlterConfigsRequest.AlterConfigsResource {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.resourceType = values.integer()
        message.resourceName = values.string()
        message.configs = values.array { values in AlterConfigsRequest.AlterableConfig.random(version: version, from: &values) }
        return message
    }
}

extension AlterConfigsRequest.AlterableConfig {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        message.value = values.oneIn(4) ? nil : values.string()
        return message
    }
}

extension AlterConfigsResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.throttleTimeMs = values.integer()
        message.responses = values.array { values in AlterConfigsResponse.AlterConfigsResourceResponse.random(version: version, from: &values) }
        return message
    }
}

extension AlterConfigsResponse.AlterConfigsResourceResponse {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.errorCode = ErrorCode(rawValue: values.integer())
        message.errorMessage = values.oneIn(4) ? nil : values.string()
        message.resourceType = values.integer()
        message.resourceName = values.string()
        return message
    }
}
