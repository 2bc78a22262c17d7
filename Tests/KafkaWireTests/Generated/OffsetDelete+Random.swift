// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension OffsetDeleteRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.groupId = values.string()
        message.topics = values.array { values in OffsetDeleteRequest.OffsetDeleteRequestTopic.random(version: version, from: &values) }
        return message
    }
}

extension OffsetDeleteRequest.OffsetDeleteRequestTopic {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        message.partitions = values.array { values in OffsetDeleteRequest.OffsetDeleteRequestPartition.random(version: version, from: &values) }
        return message
    }
}

extension OffsetDeleteRequest.OffsetDeleteRequestPartition {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.partitionIndex = values.integer()
        return message
    }
}

extension OffsetDeleteResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.errorCode = ErrorCode(rawValue: values.integer())
        message.throttleTimeMs = values.integer()
        message.topics = values.array { values in OffsetDeleteResponse.OffsetDeleteResponseTopic.random(version: version, from: &values) }
        return message
    }
}

extension OffsetDeleteResponse.OffsetDeleteResponseTopic {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        message.partitions = values.array { values in OffsetDeleteResponse.OffsetDeleteResponsePartition.random(version: version, from: &values) }
        return message
    }
}

extension OffsetDeleteResponse.OffsetDeleteResponsePartition {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.partitionIndex = values.integer()
        message.errorCode = ErrorCode(rawValue: values.integer())
        return message
    }
}
