// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension ListTransactionsRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.stateFilters = values.array { values in values.string() }
        message.producerIdFilters = values.array { values in values.integer() }
        if version >= 1 { message.durationFilter = values.integer() }
        if version >= 2 { message.transactionalIdPattern = values.oneIn(4) ? nil : values.string() }
        return message
    }
}

extension ListTransactionsResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.throttleTimeMs = values.integer()
        message.errorCode = ErrorCode(rawValue: values.integer())
        message.unknownStateFilters = values.array { values in values.string() }
        message.transactionStates = values.array { values in ListTransactionsResponse.TransactionState.random(version: version, from: &values) }
        return message
    }
}

extension ListTransactionsResponse.TransactionState {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.transactionalId = values.string()
        message.producerId = values.integer()
        message.transactionState = values.string()
        return message
    }
}
