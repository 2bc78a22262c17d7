// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension CreateTopicsRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.topics = values.array { values in CreateTopicsRequest.CreatableTopic.random(version: version, from: &values) }
        message.timeoutMs = values.integer()
        message.validateOnly = values.bool()
        return message
    }
}

extension CreateTopicsRequest.CreatableTopic {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        message.numPartitions = values.integer()
        message.replicationFactor = values.integer()
        message.assignments = values.array { values in CreateTopicsRequest.CreatableReplicaAssignment.random(version: version, from: &values) }
        message.configs = values.array { values in CreateTopicsRequest.CreatableTopicConfig.random(version: version, from: &values) }
        return message
    }
}

extension CreateTopicsRequest.CreatableReplicaAssignment {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.partitionIndex = values.integer()
        message.brokerIds = values.array { values in values.integer() }
        return message
    }
}

extension CreateTopicsRequest.CreatableTopicConfig {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        message.value = values.oneIn(4) ? nil : values.string()
        return message
    }
}

extension CreateTopicsResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.throttleTimeMs = values.integer()
        message.topics = values.array { values in CreateTopicsResponse.CreatableTopicResult.random(version: version, from: &values) }
        return message
    }
}

extension CreateTopicsResponse.CreatableTopicResult {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        if version >= 7 { message.topicId = values.uuid() }
        message.errorCode = ErrorCode(rawValue: values.integer())
        message.errorMessage = values.oneIn(4) ? nil : values.string()
        if version >= 5 { message.topicConfigErrorCode = ErrorCode(rawValue: values.integer()) }
        if version >= 5 { message.numPartitions = values.integer() }
        if version >= 5 { message.replicationFactor = values.integer() }
        if version >= 5 { message.configs = values.oneIn(4) ? nil : values.array { values in CreateTopicsResponse.CreatableTopicConfigs.random(version: version, from: &values) } }
        return message
    }
}

extension CreateTopicsResponse.CreatableTopicConfigs {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        message.value = values.oneIn(4) ? nil : values.string()
        message.readOnly = values.bool()
        message.configSource = values.integer()
        message.isSensitive = values.bool()
        return message
    }
}
