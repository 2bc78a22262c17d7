// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension ProduceRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.transactionalId = values.oneIn(4) ? nil : values.string()
        message.acks = values.integer()
        message.timeoutMs = values.integer()
        message.topicData = values.array { values in ProduceRequest.TopicProduceData.random(version: version, from: &values) }
        return message
    }
}

extension ProduceRequest.TopicProduceData {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        if version <= 12 { message.name = values.string() }
        if version >= 13 { message.topicId = values.uuid() }
        message.partitionData = values.array { values in ProduceRequest.PartitionProduceData.random(version: version, from: &values) }
        return message
    }
}

extension ProduceRequest.PartitionProduceData {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.index = values.integer()
        message.records = values.oneIn(4) ? nil : values.bytes()
        return message
    }
}

extension ProduceResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.responses = values.array { values in ProduceResponse.TopicProduceResponse.random(version: version, from: &values) }
        message.throttleTimeMs = values.integer()
        if version >= 10 { message.nodeEndpoints = values.array { values in ProduceResponse.NodeEndpoint.random(version: version, from: &values) } }
        return message
    }
}

extension ProduceResponse.TopicProduceResponse {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        if version <= 12 { message.name = values.string() }
        if version >= 13 { message.topicId = values.uuid() }
        message.partitionResponses = values.array { values in ProduceResponse.PartitionProduceResponse.random(version: version, from: &values) }
        return message
    }
}

extension ProduceResponse.PartitionProduceResponse {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.index = values.integer()
        message.errorCode = ErrorCode(rawValue: values.integer())
        message.baseOffset = values.integer()
        message.logAppendTimeMs = values.integer()
        if version >= 5 { message.logStartOffset = values.integer() }
        if version >= 8 { message.recordErrors = values.array { values in ProduceResponse.BatchIndexAndErrorMessage.random(version: version, from: &values) } }
        if version >= 8 { message.errorMessage = values.oneIn(4) ? nil : values.string() }
        if version >= 10 { message.currentLeader = ProduceResponse.LeaderIdAndEpoch.random(version: version, from: &values) }
        return message
    }
}

extension ProduceResponse.BatchIndexAndErrorMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.batchIndex = values.integer()
        message.batchIndexErrorMessage = values.oneIn(4) ? nil : values.string()
        return message
    }
}

extension ProduceResponse.LeaderIdAndEpoch {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.leaderId = values.integer()
        message.leaderEpoch = values.integer()
        return message
    }
}

extension ProduceResponse.NodeEndpoint {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.nodeId = values.integer()
        message.host = values.string()
        message.port = values.integer()
        message.rack = values.oneIn(4) ? nil : values.string()
        return message
    }
}
