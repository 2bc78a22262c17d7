// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension OffsetCommitRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.groupId = values.string()
        message.generationIdOrMemberEpoch = values.integer()
        message.memberId = values.string()
        if version >= 7 { message.groupInstanceId = values.oneIn(4) ? nil : values.string() }
        if version <= 4 { message.retentionTimeMs = values.integer() }
        message.topics = values.array { values in OffsetCommitRequest.OffsetCommitRequestTopic.random(version: version, from: &values) }
        return message
    }
}

extension OffsetCommitRequest.OffsetCommitRequestTopic {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        message.partitions = values.array { values in OffsetCommitRequest.OffsetCommitRequestPartition.random(version: version, from: &values) }
        return message
    }
}

extension OffsetCommitRequest.OffsetCommitRequestPartition {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.partitionIndex = values.integer()
        message.committedOffset = values.integer()
        if version >= 6 { message.committedLeaderEpoch = values.integer() }
        message.committedMetadata = values.oneIn(4) ? nil : values.string()
        return message
    }
}

extension OffsetCommitResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        if version >= 3 { message.throttleTimeMs = values.integer() }
        message.topics = values.array { values in OffsetCommitResponse.OffsetCommitResponseTopic.random(version: version, from: &values) }
        return message
    }
}

extension OffsetCommitResponse.OffsetCommitResponseTopic {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        message.partitions = values.array { values in OffsetCommitResponse.OffsetCommitResponsePartition.random(version: version, from: &values) }
        return message
    }
}

extension OffsetCommitResponse.OffsetCommitResponsePartition {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.partitionIndex = values.integer()
        message.errorCode = ErrorCode(rawValue: values.integer())
        return message
    }
}
