// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension EndTxnRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.transactionalId = values.string()
        message.producerId = values.integer()
        message.producerEpoch = values.integer()
        message.committed = values.bool()
        return message
    }
}

extension EndTxnResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.throttleTimeMs = values.integer()
        message.errorCode = ErrorCode(rawValue: values.integer())
        if version >= 5 { message.producerId = values.integer() }
        if version >= 5 { message.producerEpoch = values.integer() }
        return message
    }
}
