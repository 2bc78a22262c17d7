import KafkaWire

/// Journal entries → what they left behind. Entries about what is gone again do nothing.
extension RecoveredState {
    mutating func apply(_ entry: MetadataEntry) {
        switch entry {
        case .identity(let clusterID, _):
            self.clusterID = clusterID
        case .topicCreated(let name, let id, let partitions, let configs):
            topics.insert(Topic(
                name: name, id: id, partitions: partitions, overrides: configs,
                settings: TopicSettings(overrides: configs, broker: self.configs)))
        case .topicDeleted(let id):
            topics.remove([id])
        case .partitionsGrown(let id, let partitions):
            if let topic = topics[id] { topics.grow(topic, to: partitions) }
        case .topicConfigs(let id, let configs):
            topics[id]?.overrides = configs
        case .brokerConfigs(let clusterWide, let values):
            if clusterWide { configs.clusterWide = values } else { configs.dynamic = values }
        case .aclAdded(let binding):
            acls.insert(binding)
        case .aclRemoved(let binding):
            acls.remove(binding)
        case .producerIDsReserved(let end):
            producerIDs = ProducerIDAllocator(reserved: max(end, producerIDs.reserved))
        }
    }

    mutating func apply(_ entry: GroupEntry) {
        switch entry {
        case .committed(let group, let topic, let partition, let committed):
            groups.findOrMake(group)
            groups.update(group) { $0.offsets[topic, partition] = committed }
        case .offsetRemoved(let group, let topic, let partition):
            groups.update(group) { $0.offsets[topic, partition] = nil }
        case .groupRemoved(let group):
            groups.remove(group)
        case .protocolType(let group, let type):
            groups.findOrMake(group)
            groups.update(group) { $0.protocolType = type }
        }
    }

    /// The fewest entries that say the same.
    static func entries(
        clusterID: KafkaUUID, nodeID: Int32, topics: TopicTable, configs: BrokerConfigs, acls: AclStore,
        producerIDs: ProducerIDAllocator
    ) -> [MetadataEntry] {
        var entries: [MetadataEntry] = [.identity(clusterID: clusterID, nodeID: nodeID)]
        if !configs.clusterWide.isEmpty { entries.append(.brokerConfigs(clusterWide: true, configs: configs.clusterWide)) }
        if !configs.dynamic.isEmpty { entries.append(.brokerConfigs(clusterWide: false, configs: configs.dynamic)) }
        for topic in topics.all {
            entries.append(.topicCreated(
                name: topic.name, id: topic.id, partitions: Int32(topic.partitions.count), configs: topic.overrides))
        }
        entries += acls.bindings.map { .aclAdded($0) }
        if producerIDs.reserved > 0 { entries.append(.producerIDsReserved(end: producerIDs.reserved)) }
        return entries
    }

    static func entries(_ groups: GroupTable) -> [GroupEntry] {
        groups.all.flatMap { group -> [GroupEntry] in
            let type = group.protocolType.map { [GroupEntry.protocolType(group: group.id, type: $0)] } ?? []
            return type + group.offsets.byTopic.sorted { $0.key < $1.key }.flatMap { topic, partitions in
                partitions.sorted { $0.key < $1.key }.map {
                    .committed(group: group.id, topic: topic, partition: $0.key, $0.value)
                }
            }
        }
    }
}
