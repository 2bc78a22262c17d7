// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension AlterPartitionReassignmentsRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.timeoutMs = values.integer()
        message.topics = values.array { values in AlterPartitionReassignmentsRequest.ReassignableTopic.random(version: version, from: &values) }
        return message
    }
}

extension AlterPartitionReassignmentsRequest.ReassignableTopic {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        message.partitions = values.array { values in AlterPartitionReassignmentsRequest.ReassignablePartition.random(version: version, from: &values) }
        return message
    }
}

extension AlterPartitionReassignmentsRequest.ReassignablePartition {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.partitionIndex = values.integer()
        message.replicas = values.oneIn(4) ? nil : values.array { values in values.integer() }
        return message
    }
}

extension AlterPartitionReassignmentsResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.throttleTimeMs = values.integer()
        message.errorCode = ErrorCode(rawValue: values.integer())
        message.errorMessage = values.oneIn(4) ? nil : values.string()
        message.responses = values.array { values in AlterPartitionReassignmentsResponse.ReassignableTopicResponse.random(version: version, from: &values) }
        return message
    }
}

extension AlterPartitionReassignmentsResponse.ReassignableTopicResponse {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        message.partitions = values.array { values in AlterPartitionReassignmentsResponse.ReassignablePartitionResponse.random(version: version, from: &values) }
        return message
    }
}

extension AlterPartitionReassignmentsResponse.ReassignablePartitionResponse {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.partitionIndex = values.integer()
        message.errorCode = ErrorCode(rawValue: values.integer())
        message.errorMessage = values.oneIn(4) ? nil : values.string()
        return message
    }
}
