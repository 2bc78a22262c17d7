// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension WriteTxnMarkersRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.markers = values.array { values in WriteTxnMarkersRequest.Marker.random(version: version, from: &values) }
        return message
    }
}

extension WriteTxnMarkersRequest.Marker {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.producerId = values.integer()
        message.producerEpoch = values.integer()
        message.transactionResult = values.bool()
        message.topics = values.array { values in WriteTxnMarkersRequest.Topic.random(version: version, from: &values) }
        message.coordinatorEpoch = values.integer()
        if version >= 2 { message.transactionVersion = values.integer() }
        return message
    }
}

extension WriteTxnMarkersRequest.Topic {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        message.partitionIndexes = values.array { values in values.integer() }
        return message
    }
}

extension WriteTxnMarkersResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.markers = values.array { values in WriteTxnMarkersResponse.Marker.random(version: version, from: &values) }
        return message
    }
}

extension WriteTxnMarkersResponse.Marker {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.producerId = values.integer()
        message.topics = values.array { values in WriteTxnMarkersResponse.Topic.random(version: version, from: &values) }
        return message
    }
}

extension WriteTxnMarkersResponse.Topic {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        message.partitions = values.array { values in WriteTxnMarkersResponse.Partition.random(version: version, from: &values) }
        return message
    }
}

extension WriteTxnMarkersResponse.Partition {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.partitionIndex = values.integer()
        message.errorCode = ErrorCode(rawValue: values.integer())
        return message
    }
}
