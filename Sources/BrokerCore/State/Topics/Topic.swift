import KafkaWire

/// A topic and its partitions.
final class Topic {
    let name: String
    let id: KafkaUUID
    /// Only the broker itself writes and changes it, whoever asks; reading it is like reading any other.
    let isInternal: Bool
    /// The topic's own configs, by name.
    var overrides: [String: String]
    var settings: TopicSettings
    private(set) var partitions: [Partition] = []
    /// The replicas of each partition, the leader first, where a cluster shows several brokers; see `Broker.replicas`.
    var placement: [[Int32]] = []

    init(name: String, id: KafkaUUID, partitions: Int32, overrides: [String: String], settings: TopicSettings) {
        self.name = name
        self.id = id
        isInternal = name == ChangeStream.topicName
        self.overrides = overrides
        self.settings = settings
        grow(to: partitions)
    }

    func grow(to count: Int32) {
        while partitions.count < Int(count) {
            partitions.append(Partition(topicName: name, topicID: id, index: Int32(partitions.count)))
        }
    }

    func partition(_ index: Int32) -> Partition? {
        partitions.indices.contains(Int(index)) ? partitions[Int(index)] : nil
    }
}
