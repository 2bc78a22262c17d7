// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension FetchRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        if version >= 12 { message.clusterId = values.oneIn(4) ? nil : values.string() }
        if version <= 14 { message.replicaId = values.integer() }
        if version >= 15 { message.replicaState = FetchRequest.ReplicaState.random(version: version, from: &values) }
        message.maxWaitMs = values.integer()
        message.minBytes = values.integer()
        message.maxBytes = values.integer()
        message.isolationLevel = values.integer()
        if version >= 7 { message.sessionId = values.integer() }
        if version >= 7 { message.sessionEpoch = values.integer() }
        message.topics = values.array { values in FetchRequest.FetchTopic.random(version: version, from: &values) }
        if version >= 7 { message.forgottenTopicsData = values.array { values in FetchRequest.ForgottenTopic.random(version: version, from: &values) } }
        if version >= 11 { message.rackId = values.string() }
        return message
    }
}

extension FetchRequest.ReplicaState {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.replicaId = values.integer()
        message.replicaEpoch = values.integer()
        return message
    }
}

extension FetchRequest.FetchTopic {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        if version <= 12 { message.topic = values.string() }
        if version >= 13 { message.topicId = values.uuid() }
        message.partitions = values.array { values in FetchRequest.FetchPartition.random(version: version, from: &values) }
        return message
    }
}

extension FetchRequest.FetchPartition {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.partition = values.integer()
        if version >= 9 { message.currentLeaderEpoch = values.integer() }
        message.fetchOffset = values.integer()
        if version >= 12 { message.lastFetchedEpoch = values.integer() }
        if version >= 5 { message.logStartOffset = values.integer() }
        message.partitionMaxBytes = values.integer()
        if version >= 17 { message.replicaDirectoryId = values.uuid() }
        return message
    }
}

extension FetchRequest.ForgottenTopic {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        if version <= 12 { message.topic = values.string() }
        if version >= 13 { message.topicId = values.uuid() }
        message.partitions = values.array { values in values.integer() }
        return message
    }
}

extension FetchResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.throttleTimeMs = values.integer()
        if version >= 7 { message.errorCode = ErrorCode(rawValue: values.integer()) }
        if version >= 7 { message.sessionId = values.integer() }
        message.responses = values.array { values in FetchResponse.FetchableTopicResponse.random(version: version, from: &values) }
        if version >= 16 { message.nodeEndpoints = values.array { values in FetchResponse.NodeEndpoint.random(version: version, from: &values) } }
        return message
    }
}

extension FetchResponse.FetchableTopicResponse {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        if version <= 12 { message.topic = values.string() }
        if version >= 13 { message.topicId = values.uuid() }
        message.partitions = values.array { values in FetchResponse.PartitionData.random(version: version, from: &values) }
        return message
    }
}

extension FetchResponse.PartitionData {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.partitionIndex = values.integer()
        message.errorCode = ErrorCode(rawValue: values.integer())
        message.highWatermark = values.integer()
        message.lastStableOffset = values.integer()
        if version >= 5 { message.logStartOffset = values.integer() }
        if version >= 12 { message.divergingEpoch = FetchResponse.EpochEndOffset.random(version: version, from: &values) }
        if version >= 12 { message.currentLeader = FetchResponse.LeaderIdAndEpoch.random(version: version, from: &values) }
        if version >= 12 { message.snapshotId = FetchResponse.SnapshotId.random(version: version, from: &values) }
        message.abortedTransactions = values.oneIn(4) ? nil : values.array { values in FetchResponse.AbortedTransaction.random(version: version, from: &values) }
        if version >= 11 { message.preferredReadReplica = values.integer() }
        message.records = values.oneIn(4) ? nil : values.bytes()
        return message
    }
}

extension FetchResponse.EpochEndOffset {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.epoch = values.integer()
        message.endOffset = values.integer()
        return message
    }
}

extension FetchResponse.LeaderIdAndEpoch {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.leaderId = values.integer()
        message.leaderEpoch = values.integer()
        return message
    }
}

extension FetchResponse.SnapshotId {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.endOffset = values.integer()
        message.epoch = values.integer()
        return message
    }
}

extension FetchResponse.AbortedTransaction {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.producerId = values.integer()
        message.firstOffset = values.integer()
        return message
    }
}

extension FetchResponse.NodeEndpoint {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.nodeId = values.integer()
        message.host = values.string()
        message.port = values.integer()
        message.rack = values.oneIn(4) ? nil : values.string()
        return message
    }
}
