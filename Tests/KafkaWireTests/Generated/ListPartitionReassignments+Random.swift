// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension ListPartitionReassignmentsRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.timeoutMs = values.integer()
        message.topics = values.oneIn(4) ? nil : values.array { values in ListPartitionReassignmentsRequest.ListedTopic.random(version: version, from: &values) }
        return message
    }
}

extension ListPartitionReassignmentsRequest.ListedTopic {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        message.partitionIndexes = values.array { values in values.integer() }
        return message
    }
}

extension ListPartitionReassignmentsResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.throttleTimeMs = values.integer()
        message.errorCode = ErrorCode(rawValue: values.integer())
        message.errorMessage = values.oneIn(4) ? nil : values.string()
        message.topics = values.array { values in ListPartitionReassignmentsResponse.OngoingTopicReassignment.random(version: version, from: &values) }
        return message
    }
}

extension ListPartitionReassignmentsResponse.OngoingTopicReassignment {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        message.partitions = values.array { values in ListPartitionReassignmentsResponse.OngoingPartitionReassignment.random(version: version, from: &values) }
        return message
    }
}

extension ListPartitionReassignmentsResponse.OngoingPartitionReassignment {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.partitionIndex = values.integer()
        message.replicas = values.array { values in values.integer() }
        message.addingReplicas = values.array { values in values.integer() }
        message.removingReplicas = values.array { values in values.integer() }
        return message
    }
}
