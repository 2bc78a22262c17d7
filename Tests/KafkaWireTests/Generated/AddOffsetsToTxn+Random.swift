// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension AddOffsetsToTxnRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.transactionalId = values.string()
        message.producerId = values.integer()
        message.producerEpoch = values.integer()
        message.groupId = values.string()
        return message
    }
}

extension AddOffsetsToTxnResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.throttleTimeMs = values.integer()
        message.errorCode = ErrorCode(rawValue: values.integer())
        return message
    }
}
