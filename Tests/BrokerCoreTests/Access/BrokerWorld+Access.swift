import KafkaWire
import Testing
@testable import BrokerCore

extension BrokerWorld {
    static let anyName = "*"

    func deny(_ operation: AclOperation, on type: AclResourceType, _ name: String, to principal: String = "User:*") throws {
        try rule(.deny, operation, on: type, name, to: principal)
    }

    func allow(_ operation: AclOperation, on type: AclResourceType, _ name: String, to principal: String = "User:*") throws {
        try rule(.allow, operation, on: type, name, to: principal)
    }

    func rule(
        _ permission: AclPermission, _ operation: AclOperation, on type: AclResourceType, _ name: String,
        to principal: String
    ) throws {
        let answer = try call(
            CreateAclsRequest(creations: [
                .init(
                    resourceType: type.rawValue, resourceName: name, principal: principal, host: "*",
                    operation: operation.rawValue, permissionType: permission.rawValue),
            ]), on: admin)
        #expect(answer.results.map(\.errorCode) == [.none])
    }

    /// Takes out all rules of resources of this name.
    func lift(_ name: String) throws {
        let answer = try call(
            DeleteAclsRequest(filters: [
                .init(
                    resourceTypeFilter: AclResourceType.any.rawValue, resourceNameFilter: name,
                    patternTypeFilter: AclPatternType.any.rawValue, principalFilter: nil, hostFilter: nil,
                    operation: AclOperation.any.rawValue, permissionType: AclPermission.any.rawValue),
            ]), on: admin)
        #expect(answer.filterResults.map(\.errorCode) == [.none])
    }

    /// A connection that nothing binds, where the settings name it a super principal.
    var admin: ConnectionID { connect(as: Principal(kind: "User", name: "admin")) }
}
