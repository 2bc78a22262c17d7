import EngineInterface
import KafkaClient
import KafkaWire

/// `deleteTopic`: DeleteTopics by name, to the controller.
enum DeleteTopicsCall: LoweredCall {
    static let destination = Destination.controller
    static let capacity = 1000

    static func item(for operation: EngineOperation) -> String? {
        guard case .deleteTopic(let name) = operation else { return nil }
        return name
    }

    static func name(of item: String) -> String { item }

    static func request(_ items: [String], version: Int16, timeoutMs: Int32) -> DeleteTopicsRequest {
        version >= 6
            ? DeleteTopicsRequest(topics: items.map { .init(name: $0) }, timeoutMs: timeoutMs)
            : DeleteTopicsRequest(topicNames: items, timeoutMs: timeoutMs)
    }

    static func answers(to items: [String], in response: DeleteTopicsResponse) -> [ItemAnswer?] {
        ItemAnswer.byName(items, in: response.responses, name: \.name) { .init(code: $0.errorCode, message: $0.errorMessage) }
    }
}
