// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension OffsetFetchRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        if version <= 7 { message.groupId = values.string() }
        if version <= 7 { message.topics = version >= 2 && values.oneIn(4) ? nil : values.array { values in OffsetFetchRequest.OffsetFetchRequestTopic.random(version: version, from: &values) } }
        if version >= 8 { message.groups = values.array { values in OffsetFetchRequest.OffsetFetchRequestGroup.random(version: version, from: &values) } }
        if version >= 7 { message.requireStable = values.bool() }
        return message
    }
}

extension OffsetFetchRequest.OffsetFetchRequestTopic {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        message.partitionIndexes = values.array { values in values.integer() }
        return message
    }
}

extension OffsetFetchRequest.OffsetFetchRequestGroup {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.groupId = values.string()
        if version >= 9 { message.memberId = values.oneIn(4) ? nil : values.string() }
        if version >= 9 { message.memberEpoch = values.integer() }
        message.topics = values.oneIn(4) ? nil : values.array { values in OffsetFetchRequest.OffsetFetchRequestTopics.random(version: version, from: &values) }
        return message
    }
}

extension OffsetFetchRequest.OffsetFetchRequestTopics {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        message.partitionIndexes = values.array { values in values.integer() }
        return message
    }
}

extension OffsetFetchResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        if version >= 3 { message.throttleTimeMs = values.integer() }
        if version <= 7 { message.topics = values.array { values in OffsetFetchResponse.OffsetFetchResponseTopic.random(version: version, from: &values) } }
        if version >= 2 && version <= 7 { message.errorCode = ErrorCode(rawValue: values.integer()) }
        if version >= 8 { message.groups = values.array { values in OffsetFetchResponse.OffsetFetchResponseGroup.random(version: version, from: &values) } }
        return message
    }
}

extension OffsetFetchResponse.OffsetFetchResponseTopic {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        message.partitions = values.array { values in OffsetFetchResponse.OffsetFetchResponsePartition.random(version: version, from: &values) }
        return message
    }
}

extension OffsetFetchResponse.OffsetFetchResponsePartition {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.partitionIndex = values.integer()
        message.committedOffset = values.integer()
        if version >= 5 { message.committedLeaderEpoch = values.integer() }
        message.metadata = values.oneIn(4) ? nil : values.string()
        message.errorCode = ErrorCode(rawValue: values.integer())
        return message
    }
}

extension OffsetFetchResponse.OffsetFetchResponseGroup {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.groupId = values.string()
        message.topics = values.array { values in OffsetFetchResponse.OffsetFetchResponseTopics.random(version: version, from: &values) }
        message.errorCode = ErrorCode(rawValue: values.integer())
        return message
    }
}

extension OffsetFetchResponse.OffsetFetchResponseTopics {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        message.partitions = values.array { values in OffsetFetchResponse.OffsetFetchResponsePartitions.random(version: version, from: &values) }
        return message
    }
}

extension OffsetFetchResponse.OffsetFetchResponsePartitions {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.partitionIndex = values.integer()
        message.committedOffset = values.integer()
        message.committedLeaderEpoch = values.integer()
        message.metadata = values.oneIn(4) ? nil : values.string()
        message.errorCode = ErrorCode(rawValue: values.integer())
        return message
    }
}
