// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension AddPartitionsToTxnRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        if version >= 4 { message.transactions = values.array { values in AddPartitionsToTxnRequest.Transaction.random(version: version, from: &values) } }
        if version <= 3 { message.transactionalId = values.string() }
        if version <= 3 { message.producerId = values.integer() }
        if version <= 3 { message.producerEpoch = values.integer() }
        if version <= 3 { message.topics = values.array { values in AddPartitionsToTxnRequest.Topic.random(version: version, from: &values) } }
        return message
    }
}

extension AddPartitionsToTxnRequest.Transaction {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.transactionalId = values.string()
        message.producerId = values.integer()
        message.producerEpoch = values.integer()
        message.verifyOnly = values.bool()
        message.topics = values.array { values in AddPartitionsToTxnRequest.TransactionTopic.random(version: version, from: &values) }
        return message
    }
}

extension AddPartitionsToTxnRequest.TransactionTopic {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        message.partitions = values.array { values in values.integer() }
        return message
    }
}

extension AddPartitionsToTxnRequest.Topic {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        message.partitions = values.array { values in values.integer() }
        return message
    }
}

extension AddPartitionsToTxnResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.throttleTimeMs = values.integer()
        if version >= 4 { message.errorCode = ErrorCode(rawValue: values.integer()) }
        if version >= 4 { message.resultsByTransaction = values.array { values in AddPartitionsToTxnResponse.TransactionResult.random(version: version, from: &values) } }
        if version <= 3 { message.resultsByTopic = values.array { values in AddPartitionsToTxnResponse.TopicResult.random(version: version, from: &values) } }
        return message
    }
}

extension AddPartitionsToTxnResponse.TransactionResult {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.transactionalId = values.string()
        message.topicResults = values.array { values in AddPartitionsToTxnResponse.TransactionTopicResult.random(version: version, from: &values) }
        return message
    }
}

extension AddPartitionsToTxnResponse.TransactionTopicResult {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        message.resultsByPartition = values.array { values in AddPartitionsToTxnResponse.TransactionPartitionResult.random(version: version, from: &values) }
        return message
    }
}

extension AddPartitionsToTxnResponse.TransactionPartitionResult {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.partitionIndex = values.integer()
        message.partitionErrorCode = ErrorCode(rawValue: values.integer())
        return message
    }
}

extension AddPartitionsToTxnResponse.TopicResult {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        message.resultsByPartition = values.array { values in AddPartitionsToTxnResponse.PartitionResult.random(version: version, from: &values) }
        return message
    }
}

extension AddPartitionsToTxnResponse.PartitionResult {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.partitionIndex = values.integer()
        message.partitionErrorCode = ErrorCode(rawValue: values.integer())
        return message
    }
}
