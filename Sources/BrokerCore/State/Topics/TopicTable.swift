import KafkaWire
import OrderedCollections

/// All topics, by name and by id, in the order of their making.
struct TopicTable {
    private var byName: OrderedDictionary<String, Topic> = [:]
    private var byID: [KafkaUUID: Topic] = [:]
    /// How many names have a given collision key: see `TopicName.collisionKey`.
    private var collisionKeys: [String: String] = [:]
    /// Of the topics that clients made.
    private(set) var partitionCount = 0
    /// Another whenever topics or partitions came or went: who looked at all of them need not look again before.
    private(set) var generation: UInt64 = 0

    var all: OrderedDictionary<String, Topic>.Values { byName.values }
    var count: Int { byName.count }

    subscript(name: String) -> Topic? { byName[name] }
    subscript(id: KafkaUUID) -> Topic? { byID[id] }

    /// The existing topic whose name differs from this one in nothing but '.' and '_'.
    func collision(with name: String) -> String? {
        collisionKeys[TopicName.collisionKey(of: name)]
    }

    mutating func insert(_ topic: Topic) {
        generation += 1
        byName[topic.name] = topic
        byID[topic.id] = topic
        collisionKeys[TopicName.collisionKey(of: topic.name)] = topic.name
        partitionCount += counted(topic)
    }

    mutating func grow(_ topic: Topic, to count: Int32) {
        generation += 1
        partitionCount -= counted(topic)
        topic.grow(to: count)
        partitionCount += counted(topic)
    }

    mutating func remove(_ id: KafkaUUID) -> Topic? {
        generation += 1
        guard let topic = byID.removeValue(forKey: id) else { return nil }
        byName.removeValue(forKey: topic.name)
        collisionKeys[TopicName.collisionKey(of: topic.name)] = nil
        partitionCount -= counted(topic)
        return topic
    }

    /// Takes out many at once: removing from an ordered table one by one would move all that follow each time.
    mutating func remove(_ ids: Set<KafkaUUID>) {
        generation += 1
        for id in ids {
            guard let topic = byID.removeValue(forKey: id) else { continue }
            collisionKeys[TopicName.collisionKey(of: topic.name)] = nil
            partitionCount -= counted(topic)
        }
        byName.removeAll { ids.contains($0.value.id) }
    }

    private func counted(_ topic: Topic) -> Int { topic.isInternal ? 0 : topic.partitions.count }
}
