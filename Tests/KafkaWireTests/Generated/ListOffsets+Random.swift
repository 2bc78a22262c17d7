// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension ListOffsetsRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.replicaId = values.integer()
        if version >= 2 { message.isolationLevel = values.integer() }
        message.topics = values.array { values in ListOffsetsRequest.ListOffsetsTopic.random(version: version, from: &values) }
        if version >= 10 { message.timeoutMs = values.integer() }
        return message
    }
}

extension ListOffsetsRequest.ListOffsetsTopic {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        message.partitions = values.array { values in ListOffsetsRequest.ListOffsetsPartition.random(version: version, from: &values) }
        return message
    }
}

extension ListOffsetsRequest.ListOffsetsPartition {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.partitionIndex = values.integer()
        if version >= 4 { message.currentLeaderEpoch = values.integer() }
        message.timestamp = values.integer()
        return message
    }
}

extension ListOffsetsResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        if version >= 2 { message.throttleTimeMs = values.integer() }
        message.topics = values.array { values in ListOffsetsResponse.ListOffsetsTopicResponse.random(version: version, from: &values) }
        return message
    }
}

extension ListOffsetsResponse.ListOffsetsTopicResponse {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        message.partitions = values.array { values in ListOffsetsResponse.ListOffsetsPartitionResponse.random(version: version, from: &values) }
        return message
    }
}

extension ListOffsetsResponse.ListOffsetsPartitionResponse {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.partitionIndex = values.integer()
        message.errorCode = ErrorCode(rawValue: values.integer())
        message.timestamp = values.integer()
        message.offset = values.integer()
        if version >= 4 { message.leaderEpoch = values.integer() }
        return message
    }
}
