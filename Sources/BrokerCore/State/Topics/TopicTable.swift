import KafkaWire
import OrderedCollections

/// All topics, by name and by id, in the order of their making.
struct TopicTable {
    private var byName: OrderedDictionary<String, Topic> = [:]
    private var byID: [KafkaUUID: Topic] = [:]
    /// How many names have a given collision key: see `TopicName.collisionKey`.
    private var collisionKeys: [String: String] = [:]
    private(set) var partitionCount = 0

    var all: OrderedDictionary<String, Topic>.Values { byName.values }
    var count: Int { byName.count }

    subscript(name: String) -> Topic? { byName[name] }
    subscript(id: KafkaUUID) -> Topic? { byID[id] }

    /// The existing topic whose name differs from this one in nothing but '.' and '_'.
    func collision(with name: String) -> String? {
        collisionKeys[TopicName.collisionKey(of: name)]
    }

    mutating func insert(_ topic: Topic) {
        byName[topic.name] = topic
        byID[topic.id] = topic
        collisionKeys[TopicName.collisionKey(of: topic.name)] = topic.name
        partitionCount += topic.partitions.count
    }

    mutating func grow(_ topic: Topic, to count: Int32) {
        partitionCount -= topic.partitions.count
        topic.grow(to: count)
        partitionCount += topic.partitions.count
    }

    mutating func remove(_ id: KafkaUUID) -> Topic? {
        guard let topic = byID.removeValue(forKey: id) else { return nil }
        byName.removeValue(forKey: topic.name)
        collisionKeys[TopicName.collisionKey(of: topic.name)] = nil
        partitionCount -= topic.partitions.count
        return topic
    }

    /// Takes out many at once: removing from an ordered table one by one would move all that follow each time.
    mutating func remove(_ ids: Set<KafkaUUID>) {
        for id in ids {
            guard let topic = byID.removeValue(forKey: id) else { continue }
            collisionKeys[TopicName.collisionKey(of: topic.name)] = nil
            partitionCount -= topic.partitions.count
        }
        byName.removeAll { ids.contains($0.value.id) }
    }
}
