/// Where a config's value comes from. Raw values are DescribeConfigs' codes.
enum ConfigSource: Int8 {
    case topic = 1
    case dynamicBroker = 2
    case dynamicClusterWide = 3
    case staticBroker = 4
    case kafkaDefault = 5
    case group = 8
}

/// A config's value and the level that gives it. `name` is the config's name at that level.
struct ConfigValue: Equatable {
    var name: String
    var value: String?
    var source: ConfigSource
}

/// The broker's own configs: those it was started with and those that clients changed.
struct BrokerConfigs {
    /// Given at the start, by broker config name.
    var fixed: [String: String] = [:]
    /// Altered by clients, for this broker and for all brokers.
    var dynamic: [String: String] = [:]
    var clusterWide: [String: String] = [:]

    /// All levels that say something about a broker config, the one that counts first.
    func synonyms(of key: ConfigKey) -> [ConfigValue] {
        var values: [ConfigValue] = []
        if let value = dynamic[key.name] { values.append(.init(name: key.name, value: value, source: .dynamicBroker)) }
        if let value = clusterWide[key.name] {
            values.append(.init(name: key.name, value: value, source: .dynamicClusterWide))
        }
        if let value = fixed[key.name] { values.append(.init(name: key.name, value: value, source: .staticBroker)) }
        values.append(.init(name: key.name, value: key.defaultValue, source: .kafkaDefault))
        return values
    }

    /// All levels that say something about a topic's config, the one that counts first.
    func synonyms(of key: ConfigKey, topic overrides: [String: String]) -> [ConfigValue] {
        var values: [ConfigValue] = []
        if let value = overrides[key.name] { values.append(.init(name: key.name, value: value, source: .topic)) }
        if let broker = key.brokerSynonym, let brokerKey = ConfigTable.broker[broker] {
            values += synonyms(of: brokerKey)
        } else {
            values.append(.init(name: key.name, value: key.defaultValue, source: .kafkaDefault))
        }
        return values
    }

    /// What counts for a topic, as text.
    func effective(_ name: String, topic overrides: [String: String]) -> String {
        if let value = overrides[name] { return value }
        guard let key = ConfigTable.topic[name] else { return "" }
        return synonyms(of: key, topic: overrides).first?.value ?? ""
    }
}
