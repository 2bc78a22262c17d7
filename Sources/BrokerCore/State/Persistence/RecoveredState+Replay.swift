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
        case .transaction(let transaction):
            transactions.put(transaction)
        case .transactionForgotten(let id):
            transactions.remove([id])
        case .transactionGrown(let id, let partitions, let group, let moment):
            if let before = transactions[id] {
                transactions.put(before.adding(partitions: partitions, group: group, at: moment))
            }
        case .topicPlaced(let id, let replicas):
            topics[id]?.placement = replicas
        case .scramUserSet, .scramUserRemoved, .loginSeed:
            logins.apply(entry)
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
        case .pending(let group, let producerID, let topic, let partition, let offset):
            pendingOffsets.add(offset, group: group, producerID: producerID, topic: topic, partition: partition)
        case .pendingDecided(let group, let producerID, let isCommitted):
            guard let pending = pendingOffsets.take(group, producerID), isCommitted else { return }
            groups.findOrMake(group)
            groups.update(group) { $0.offsets.merge(pending) }
        case .assigned(let group, let epoch, let assignmentEpoch, let fingerprint):
            groups.findOrMake(group)
            groups.update(group) { group in
                group.becomeAssigned()
                group.assigned?.resume(epoch: epoch, assignmentEpoch: assignmentEpoch, topicsFingerprint: fingerprint)
            }
        case .assignedMember(let group, let member):
            groups.update(group) { $0.assigned?.put(member) }
        case .assignedMemberRemoved(let group, let member):
            groups.update(group) { $0.assigned?.remove(member) }
        case .configs(let group, let configs):
            groups.configs[group] = configs.isEmpty ? nil : configs
        case .unassigned(let group):
            groups.update(group) { $0.assigned = nil }
        }
    }

    /// The fewest entries that say the same.
    static func entries(
        clusterID: KafkaUUID, nodeID: Int32, topics: TopicTable, configs: BrokerConfigs, acls: AclStore,
        producerIDs: ProducerIDAllocator, transactions: TransactionTable
    ) -> [MetadataEntry] {
        var entries: [MetadataEntry] = [.identity(clusterID: clusterID, nodeID: nodeID)]
        if !configs.clusterWide.isEmpty { entries.append(.brokerConfigs(clusterWide: true, configs: configs.clusterWide)) }
        if !configs.dynamic.isEmpty { entries.append(.brokerConfigs(clusterWide: false, configs: configs.dynamic)) }
        for topic in topics.all {
            entries += MetadataEntry.entries(making: topic)
        }
        entries += acls.bindings.map { .aclAdded($0) }
        if producerIDs.reserved > 0 { entries.append(.producerIDsReserved(end: producerIDs.reserved)) }
        entries += transactions.all.map { .transaction($0) }
        return entries
    }

    static func entries(_ pending: PendingOffsets) -> [GroupEntry] {
        pending.byGroup.sorted { $0.key < $1.key }.flatMap { group, producers in
            producers.sorted { $0.key < $1.key }.flatMap { producerID, offsets in
                offsets.byTopic.sorted { $0.key < $1.key }.flatMap { topic, partitions in
                    partitions.sorted { $0.key < $1.key }.map {
                        GroupEntry.pending(group: group, producerID: producerID, topic: topic, partition: $0.key, $0.value)
                    }
                }
            }
        }
    }

    static func entries(_ groups: GroupTable) -> [GroupEntry] {
        let configs = groups.configs.sorted { $0.key < $1.key }.map { GroupEntry.configs(group: $0.key, configs: $0.value) }
        return configs + groups.all.flatMap { group -> [GroupEntry] in
            let type = group.protocolType.map { [GroupEntry.protocolType(group: group.id, type: $0)] } ?? []
            return type + group.assignedEntries + group.offsets.byTopic.sorted { $0.key < $1.key }.flatMap { topic, partitions in
                partitions.sorted { $0.key < $1.key }.map {
                    .committed(group: group.id, topic: topic, partition: $0.key, $0.value)
                }
            }
        }
    }
}
