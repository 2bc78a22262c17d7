// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension DescribeUserScramCredentialsRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.users = values.oneIn(4) ? nil : values.array { values in DescribeUserScramCredentialsRequest.User.random(version: version, from: &values) }
        return message
    }
}

extension DescribeUserScramCredentialsRequest.User {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        return message
    }
}

extension DescribeUserScramCredentialsResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.throttleTimeMs = values.integer()
        message.errorCode = ErrorCode(rawValue: values.integer())
        message.errorMessage = values.oneIn(4) ? nil : values.string()
        message.results = values.array { values in DescribeUserScramCredentialsResponse.Result.random(version: version, from: &values) }
        return message
    }
}

extension DescribeUserScramCredentialsResponse.Result {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.user = values.string()
        message.errorCode = ErrorCode(rawValue: values.integer())
        message.errorMessage = values.oneIn(4) ? nil : values.string()
        message.credentialInfos = values.array { values in DescribeUserScramCredentialsResponse.CredentialInfo.random(version: version, from: &values) }
        return message
    }
}

extension DescribeUserScramCredentialsResponse.CredentialInfo {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.mechanism = values.integer()
        message.iterations = values.integer()
        return message
    }
}
