// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension TxnOffsetCommitRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.transactionalId = values.string()
        message.groupId = values.string()
        message.producerId = values.integer()
        message.producerEpoch = values.integer()
        if version >= 3 { message.generationId = values.integer() }
        if version >= 3 { message.memberId = values.string() }
        if version >= 3 { message.groupInstanceId = values.oneIn(4) ? nil : values.string() }
        message.topics = values.array { values in TxnOffsetCommitRequest.Topic.random(version: version, from: &values) }
        return message
    }
}

extension TxnOffsetCommitRequest.Topic {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        message.partitions = values.array { values in TxnOffsetCommitRequest.Partition.random(version: version, from: &values) }
        return message
    }
}

extension TxnOffsetCommitRequest.Partition {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.partitionIndex = values.integer()
        message.committedOffset = values.integer()
        if version >= 2 { message.committedLeaderEpoch = values.integer() }
        message.committedMetadata = values.oneIn(4) ? nil : values.string()
        return message
    }
}

extension TxnOffsetCommitResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.throttleTimeMs = values.integer()
        message.topics = values.array { values in TxnOffsetCommitResponse.Topic.random(version: version, from: &values) }
        return message
    }
}

extension TxnOffsetCommitResponse.Topic {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        message.partitions = values.array { values in TxnOffsetCommitResponse.Partition.random(version: version, from: &values) }
        return message
    }
}

extension TxnOffsetCommitResponse.Partition {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.partitionIndex = values.integer()
        message.errorCode = ErrorCode(rawValue: values.integer())
        return message
    }
}
