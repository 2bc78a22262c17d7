// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension LeaveGroupRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.groupId = values.string()
        if version <= 2 { message.memberId = values.string() }
        if version >= 3 { message.members = values.array { values in LeaveGroupRequest.MemberIdentity.random(version: version, from: &values) } }
        return message
    }
}

extension LeaveGroupRequest.MemberIdentity {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.memberId = values.string()
        message.groupInstanceId = values.oneIn(4) ? nil : values.string()
        if version >= 5 { message.reason = values.oneIn(4) ? nil : values.string() }
        return message
    }
}

extension LeaveGroupResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        if version >= 1 { message.throttleTimeMs = values.integer() }
        message.errorCode = ErrorCode(rawValue: values.integer())
        if version >= 3 { message.members = values.array { values in LeaveGroupResponse.MemberResponse.random(version: version, from: &values) } }
        return message
    }
}

extension LeaveGroupResponse.MemberResponse {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.memberId = values.string()
        message.groupInstanceId = values.oneIn(4) ? nil : values.string()
        message.errorCode = ErrorCode(rawValue: values.integer())
        return message
    }
}
