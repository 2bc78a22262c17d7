// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension DeleteTopicsRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        if version >= 6 { message.topics = values.array { values in DeleteTopicsRequest.DeleteTopicState.random(version: version, from: &values) } }
        if version <= 5 { message.topicNames = values.array { values in values.string() } }
        message.timeoutMs = values.integer()
        return message
    }
}

extension DeleteTopicsRequest.DeleteTopicState {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.oneIn(4) ? nil : values.string()
        message.topicId = values.uuid()
        return message
    }
}

extension DeleteTopicsResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.throttleTimeMs = values.integer()
        message.responses = values.array { values in DeleteTopicsResponse.DeletableTopicResult.random(version: version, from: &values) }
        return message
    }
}

extension DeleteTopicsResponse.DeletableTopicResult {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = version >= 6 && values.oneIn(4) ? nil : values.string()
        if version >= 6 { message.topicId = values.uuid() }
        message.errorCode = ErrorCode(rawValue: values.integer())
        if version >= 5 { message.errorMessage = values.oneIn(4) ? nil : values.string() }
        return message
    }
}
