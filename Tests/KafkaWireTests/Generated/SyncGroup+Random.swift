// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension SyncGroupRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.groupId = values.string()
        message.generationId = values.integer()
        message.memberId = values.string()
        if version >= 3 { message.groupInstanceId = values.oneIn(4) ? nil : values.string() }
        if version >= 5 { message.protocolType = values.oneIn(4) ? nil : values.string() }
        if version >= 5 { message.protocolName = values.oneIn(4) ? nil : values.string() }
        message.assignments = values.array { values in SyncGroupRequest.SyncGroupRequestAssignment.random(version: version, from: &values) }
        return message
    }
}

extension SyncGroupRequest.SyncGroupRequestAssignment {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.memberId = values.string()
        message.assignment = values.bytes()
        return message
    }
}

extension SyncGroupResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        if version >= 1 { message.throttleTimeMs = values.integer() }
        message.errorCode = ErrorCode(rawValue: values.integer())
        if version >= 5 { message.protocolType = values.oneIn(4) ? nil : values.string() }
        if version >= 5 { message.protocolName = values.oneIn(4) ? nil : values.string() }
        message.assignment = values.bytes()
        return message
    }
}
