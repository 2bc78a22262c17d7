import KafkaWire
import MeshModel

/// The configs of some topics in one request.
func describeConfigsRequest(of topics: some Sequence<String>) -> DescribeConfigsRequest {
    DescribeConfigsRequest(
        resources: topics.map { .init(resourceType: ConfigResource.topic, resourceName: $0, configurationKeys: nil) })
}

/// A DescribeConfigs response → each topic's entries. Throws the first refusal.
///
/// A value whose source is not told counts as set on the topic: what equals the manifest then needs no change, and what
/// nobody declares is left alone in any case.
func readTopicConfigs(
    _ response: DescribeConfigsResponse
) throws(TopicNotTold) -> [String: [String: ObservedTopic.ConfigEntry]] {
    var configs: [String: [String: ObservedTopic.ConfigEntry]] = [:]
    for result in response.results where result.resourceType == ConfigResource.topic {
        guard result.errorCode == .none else {
            throw TopicNotTold(topic: result.resourceName, code: result.errorCode, message: result.errorMessage)
        }
        var entries: [String: ObservedTopic.ConfigEntry] = [:]
        entries.reserveCapacity(result.configs.count)
        for config in result.configs {
            entries[config.name] = .init(value: config.value, isSetOnTopic: ConfigSource.mayBeTopic(config.configSource))
        }
        configs[result.resourceName] = entries
    }
    return configs
}

/// What one broker says of topics and rules that say nothing: `num.partitions`, `default.replication.factor`, `allow.everyone.if.no.acl.found`.
func describeDefaultsRequest(of broker: Int32) -> DescribeConfigsRequest {
    DescribeConfigsRequest(
        resources: [.init(resourceType: ConfigResource.broker, resourceName: "\(broker)", configurationKeys: [partitionsKey, replicationKey, openKey])])
}

/// nil when the broker does not tell, be it for want of permission.
func readDefaultPartitions(_ response: DescribeConfigsResponse) -> Int? {
    guard let result = response.results.first, result.errorCode == .none else { return nil }
    return result.configs.first { $0.name == partitionsKey }?.value.flatMap { Int($0) }
}

/// nil when the broker does not tell.
func readDefaultReplication(_ response: DescribeConfigsResponse) -> Int? {
    guard let result = response.results.first, result.errorCode == .none else { return nil }
    return result.configs.first { $0.name == replicationKey }?.value.flatMap { Int($0) }
}

/// Whether resources without rules are open to everybody.
func readAllowsWithoutRules(_ response: DescribeConfigsResponse) -> Bool {
    guard let result = response.results.first, result.errorCode == .none else { return false }
    return result.configs.first { $0.name == openKey }?.value?.lowercased() == "true"
}

private let partitionsKey = "num.partitions"
private let replicationKey = "default.replication.factor"
private let openKey = "allow.everyone.if.no.acl.found"

/// Whether a DescribeConfigs response says of every value where it comes from.
func tellsSources(_ response: DescribeConfigsResponse) -> Bool {
    response.results.allSatisfy { $0.configs.allSatisfy { ConfigSource.isTold($0.configSource) } }
}

private enum ConfigSource {
    /// DYNAMIC_TOPIC_CONFIG (KIP-226).
    static let topic: Int8 = 1

    /// 0 is UNKNOWN_CONFIG, and -1 what we read where a response has no sources.
    static func isTold(_ source: Int8) -> Bool { source > 0 }

    static func mayBeTopic(_ source: Int8) -> Bool { source == topic || !isTold(source) }
}
