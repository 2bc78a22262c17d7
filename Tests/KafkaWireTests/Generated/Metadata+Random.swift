// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension MetadataRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.topics = version >= 1 && values.oneIn(4) ? nil : values.array { values in MetadataRequest.MetadataRequestTopic.random(version: version, from: &values) }
        if version >= 4 { message.allowAutoTopicCreation = values.bool() }
        if version >= 8 && version <= 10 { message.includeClusterAuthorizedOperations = values.bool() }
        if version >= 8 { message.includeTopicAuthorizedOperations = values.bool() }
        return message
    }
}

extension MetadataRequest.MetadataRequestTopic {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        if version >= 10 { message.topicId = values.uuid() }
        message.name = version >= 10 && values.oneIn(4) ? nil : values.string()
        return message
    }
}

extension MetadataResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        if version >= 3 { message.throttleTimeMs = values.integer() }
        message.brokers = values.array { values in MetadataResponse.MetadataResponseBroker.random(version: version, from: &values) }
        if version >= 2 { message.clusterId = values.oneIn(4) ? nil : values.string() }
        if version >= 1 { message.controllerId = values.integer() }
        message.topics = values.array { values in MetadataResponse.MetadataResponseTopic.random(version: version, from: &values) }
        if version >= 8 && version <= 10 { message.clusterAuthorizedOperations = values.integer() }
        if version >= 13 { message.errorCode = ErrorCode(rawValue: values.integer()) }
        return message
    }
}

extension MetadataResponse.MetadataResponseBroker {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.nodeId = values.integer()
        message.host = values.string()
        message.port = values.integer()
        if version >= 1 { message.rack = values.oneIn(4) ? nil : values.string() }
        return message
    }
}

extension MetadataResponse.MetadataResponseTopic {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.errorCode = ErrorCode(rawValue: values.integer())
        message.name = version >= 12 && values.oneIn(4) ? nil : values.string()
        if version >= 10 { message.topicId = values.uuid() }
        if version >= 1 { message.isInternal = values.bool() }
        message.partitions = values.array { values in MetadataResponse.MetadataResponsePartition.random(version: version, from: &values) }
        if version >= 8 { message.topicAuthorizedOperations = values.integer() }
        return message
    }
}

extension MetadataResponse.MetadataResponsePartition {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.errorCode = ErrorCode(rawValue: values.integer())
        message.partitionIndex = values.integer()
        message.leaderId = values.integer()
        if version >= 7 { message.leaderEpoch = values.integer() }
        message.replicaNodes = values.array { values in values.integer() }
        message.isrNodes = values.array { values in values.integer() }
        if version >= 5 { message.offlineReplicas = values.array { values in values.integer() } }
        return message
    }
}
