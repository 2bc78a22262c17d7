// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension DescribeGroupsRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.groups = values.array { values in values.string() }
        if version >= 3 { message.includeAuthorizedOperations = values.bool() }
        return message
    }
}

extension DescribeGroupsResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        if version >= 1 { message.throttleTimeMs = values.integer() }
        message.groups = values.array { values in DescribeGroupsResponse.DescribedGroup.random(version: version, from: &values) }
        return message
    }
}

extension DescribeGroupsResponse.DescribedGroup {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.errorCode = ErrorCode(rawValue: values.integer())
        if version >= 6 { message.errorMessage = values.oneIn(4) ? nil : values.string() }
        message.groupId = values.string()
        message.groupState = values.string()
        message.protocolType = values.string()
        message.protocolData = values.string()
        message.members = values.array { values in DescribeGroupsResponse.DescribedGroupMember.random(version: version, from: &values) }
        if version >= 3 { message.authorizedOperations = values.integer() }
        return message
    }
}

extension DescribeGroupsResponse.DescribedGroupMember {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.memberId = values.string()
        if version >= 4 { message.groupInstanceId = values.oneIn(4) ? nil : values.string() }
        message.clientId = values.string()
        message.clientHost = values.string()
        message.memberMetadata = values.bytes()
        message.memberAssignment = values.bytes()
        return message
    }
}
