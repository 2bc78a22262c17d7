// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension DeleteGroupsRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.groupsNames = values.array { values in values.string() }
        return message
    }
}

extension DeleteGroupsResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.throttleTimeMs = values.integer()
        message.results = values.array { values in DeleteGroupsResponse.DeletableGroupResult.random(version: version, from: &values) }
        return message
    }
}

extension DeleteGroupsResponse.DeletableGroupResult {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.groupId = values.string()
        message.errorCode = ErrorCode(rawValue: values.integer())
        return message
    }
}
