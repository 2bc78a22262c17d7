import KafkaWire

/// DescribeConfigs 1-4, of topics and of the broker: every config that is known, where its value comes from,
/// and, when asked, its synonyms (all levels that say something) and documentation.
extension Broker {
    private typealias Result = DescribeConfigsResponse.DescribeConfigsResult
    private typealias Entry = DescribeConfigsResponse.DescribeConfigsResourceResult

    func describeConfigs(_ request: DescribeConfigsRequest, _ call: Call) {
        // Most topics say little of their own: what they all inherit is worked out once.
        let hasTopics = request.resources.contains { $0.resourceType == ConfigResource.topicType }
        let inherited = hasTopics
            ? ConfigTable.topic.keys.compactMap { describe(configs.synonyms(of: $0, topic: [:]), of: $0, request) } : []
        let results = request.resources.map { asked -> Result in
            do throws(TopicRefusal) {
                let resource = try configResource(
                    type: asked.resourceType, name: asked.resourceName, .describeConfigs, call)
                let wanted = asked.configurationKeys.map(Set.init)
                if case .topic(let topic) = resource, wanted == nil {
                    var entries = inherited
                    for name in topic.overrides.keys {
                        guard let place = ConfigTable.topic.place(of: name) else { continue }
                        let key = ConfigTable.topic.keys[place]
                        if let entry = describe(synonyms(of: key, for: resource), of: key, request) { entries[place] = entry }
                    }
                    return Result(
                        errorCode: .none, errorMessage: nil, resourceType: asked.resourceType,
                        resourceName: asked.resourceName, configs: entries)
                }
                return Result(
                    errorCode: .none, errorMessage: nil, resourceType: asked.resourceType,
                    resourceName: asked.resourceName,
                    configs: resource.table.keys.compactMap { key in
                        guard wanted?.contains(key.name) ?? true else { return nil }
                        return describe(synonyms(of: key, for: resource), of: key, request)
                    })
            } catch {
                return Result(
                    errorCode: error.error, errorMessage: error.message, resourceType: asked.resourceType,
                    resourceName: asked.resourceName, configs: [])
            }
        }
        reply(call.id, DescribeConfigsResponse(results: results))
    }

    /// All levels that say something about `key`, the one that counts first.
    private func synonyms(of key: ConfigKey, for resource: ConfigResource) -> [ConfigValue] {
        switch resource {
        case .topic(let topic):
            configs.synonyms(of: key, topic: topic.overrides)
        case .broker(clusterWide: true):
            // The cluster-wide resource shows what was set there and nothing else.
            configs.clusterWide[key.name].map { [.init(name: key.name, value: $0, source: .dynamicClusterWide)] } ?? []
        case .broker(clusterWide: false):
            configs.synonyms(of: key)
        case .group(let name):
            (groups.configs[name]?[key.name].map { [ConfigValue(name: key.name, value: $0, source: .group)] } ?? [])
                + [ConfigValue(name: key.name, value: key.defaultValue, source: .kafkaDefault)]
        }
    }

    private func describe(_ synonyms: [ConfigValue], of key: ConfigKey, _ request: DescribeConfigsRequest) -> Entry? {
        guard let counting = synonyms.first else { return nil }
        return Entry(
            name: key.name,
            value: counting.value,
            readOnly: !key.isDynamic,
            configSource: counting.source.rawValue,
            isSensitive: false,
            synonyms: request.includeSynonyms
                ? synonyms.filter { $0.value != nil }.map { .init(name: $0.name, value: $0.value, source: $0.source.rawValue) }
                : [],
            configType: key.type.wireCode,
            documentation: request.includeDocumentation ? key.documentation : nil)
    }
}
