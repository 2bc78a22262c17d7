// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension FindCoordinatorRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        if version <= 3 { message.key = values.string() }
        if version >= 1 { message.keyType = values.integer() }
        if version >= 4 { message.coordinatorKeys = values.array { values in values.string() } }
        return message
    }
}

extension FindCoordinatorResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        if version >= 1 { message.throttleTimeMs = values.integer() }
        if version <= 3 { message.errorCode = ErrorCode(rawValue: values.integer()) }
        if version >= 1 && version <= 3 { message.errorMessage = values.oneIn(4) ? nil : values.string() }
        if version <= 3 { message.nodeId = values.integer() }
        if version <= 3 { message.host = values.string() }
        if version <= 3 { message.port = values.integer() }
        if version >= 4 { message.coordinators = values.array { values in FindCoordinatorResponse.Coordinator.random(version: version, from: &values) } }
        return message
    }
}

extension FindCoordinatorResponse.Coordinator {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.key = values.string()
        message.nodeId = values.integer()
        message.host = values.string()
        message.port = values.integer()
        message.errorCode = ErrorCode(rawValue: values.integer())
        message.errorMessage = values.oneIn(4) ? nil : values.string()
        return message
    }
}
