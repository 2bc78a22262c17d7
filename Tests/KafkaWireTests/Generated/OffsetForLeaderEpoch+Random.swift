// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension OffsetForLeaderEpochRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        if version >= 3 { message.replicaId = values.integer() }
        message.topics = values.array { values in OffsetForLeaderEpochRequest.OffsetForLeaderTopic.random(version: version, from: &values) }
        return message
    }
}

extension OffsetForLeaderEpochRequest.OffsetForLeaderTopic {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.topic = values.string()
        message.partitions = values.array { values in OffsetForLeaderEpochRequest.OffsetForLeaderPartition.random(version: version, from: &values) }
        return message
    }
}

extension OffsetForLeaderEpochRequest.OffsetForLeaderPartition {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.partition = values.integer()
        message.currentLeaderEpoch = values.integer()
        message.leaderEpoch = values.integer()
        return message
    }
}

extension OffsetForLeaderEpochResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.throttleTimeMs = values.integer()
        message.topics = values.array { values in OffsetForLeaderEpochResponse.OffsetForLeaderTopicResult.random(version: version, from: &values) }
        return message
    }
}

extension OffsetForLeaderEpochResponse.OffsetForLeaderTopicResult {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.topic = values.string()
        message.partitions = values.array { values in OffsetForLeaderEpochResponse.EpochEndOffset.random(version: version, from: &values) }
        return message
    }
}

extension OffsetForLeaderEpochResponse.EpochEndOffset {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.errorCode = ErrorCode(rawValue: values.integer())
        message.partition = values.integer()
        message.leaderEpoch = values.integer()
        message.endOffset = values.integer()
        return message
    }
}
