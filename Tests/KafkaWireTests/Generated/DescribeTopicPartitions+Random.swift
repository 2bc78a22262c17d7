// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension DescribeTopicPartitionsRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.topics = values.array { values in DescribeTopicPartitionsRequest.Topic.random(version: version, from: &values) }
        message.responsePartitionLimit = values.integer()
        message.cursor = values.oneIn(4) ? nil : DescribeTopicPartitionsRequest.Cursor.random(version: version, from: &values)
        return message
    }
}

extension DescribeTopicPartitionsRequest.Topic {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        return message
    }
}

extension DescribeTopicPartitionsRequest.Cursor {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.topicName = values.string()
        message.partitionIndex = values.integer()
        return message
    }
}

extension DescribeTopicPartitionsResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.throttleTimeMs = values.integer()
        message.topics = values.array { values in DescribeTopicPartitionsResponse.Topic.random(version: version, from: &values) }
        message.nextCursor = values.oneIn(4) ? nil : DescribeTopicPartitionsResponse.Cursor.random(version: version, from: &values)
        return message
    }
}

extension DescribeTopicPartitionsResponse.Topic {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.errorCode = ErrorCode(rawValue: values.integer())
        message.name = values.oneIn(4) ? nil : values.string()
        message.topicId = values.uuid()
        message.isInternal = values.bool()
        message.partitions = values.array { values in DescribeTopicPartitionsResponse.Partition.random(version: version, from: &values) }
        message.topicAuthorizedOperations = values.integer()
        return message
    }
}

extension DescribeTopicPartitionsResponse.Partition {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.errorCode = ErrorCode(rawValue: values.integer())
        message.partitionIndex = values.integer()
        message.leaderId = values.integer()
        message.leaderEpoch = values.integer()
        message.replicaNodes = values.array { values in values.integer() }
        message.isrNodes = values.array { values in values.integer() }
        message.eligibleLeaderReplicas = values.oneIn(4) ? nil : values.array { values in values.integer() }
        message.lastKnownElr = values.oneIn(4) ? nil : values.array { values in values.integer() }
        message.offlineReplicas = values.array { values in values.integer() }
        return message
    }
}

extension DescribeTopicPartitionsResponse.Cursor {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.topicName = values.string()
        message.partitionIndex = values.integer()
        return message
    }
}
