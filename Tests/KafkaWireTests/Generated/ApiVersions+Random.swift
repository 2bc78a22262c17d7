// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension ApiVersionsRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        if version >= 3 { message.clientSoftwareName = values.string() }
        if version >= 3 { message.clientSoftwareVersion = values.string() }
        return message
    }
}

extension ApiVersionsResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.errorCode = ErrorCode(rawValue: values.integer())
        message.apiKeys = values.array { values in ApiVersionsResponse.ApiVersion.random(version: version, from: &values) }
        if version >= 1 { message.throttleTimeMs = values.integer() }
        if version >= 3 { message.supportedFeatures = values.array { values in ApiVersionsResponse.SupportedFeatureKey.random(version: version, from: &values) } }
        if version >= 3 { message.finalizedFeaturesEpoch = values.integer() }
        if version >= 3 { message.finalizedFeatures = values.array { values in ApiVersionsResponse.FinalizedFeatureKey.random(version: version, from: &values) } }
        if version >= 3 { message.zkMigrationReady = values.bool() }
        return message
    }
}

extension ApiVersionsResponse.ApiVersion {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.apiKey = values.integer()
        message.minVersion = values.integer()
        message.maxVersion = values.integer()
        return message
    }
}

extension ApiVersionsResponse.SupportedFeatureKey {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        message.minVersion = values.integer()
        message.maxVersion = values.integer()
        return message
    }
}

extension ApiVersionsResponse.FinalizedFeatureKey {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        message.maxVersionLevel = values.integer()
        message.minVersionLevel = values.integer()
        return message
    }
}
