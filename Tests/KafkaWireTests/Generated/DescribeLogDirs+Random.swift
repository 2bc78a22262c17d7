// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension DescribeLogDirsRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.topics = values.oneIn(4) ? nil : values.array { values in DescribeLogDirsRequest.DescribableLogDirTopic.random(version: version, from: &values) }
        return message
    }
}

extension DescribeLogDirsRequest.DescribableLogDirTopic {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.topic = values.string()
        message.partitions = values.array { values in values.integer() }
        return message
    }
}

extension DescribeLogDirsResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.throttleTimeMs = values.integer()
        if version >= 3 { message.errorCode = ErrorCode(rawValue: values.integer()) }
        message.results = values.array { values in DescribeLogDirsResponse.DescribeLogDirsResult.random(version: version, from: &values) }
        return message
    }
}

extension DescribeLogDirsResponse.DescribeLogDirsResult {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.errorCode = ErrorCode(rawValue: values.integer())
        message.logDir = values.string()
        message.topics = values.array { values in DescribeLogDirsResponse.DescribeLogDirsTopic.random(version: version, from: &values) }
        if version >= 4 { message.totalBytes = values.integer() }
        if version >= 4 { message.usableBytes = values.integer() }
        return message
    }
}

extension DescribeLogDirsResponse.DescribeLogDirsTopic {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        message.partitions = values.array { values in DescribeLogDirsResponse.DescribeLogDirsPartition.random(version: version, from: &values) }
        return message
    }
}

extension DescribeLogDirsResponse.DescribeLogDirsPartition {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.partitionIndex = values.integer()
        message.partitionSize = values.integer()
        message.offsetLag = values.integer()
        message.isFutureKey = values.bool()
        return message
    }
}
