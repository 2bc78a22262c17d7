// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension IncrementalAlterConfigsRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.resources = values.array { values in IncrementalAlterConfigsRequest.AlterConfigsResource.random(version: version, from: &values) }
        message.validateOnly = values.bool()
        return message
    }
}

extension IncrementalAlterConfigsRequest.AlterConfigsResource {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.resourceType = values.integer()
        message.resourceName = values.string()
        message.configs = values.array { values in IncrementalAlterConfigsRequest.AlterableConfig.random(version: version, from: &values) }
        return message
    }
}

extension IncrementalAlterConfigsRequest.AlterableConfig {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        message.configOperation = values.integer()
        message.value = values.oneIn(4) ? nil : values.string()
        return message
    }
}

extension IncrementalAlterConfigsResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.throttleTimeMs = values.integer()
        message.responses = values.array { values in IncrementalAlterConfigsResponse.AlterConfigsResourceResponse.random(version: version, from: &values) }
        return message
    }
}

extension IncrementalAlterConfigsResponse.AlterConfigsResourceResponse {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.errorCode = ErrorCode(rawValue: values.integer())
        message.errorMessage = values.oneIn(4) ? nil : values.string()
        message.resourceType = values.integer()
        message.resourceName = values.string()
        return message
    }
}
