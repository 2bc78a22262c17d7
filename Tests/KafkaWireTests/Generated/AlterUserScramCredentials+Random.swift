// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension AlterUserScramCredentialsRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.deletions = values.array { values in AlterUserScramCredentialsRequest.Deletion.random(version: version, from: &values) }
        message.upsertions = values.array { values in AlterUserScramCredentialsRequest.Upsertion.random(version: version, from: &values) }
        return message
    }
}

extension AlterUserScramCredentialsRequest.Deletion {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        message.mechanism = values.integer()
        return message
    }
}

extension AlterUserScramCredentialsRequest.Upsertion {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        message.mechanism = values.integer()
        message.iterations = values.integer()
        message.salt = values.bytes()
        message.saltedPassword = values.bytes()
        return message
    }
}

extension AlterUserScramCredentialsResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.throttleTimeMs = values.integer()
        message.results = values.array { values in AlterUserScramCredentialsResponse.Result.random(version: version, from: &values) }
        return message
    }
}

extension AlterUserScramCredentialsResponse.Result {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.user = values.string()
        message.errorCode = ErrorCode(rawValue: values.integer())
        message.errorMessage = values.oneIn(4) ? nil : values.string()
        return message
    }
}
