import EngineInterface
import KafkaClient
import KafkaWire
import MeshModel

/// `grant`: CreateAcls. Granting what is granted already succeeds.
enum GrantCall: LoweredCall {
    // A broker without a controller of its own forwards the request; before KRaft, only the controller took it.
    static let destination = Destination.controller
    static let capacity = 1000

    static func item(for operation: EngineOperation) -> AccessRule? {
        guard case .grant(let rule) = operation else { return nil }
        return rule
    }

    static func name(of item: AccessRule) -> String { item.addressName }

    static func request(_ items: [AccessRule], version: Int16, timeoutMs: Int32) -> CreateAclsRequest {
        CreateAclsRequest(
            creations: items.map(ACLBinding.init).map {
                .init(
                    resourceType: $0.resourceType, resourceName: $0.resourceName, resourcePatternType: $0.patternType,
                    principal: $0.principal, host: $0.host, operation: $0.operation, permissionType: $0.permission)
            })
    }

    /// Answers come in the order of the request, without names.
    static func answers(to items: [AccessRule], in response: CreateAclsResponse) -> [ItemAnswer?] {
        guard response.results.count == items.count else { return items.map { _ in nil } }
        return response.results.map { ItemAnswer(code: $0.errorCode, message: $0.errorMessage) }
    }
}
