import KafkaWire
import MeshModel

/// Where an embedded broker tells of changes: a way to watch a mesh, and nothing of the mesh itself.
let changeStreamTopic = "__heddle.changes"

/// A Metadata response → topics, without their configs.
///
/// Throws the code of the first topic that the cluster cannot describe at the moment: what is not told is not absent.
func readTopics(_ response: MetadataResponse) throws(TopicNotTold) -> [String: ObservedTopic] {
    var topics: [String: ObservedTopic] = [:]
    for topic in response.topics {
        guard let name = topic.name, name != changeStreamTopic else { continue }
        guard topic.errorCode == .none else { throw TopicNotTold(topic: name, code: topic.errorCode) }
        topics[name] = ObservedTopic(
            id: topic.topicId == .zero ? nil : topic.topicId.description,
            partitions: topic.partitions.count,
            // While replicas are being moved, partitions differ: the weakest counts.
            replication: topic.partitions.map(\.replicaNodes.count).min() ?? 0,
            isInternal: topic.isInternal,
            replicas: topic.partitions.sorted { $0.partitionIndex < $1.partitionIndex }.map(\.replicaNodes))
    }
    return topics
}

/// The brokers that a Metadata response names.
func readBrokers(_ response: MetadataResponse) -> [ObservedBroker] {
    response.brokers.map { ObservedBroker(id: $0.nodeId, rack: $0.rack) }.sorted { $0.id < $1.id }
}

struct TopicNotTold: Error, Sendable, Equatable {
    var topic: String
    var code: ErrorCode
    var message: String?
}
