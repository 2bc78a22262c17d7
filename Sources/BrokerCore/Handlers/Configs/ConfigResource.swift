import KafkaWire

/// Whose configs are meant.
enum ConfigResource {
    case topic(Topic)
    case broker(clusterWide: Bool)
    case group(String)

    /// The codes of resource types on the wire.
    static let topicType: Int8 = 2
    static let brokerType: Int8 = 4
    static let brokerLoggerType: Int8 = 8
    static let clientMetricsType: Int8 = 16
    static let groupType: Int8 = 32

    var table: ConfigTable {
        switch self {
        case .topic: .topic
        case .broker: .broker
        case .group: .group
        }
    }
}

extension Broker {
    /// Finds the resource that a request names by type and name.
    func configResource(
        type: Int8, name: String, _ operation: AclOperation, _ call: Call
    ) throws(TopicRefusal) -> ConfigResource {
        switch type {
        case ConfigResource.topicType:
            guard isAllowed(call, operation, on: .topic(name)) else {
                throw .init(.topicAuthorizationFailed, ErrorCode.topicAuthorizationFailed.message)
            }
            if let complaint = TopicName.complaint(about: name) { throw .init(.invalidTopicException, complaint) }
            guard let topic = topics[name] else {
                throw .init(.unknownTopicOrPartition, ErrorCode.unknownTopicOrPartition.message)
            }
            guard operation != .alterConfigs || !topic.isInternal else { throw .init(internal: topic) }
            return .topic(topic)
        case ConfigResource.brokerType:
            guard isAllowed(call, operation, on: .cluster) else {
                throw .init(.clusterAuthorizationFailed, ErrorCode.clusterAuthorizationFailed.message)
            }
            if name.isEmpty { return .broker(clusterWide: true) }
            guard isAlone ? name == String(settings.nodeID) : nodeIDs.contains(where: { name == String($0) }) else {
                throw .init(
                    .invalidRequest,
                    "Unexpected broker id, expected \(settings.nodeID) or empty string, but received \(name.quotedForMessage).")
            }
            return .broker(clusterWide: false)
        case ConfigResource.groupType:
            guard isAllowed(call, operation, on: .group(name)) else {
                throw .init(.groupAuthorizationFailed, ErrorCode.groupAuthorizationFailed.message)
            }
            guard !name.isEmpty else { throw .init(.invalidRequest, "Default group resources are not allowed.") }
            return .group(name)
        default:
            throw .init(.invalidRequest, "Configs of resource type \(type) are not available.")
        }
    }

    /// The resource's own configs, as they were set.
    func ownConfigs(of resource: ConfigResource) -> [String: String] {
        switch resource {
        case .topic(let topic): topic.overrides
        case .broker(clusterWide: true): configs.clusterWide
        case .broker(clusterWide: false): configs.dynamic
        case .group(let name): groups.configs[name] ?? [:]
        }
    }

    /// What would count for `key` if the resource itself said nothing.
    func inheritedValue(of key: ConfigKey, for resource: ConfigResource) -> String? {
        switch resource {
        case .topic: configs.synonyms(of: key, topic: [:]).first?.value
        case .broker(clusterWide: true): configs.fixed[key.name] ?? key.defaultValue
        case .broker(clusterWide: false): configs.clusterWide[key.name] ?? configs.fixed[key.name] ?? key.defaultValue
        case .group: key.defaultValue
        }
    }

    /// Keeps and applies the resource's new configs.
    func setConfigs(_ new: [String: String], of resource: ConfigResource) throws(TopicRefusal) {
        if case .group(let name) = resource {
            guard groups.configs[name] != nil || groups.configs.count < settings.groupMaxCount else {
                throw .init(.policyViolation, "Configs of at most \(settings.groupMaxCount) groups are kept.")
            }
            guard keep(GroupEntry.configs(group: name, configs: new)) else { throw .init(.kafkaStorageError, "The configs cannot be kept.") }
            groups.configs[name] = new.isEmpty ? nil : new
            return
        }
        let entry: MetadataEntry = switch resource {
        case .topic(let topic): .topicConfigs(id: topic.id, configs: new)
        case .broker(let clusterWide): .brokerConfigs(clusterWide: clusterWide, configs: new)
        case .group: preconditionFailure("a group's configs are in the group journal")
        }
        let isOther = new != ownConfigs(of: resource)
        guard keep(entry) else { throw .init(.kafkaStorageError, "The configs cannot be kept.") }
        switch resource {
        case .topic(let topic):
            topic.overrides = new
            refreshSettings(of: topic)
            if isOther { changes.add(.config(topic: topic.name)) }
        case .broker(let clusterWide):
            if clusterWide { configs.clusterWide = new } else { configs.dynamic = new }
            for topic in topics.all { refreshSettings(of: topic) }
            if isOther { changes.add(.brokerConfig) }
        case .group: break
        }
    }
}
