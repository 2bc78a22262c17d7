// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension HeartbeatRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.groupId = values.string()
        message.generationId = values.integer()
        message.memberId = values.string()
        if version >= 3 { message.groupInstanceId = values.oneIn(4) ? nil : values.string() }
        return message
    }
}

extension HeartbeatResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        if version >= 1 { message.throttleTimeMs = values.integer() }
        message.errorCode = ErrorCode(rawValue: values.integer())
        return message
    }
}
