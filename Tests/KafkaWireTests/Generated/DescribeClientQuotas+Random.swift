// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension DescribeClientQuotasRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.components = values.array { values in DescribeClientQuotasRequest.Component.random(version: version, from: &values) }
        message.strict = values.bool()
        return message
    }
}

extension DescribeClientQuotasRequest.Component {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.entityType = values.string()
        message.matchType = values.integer()
        message.match = values.oneIn(4) ? nil : values.string()
        return message
    }
}

extension DescribeClientQuotasResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.throttleTimeMs = values.integer()
        message.errorCode = ErrorCode(rawValue: values.integer())
        message.errorMessage = values.oneIn(4) ? nil : values.string()
        message.entries = values.oneIn(4) ? nil : values.array { values in DescribeClientQuotasResponse.Entry.random(version: version, from: &values) }
        return message
    }
}

extension DescribeClientQuotasResponse.Entry {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.entity = values.array { values in DescribeClientQuotasResponse.Entity.random(version: version, from: &values) }
        message.values = values.array { values in DescribeClientQuotasResponse.Value.random(version: version, from: &values) }
        return message
    }
}

extension DescribeClientQuotasResponse.Entity {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.entityType = values.string()
        message.entityName = values.oneIn(4) ? nil : values.string()
        return message
    }
}

extension DescribeClientQuotasResponse.Value {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.key = values.string()
        message.value = values.double()
        return message
    }
}
