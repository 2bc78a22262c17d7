import EngineInterface
import KafkaClient
import KafkaWire

/// `setPartitions`: CreatePartitions, to the controller, which chooses where the new ones live.
enum CreatePartitionsCall: LoweredCall {
    static let destination = Destination.controller
    static let capacity = 9000

    static func item(for operation: EngineOperation) -> CreatePartitionsRequest.CreatePartitionsTopic? {
        guard case .setPartitions(let topic, let total) = operation else { return nil }
        return .init(name: topic, count: Int32(clamping: total), assignments: nil)
    }

    static func name(of item: CreatePartitionsRequest.CreatePartitionsTopic) -> String { item.name }

    static func weight(of item: CreatePartitionsRequest.CreatePartitionsTopic) -> Int { max(9, Int(item.count)) }

    static func request(
        _ items: [CreatePartitionsRequest.CreatePartitionsTopic], version: Int16, timeoutMs: Int32
    ) -> CreatePartitionsRequest {
        CreatePartitionsRequest(topics: items, timeoutMs: timeoutMs)
    }

    static func answers(
        to items: [CreatePartitionsRequest.CreatePartitionsTopic], in response: CreatePartitionsResponse
    ) -> [ItemAnswer?] {
        ItemAnswer.byName(items.map(\.name), in: response.results, name: \.name) { .init(code: $0.errorCode, message: $0.errorMessage) }
    }
}
