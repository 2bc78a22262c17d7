// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension ConsumerGroupDescribeRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.groupIds = values.array { values in values.string() }
        message.includeAuthorizedOperations = values.bool()
        return message
    }
}

extension ConsumerGroupDescribeResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.throttleTimeMs = values.integer()
        message.groups = values.array { values in ConsumerGroupDescribeResponse.Group.random(version: version, from: &values) }
        return message
    }
}

extension ConsumerGroupDescribeResponse.Group {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.errorCode = ErrorCode(rawValue: values.integer())
        message.errorMessage = values.oneIn(4) ? nil : values.string()
        message.groupId = values.string()
        message.groupState = values.string()
        message.groupEpoch = values.integer()
        message.assignmentEpoch = values.integer()
        message.assignorName = values.string()
        message.members = values.array { values in ConsumerGroupDescribeResponse.Member.random(version: version, from: &values) }
        message.authorizedOperations = values.integer()
        return message
    }
}

extension ConsumerGroupDescribeResponse.Member {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.memberId = values.string()
        message.instanceId = values.oneIn(4) ? nil : values.string()
        message.rackId = values.oneIn(4) ? nil : values.string()
        message.memberEpoch = values.integer()
        message.clientId = values.string()
        message.clientHost = values.string()
        message.subscribedTopicNames = values.array { values in values.string() }
        message.subscribedTopicRegex = values.oneIn(4) ? nil : values.string()
        message.assignment = ConsumerGroupDescribeResponse.Assignment.random(version: version, from: &values)
        message.targetAssignment = ConsumerGroupDescribeResponse.TargetAssignment.random(version: version, from: &values)
        if version >= 1 { message.memberType = values.integer() }
        return message
    }
}

extension ConsumerGroupDescribeResponse.Assignment {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.topicPartitions = values.array { values in ConsumerGroupDescribeResponse.TopicPartitions.random(version: version, from: &values) }
        return message
    }
}

extension ConsumerGroupDescribeResponse.TopicPartitions {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.topicId = values.uuid()
        message.topicName = values.string()
        message.partitions = values.array { values in values.integer() }
        return message
    }
}

extension ConsumerGroupDescribeResponse.TargetAssignment {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.topicPartitions = values.array { values in ConsumerGroupDescribeResponse.TargetTopicPartitions.random(version: version, from: &values) }
        return message
    }
}

extension ConsumerGroupDescribeResponse.TargetTopicPartitions {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.topicId = values.uuid()
        message.topicName = values.string()
        message.partitions = values.array { values in values.integer() }
        return message
    }
}
