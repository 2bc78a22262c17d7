// Generated from Specs/kafka by `swift run heddle-dev generate`. Do not edit.

import KafkaWire

extension DescribeConfigsRequest: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.resources = values.array { values in DescribeConfigsRequest.DescribeConfigsResource.random(version: version, from: &values) }
        message.includeSynonyms = values.bool()
        if version >= 3 { message.includeDocumentation = values.bool() }
        return message
    }
}

extension DescribeConfigsRequest.DescribeConfigsResource {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.resourceType = values.integer()
        message.resourceName = values.string()
        message.configurationKeys = values.oneIn(4) ? nil : values.array { values in values.string() }
        return message
    }
}

extension DescribeConfigsResponse: RandomMessage {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.throttleTimeMs = values.integer()
        message.results = values.array { values in DescribeConfigsResponse.DescribeConfigsResult.random(version: version, from: &values) }
        return message
    }
}

extension DescribeConfigsResponse.DescribeConfigsResult {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.errorCode = ErrorCode(rawValue: values.integer())
        message.errorMessage = values.oneIn(4) ? nil : values.string()
        message.resourceType = values.integer()
        message.resourceName = values.string()
        message.configs = values.array { values in DescribeConfigsResponse.DescribeConfigsResourceResult.random(version: version, from: &values) }
        return message
    }
}

extension DescribeConfigsResponse.DescribeConfigsResourceResult {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        message.value = values.oneIn(4) ? nil : values.string()
        message.readOnly = values.bool()
        message.configSource = values.integer()
        message.isSensitive = values.bool()
        message.synonyms = values.array { values in DescribeConfigsResponse.DescribeConfigsSynonym.random(version: version, from: &values) }
        if version >= 3 { message.configType = values.integer() }
        if version >= 3 { message.documentation = values.oneIn(4) ? nil : values.string() }
        return message
    }
}

extension DescribeConfigsResponse.DescribeConfigsSynonym {
    static func random(version: Int16, from values: inout RandomValues) -> Self {
        var message = Self()
        message.name = values.string()
        message.value = values.oneIn(4) ? nil : values.string()
        message.source = values.integer()
        return message
    }
}
