import EngineInterface
import KafkaClient
import KafkaWire

/// `createTopic`: CreateTopics, to the controller.
enum CreateTopicsCall: LoweredCall {
    static let destination = Destination.controller
    /// A KRaft controller takes 10,000 metadata records in one operation: a topic's own, its partitions' and its configs'.
    /// As most topics weigh about ten, that is some thousand of them.
    static let capacity = 9000
    static let mostTopics = 1000

    static func item(for operation: EngineOperation) -> CreateTopicsRequest.CreatableTopic? {
        guard case .createTopic(let name, let partitions, let replication, let config) = operation else { return nil }
        return .init(
            name: name, numPartitions: Int32(clamping: partitions), replicationFactor: replication.map { Int16(clamping: $0) } ?? -1,
            configs: config.sorted { $0.key < $1.key }.map { .init(name: $0.key, value: $0.value) })
    }

    static func name(of item: CreateTopicsRequest.CreatableTopic) -> String { item.name }

    static func weight(of item: CreateTopicsRequest.CreatableTopic) -> Int {
        max(capacity / mostTopics, 1 + Int(item.numPartitions) + item.configs.count)
    }

    static func request(_ items: [CreateTopicsRequest.CreatableTopic], version: Int16, timeoutMs: Int32) -> CreateTopicsRequest {
        CreateTopicsRequest(topics: items, timeoutMs: timeoutMs)
    }

    static func answers(to items: [CreateTopicsRequest.CreatableTopic], in response: CreateTopicsResponse) -> [ItemAnswer?] {
        ItemAnswer.byName(items.map(\.name), in: response.topics, name: \.name) { .init(code: $0.errorCode, message: $0.errorMessage) }
    }
}
