// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension ElectLeadersRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        if version >= 1 { message.electionType = values.integer() }
        message.topicPartitions = values.oneIn(4) ? nil : values.array { values in ElectLeadersRequest.Topic.random(version: version, from: &values) }
        message.timeoutMs = values.integer()
        return message
    }
}

extension ElectLeadersRequest.Topic {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.topic = values.string()
        message.partitions = values.array { values in values.integer() }
        return message
    }
}

extension ElectLeadersResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.throttleTimeMs = values.integer()
        if version >= 1 { message.errorCode = ErrorCode(rawValue: values.integer()) }
        message.replicaElectionResults = values.array { values in ElectLeadersResponse.TopicResult.random(version: version, from: &values) }
        return message
    }
}

extension ElectLeadersResponse.TopicResult {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.topic = values.string()
        message.partitionResult = values.array { values in ElectLeadersResponse.PartitionResult.random(version: version, from: &values) }
        return message
    }
}

extension ElectLeadersResponse.PartitionResult {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.partitionId = values.integer()
        message.errorCode = ErrorCode(rawValue: values.integer())
        message.errorMessage = values.oneIn(4) ? nil : values.string()
        return message
    }
}
