// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension DescribeTransactionsRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.transactionalIds = values.array { values in values.string() }
        return message
    }
}

extension DescribeTransactionsResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.throttleTimeMs = values.integer()
        message.transactionStates = values.array { values in DescribeTransactionsResponse.TransactionState.random(version: version, from: &values) }
        return message
    }
}

extension DescribeTransactionsResponse.TransactionState {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.errorCode = ErrorCode(rawValue: values.integer())
        message.transactionalId = values.string()
        message.transactionState = values.string()
        message.transactionTimeoutMs = values.integer()
        message.transactionStartTimeMs = values.integer()
        message.producerId = values.integer()
        message.producerEpoch = values.integer()
        message.topics = values.array { values in DescribeTransactionsResponse.Topic.random(version: version, from: &values) }
        return message
    }
}

extension DescribeTransactionsResponse.Topic {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.topic = values.string()
        message.partitions = values.array { values in values.integer() }
        return message
    }
}
