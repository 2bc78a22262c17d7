import EngineInterface
import KafkaClient
import KafkaWire
import MeshModel

/// `revoke`: DeleteAcls with filters that match one binding exactly. Revoking what is not there succeeds.
enum RevokeCall: LoweredCall {
    static let destination = Destination.controller
    static let capacity = 1000

    static func item(for operation: EngineOperation) -> AccessRule? {
        guard case .revoke(let rule) = operation else { return nil }
        return rule
    }

    static func name(of item: AccessRule) -> String { item.addressName }

    static func request(_ items: [AccessRule], version: Int16, timeoutMs: Int32) -> DeleteAclsRequest {
        DeleteAclsRequest(
            filters: items.map(ACLBinding.init).map {
                .init(
                    resourceTypeFilter: $0.resourceType, resourceNameFilter: $0.resourceName, patternTypeFilter: $0.patternType,
                    principalFilter: $0.principal, hostFilter: $0.host, operation: $0.operation, permissionType: $0.permission)
            })
    }

    /// Answers come in the order of the request. A filter may be fine and the deletion of what it matched not.
    static func answers(to items: [AccessRule], in response: DeleteAclsResponse) -> [ItemAnswer?] {
        guard response.filterResults.count == items.count else { return items.map { _ in nil } }
        return response.filterResults.map { result in
            if result.errorCode == .none, let failed = result.matchingAcls.first(where: { $0.errorCode != .none }) {
                return ItemAnswer(code: failed.errorCode, message: failed.errorMessage)
            }
            return ItemAnswer(code: result.errorCode, message: result.errorMessage)
        }
    }
}
