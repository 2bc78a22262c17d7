// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension DescribeClusterRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.includeClusterAuthorizedOperations = values.bool()
        if version >= 1 { message.endpointType = values.integer() }
        if version >= 2 { message.includeFencedBrokers = values.bool() }
        return message
    }
}

extension DescribeClusterResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.throttleTimeMs = values.integer()
        message.errorCode = ErrorCode(rawValue: values.integer())
        message.errorMessage = values.oneIn(4) ? nil : values.string()
        if version >= 1 { message.endpointType = values.integer() }
        message.clusterId = values.string()
        message.controllerId = values.integer()
        message.brokers = values.array { values in DescribeClusterResponse.DescribeClusterBroker.random(version: version, from: &values) }
        message.clusterAuthorizedOperations = values.integer()
        return message
    }
}

extension DescribeClusterResponse.DescribeClusterBroker {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.brokerId = values.integer()
        message.host = values.string()
        message.port = values.integer()
        message.rack = values.oneIn(4) ? nil : values.string()
        if version >= 2 { message.isFenced = values.bool() }
        return message
    }
}
