// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension JoinGroupRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.groupId = values.string()
        message.sessionTimeoutMs = values.integer()
        if version >= 1 { message.rebalanceTimeoutMs = values.integer() }
        message.memberId = values.string()
        if version >= 5 { message.groupInstanceId = values.oneIn(4) ? nil : values.string() }
        message.protocolType = values.string()
        message.protocols = values.array { values in JoinGroupRequest.JoinGroupRequestProtocol.random(version: version, from: &values) }
        if version >= 8 { message.reason = values.oneIn(4) ? nil : values.string() }
        return message
    }
}

extension JoinGroupRequest.JoinGroupRequestProtocol {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        message.metadata = values.bytes()
        return message
    }
}

extension JoinGroupResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        if version >= 2 { message.throttleTimeMs = values.integer() }
        message.errorCode = ErrorCode(rawValue: values.integer())
        message.generationId = values.integer()
        if version >= 7 { message.protocolType = values.oneIn(4) ? nil : values.string() }
        message.protocolName = version >= 7 && values.oneIn(4) ? nil : values.string()
        message.leader = values.string()
        if version >= 9 { message.skipAssignment = values.bool() }
        message.memberId = values.string()
        message.members = values.array { values in JoinGroupResponse.JoinGroupResponseMember.random(version: version, from: &values) }
        return message
    }
}

extension JoinGroupResponse.JoinGroupResponseMember {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.memberId = values.string()
        if version >= 5 { message.groupInstanceId = values.oneIn(4) ? nil : values.string() }
        message.metadata = values.bytes()
        return message
    }
}
