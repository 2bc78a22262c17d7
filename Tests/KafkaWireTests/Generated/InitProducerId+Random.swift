// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension InitProducerIdRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.transactionalId = values.oneIn(4) ? nil : values.string()
        message.transactionTimeoutMs = values.integer()
        if version >= 3 { message.producerId = values.integer() }
        if version >= 3 { message.producerEpoch = values.integer() }
        return message
    }
}

extension InitProducerIdResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.throttleTimeMs = values.integer()
        message.errorCode = ErrorCode(rawValue: values.integer())
        message.producerId = values.integer()
        message.producerEpoch = values.integer()
        return message
    }
}
