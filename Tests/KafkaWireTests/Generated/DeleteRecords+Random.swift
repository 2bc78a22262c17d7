// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension DeleteRecordsRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.topics = values.array { values in DeleteRecordsRequest.DeleteRecordsTopic.random(version: version, from: &values) }
        message.timeoutMs = values.integer()
        return message
    }
}

extension DeleteRecordsRequest.DeleteRecordsTopic {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        message.partitions = values.array { values in DeleteRecordsRequest.DeleteRecordsPartition.random(version: version, from: &values) }
        return message
    }
}

extension DeleteRecordsRequest.DeleteRecordsPartition {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.partitionIndex = values.integer()
        message.offset = values.integer()
        return message
    }
}

extension DeleteRecordsResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.throttleTimeMs = values.integer()
        message.topics = values.array { values in DeleteRecordsResponse.DeleteRecordsTopicResult.random(version: version, from: &values) }
        return message
    }
}

extension DeleteRecordsResponse.DeleteRecordsTopicResult {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        message.partitions = values.array { values in DeleteRecordsResponse.DeleteRecordsPartitionResult.random(version: version, from: &values) }
        return message
    }
}

extension DeleteRecordsResponse.DeleteRecordsPartitionResult {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.partitionIndex = values.integer()
        message.lowWatermark = values.integer()
        message.errorCode = ErrorCode(rawValue: values.integer())
        return message
    }
}
