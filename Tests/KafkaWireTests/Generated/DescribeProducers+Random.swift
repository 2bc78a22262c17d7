// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension DescribeProducersRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.topics = values.array { values in DescribeProducersRequest.Topic.random(version: version, from: &values) }
        return message
    }
}

extension DescribeProducersRequest.Topic {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        message.partitionIndexes = values.array { values in values.integer() }
        return message
    }
}

extension DescribeProducersResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.throttleTimeMs = values.integer()
        message.topics = values.array { values in DescribeProducersResponse.Topic.random(version: version, from: &values) }
        return message
    }
}

extension DescribeProducersResponse.Topic {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        message.partitions = values.array { values in DescribeProducersResponse.Partition.random(version: version, from: &values) }
        return message
    }
}

extension DescribeProducersResponse.Partition {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.partitionIndex = values.integer()
        message.errorCode = ErrorCode(rawValue: values.integer())
        message.errorMessage = values.oneIn(4) ? nil : values.string()
        message.activeProducers = values.array { values in DescribeProducersResponse.Producer.random(version: version, from: &values) }
        return message
    }
}

extension DescribeProducersResponse.Producer {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.producerId = values.integer()
        message.producerEpoch = values.integer()
        message.lastSequence = values.integer()
        message.lastTimestamp = values.integer()
        message.coordinatorEpoch = values.integer()
        message.currentTxnStartOffset = values.integer()
        return message
    }
}
