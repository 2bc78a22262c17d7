// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension ConsumerGroupHeartbeatRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.groupId = values.string()
        message.memberId = values.string()
        message.memberEpoch = values.integer()
        message.instanceId = values.oneIn(4) ? nil : values.string()
        message.rackId = values.oneIn(4) ? nil : values.string()
        message.rebalanceTimeoutMs = values.integer()
        message.subscribedTopicNames = values.oneIn(4) ? nil : values.array { values in values.string() }
        if version >= 1 { message.subscribedTopicRegex = values.oneIn(4) ? nil : values.string() }
        message.serverAssignor = values.oneIn(4) ? nil : values.string()
        message.topicPartitions = values.oneIn(4) ? nil : values.array { values in ConsumerGroupHeartbeatRequest.TopicPartitions.random(version: version, from: &values) }
        return message
    }
}

extension ConsumerGroupHeartbeatRequest.TopicPartitions {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.topicId = values.uuid()
        message.partitions = values.array { values in values.integer() }
        return message
    }
}

extension ConsumerGroupHeartbeatResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.throttleTimeMs = values.integer()
        message.errorCode = ErrorCode(rawValue: values.integer())
        message.errorMessage = values.oneIn(4) ? nil : values.string()
        message.memberId = values.oneIn(4) ? nil : values.string()
        message.memberEpoch = values.integer()
        message.heartbeatIntervalMs = values.integer()
        message.assignment = values.oneIn(4) ? nil : ConsumerGroupHeartbeatResponse.Assignment.random(version: version, from: &values)
        return message
    }
}

extension ConsumerGroupHeartbeatResponse.Assignment {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.topicPartitions = values.array { values in ConsumerGroupHeartbeatResponse.TopicPartitions.random(version: version, from: &values) }
        return message
    }
}

extension ConsumerGroupHeartbeatResponse.TopicPartitions {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.topicId = values.uuid()
        message.partitions = values.array { values in values.integer() }
        return message
    }
}
