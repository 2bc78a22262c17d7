// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension ListGroupsRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        if version >= 4 { message.statesFilter = values.array { values in values.string() } }
        if version >= 5 { message.typesFilter = values.array { values in values.string() } }
        return message
    }
}

extension ListGroupsResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        if version >= 1 { message.throttleTimeMs = values.integer() }
        message.errorCode = ErrorCode(rawValue: values.integer())
        message.groups = values.array { values in ListGroupsResponse.ListedGroup.random(version: version, from: &values) }
        return message
    }
}

extension ListGroupsResponse.ListedGroup {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.groupId = values.string()
        message.protocolType = values.string()
        if version >= 4 { message.groupState = values.string() }
        if version >= 5 { message.groupType = values.string() }
        return message
    }
}
