// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension CreatePartitionsRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.topics = values.array { values in CreatePartitionsRequest.CreatePartitionsTopic.random(version: version, from: &values) }
        message.timeoutMs = values.integer()
        message.validateOnly = values.bool()
        return message
    }
}

extension CreatePartitionsRequest.CreatePartitionsTopic {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        message.count = values.integer()
        message.assignments = values.oneIn(4) ? nil : values.array { values in CreatePartitionsRequest.CreatePartitionsAssignment.random(version: version, from: &values) }
        return message
    }
}

extension CreatePartitionsRequest.CreatePartitionsAssignment {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.brokerIds = values.array { values in values.integer() }
        return message
    }
}

extension CreatePartitionsResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.throttleTimeMs = values.integer()
        message.results = values.array { values in CreatePartitionsResponse.CreatePartitionsTopicResult.random(version: version, from: &values) }
        return message
    }
}

extension CreatePartitionsResponse.CreatePartitionsTopicResult {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        message.errorCode = ErrorCode(rawValue: values.integer())
        message.errorMessage = values.oneIn(4) ? nil : values.string()
        return message
    }
}
