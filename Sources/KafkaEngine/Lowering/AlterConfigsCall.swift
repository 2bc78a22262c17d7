import EngineInterface
import KafkaClient
import KafkaWire

/// `alterConfig`: IncrementalAlterConfigs (KIP-339), which leaves the keys alone that it does not name.
enum AlterConfigsCall: LoweredCall {
    static let destination = Destination.any
    static let capacity = 5000

    private enum Change {
        static let set: Int8 = 0
        static let unset: Int8 = 1
    }

    static func item(for operation: EngineOperation) -> IncrementalAlterConfigsRequest.AlterConfigsResource? {
        guard case .alterConfig(let topic, let set, let unset) = operation else { return nil }
        let setting = set.sorted { $0.key < $1.key }.map {
            IncrementalAlterConfigsRequest.AlterableConfig(name: $0.key, configOperation: Change.set, value: $0.value)
        }
        let unsetting = unset.sorted().map {
            IncrementalAlterConfigsRequest.AlterableConfig(name: $0, configOperation: Change.unset, value: nil)
        }
        return .init(resourceType: ConfigResource.topic, resourceName: topic, configs: setting + unsetting)
    }

    static func name(of item: IncrementalAlterConfigsRequest.AlterConfigsResource) -> String { item.resourceName }

    static func weight(of item: IncrementalAlterConfigsRequest.AlterConfigsResource) -> Int { max(5, item.configs.count) }

    static func request(
        _ items: [IncrementalAlterConfigsRequest.AlterConfigsResource], version: Int16, timeoutMs: Int32
    ) -> IncrementalAlterConfigsRequest {
        IncrementalAlterConfigsRequest(resources: items)
    }

    static func answers(
        to items: [IncrementalAlterConfigsRequest.AlterConfigsResource], in response: IncrementalAlterConfigsResponse
    ) -> [ItemAnswer?] {
        ItemAnswer.byName(items.map(\.resourceName), in: response.responses, name: \.resourceName) {
            .init(code: $0.errorCode, message: $0.errorMessage)
        }
    }
}

/// The protocol's numbers of what has a configuration.
enum ConfigResource {
    static let topic: Int8 = 2
    static let broker: Int8 = 4
}
