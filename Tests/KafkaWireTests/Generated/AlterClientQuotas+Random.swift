// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension AlterClientQuotasRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.entries = values.array { values in AlterClientQuotasRequest.Entry.random(version: version, from: &values) }
        message.validateOnly = values.bool()
        return message
    }
}

extension AlterClientQuotasRequest.Entry {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.entity = values.array { values in AlterClientQuotasRequest.Entity.random(version: version, from: &values) }
        message.ops = values.array { values in AlterClientQuotasRequest.Operation.random(version: version, from: &values) }
        return message
    }
}

extension AlterClientQuotasRequest.Entity {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.entityType = values.string()
        message.entityName = values.oneIn(4) ? nil : values.string()
        return message
    }
}

extension AlterClientQuotasRequest.Operation {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.key = values.string()
        message.value = values.double()
        message.remove = values.bool()
        return message
    }
}

extension AlterClientQuotasResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.throttleTimeMs = values.integer()
        message.entries = values.array { values in AlterClientQuotasResponse.Entry.random(version: version, from: &values) }
        return message
    }
}

extension AlterClientQuotasResponse.Entry {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.errorCode = ErrorCode(rawValue: values.integer())
        message.errorMessage = values.oneIn(4) ? nil : values.string()
        message.entity = values.array { values in AlterClientQuotasResponse.Entity.random(version: version, from: &values) }
        return message
    }
}

extension AlterClientQuotasResponse.Entity {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.entityType = values.string()
        message.entityName = values.oneIn(4) ? nil : values.string()
        return message
    }
}
