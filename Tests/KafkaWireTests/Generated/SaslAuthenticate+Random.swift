// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension SaslAuthenticateRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.authBytes = values.bytes()
        return message
    }
}

extension SaslAuthenticateResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.errorCode = ErrorCode(rawValue: values.integer())
        message.errorMessage = values.oneIn(4) ? nil : values.string()
        message.authBytes = values.bytes()
        if version >= 1 { message.sessionLifetimeMs = values.integer() }
        return message
    }
}
