import KafkaWire
import Testing
@testable import BrokerCore

struct AclTests {
    private let orders = AclBinding(
        resourceType: .topic, resourceName: "orders", patternType: .literal, principal: "User:alice", host: "*",
        operation: .read, permission: .allow)
    private let prefixed = AclBinding(
        resourceType: .topic, resourceName: "ord", patternType: .prefixed, principal: "User:bob", host: "10.0.0.1",
        operation: .write, permission: .deny)
    private let wildcard = AclBinding(
        resourceType: .topic, resourceName: "*", patternType: .literal, principal: "User:carol", host: "*",
        operation: .all, permission: .allow)
    private let group = AclBinding(
        resourceType: .group, resourceName: "orders", patternType: .literal, principal: "User:alice", host: "*",
        operation: .read, permission: .allow)

    private var all: [AclBinding] { [orders, prefixed, wildcard, group] }

    private func filter(
        type: AclResourceType = .any, name: String? = nil, pattern: AclPatternType = .any, principal: String? = nil,
        host: String? = nil, operation: AclOperation = .any, permission: AclPermission = .any
    ) -> AclFilter {
        AclFilter(
            resourceType: type, resourceName: name, patternType: pattern, principal: principal, host: host,
            operation: operation, permission: permission)
    }

    @Test func `a filter of nothing but ANY matches all`() {
        #expect(all.allSatisfy(filter().matches))
    }

    @Test func `each part of a filter narrows it`() {
        #expect(all.filter(filter(type: .group).matches) == [group])
        #expect(all.filter(filter(principal: "User:alice").matches) == [orders, group])
        #expect(all.filter(filter(host: "10.0.0.1").matches) == [prefixed])
        #expect(all.filter(filter(operation: .all).matches) == [wildcard])
        #expect(all.filter(filter(permission: .deny).matches) == [prefixed])
        #expect(all.filter(filter(pattern: .prefixed).matches) == [prefixed])
    }

    @Test func `a name with ANY, LITERAL or PREFIXED is compared as it is`() {
        #expect(all.filter(filter(name: "ord").matches) == [prefixed])
        #expect(all.filter(filter(type: .topic, name: "orders", pattern: .literal).matches) == [orders])
        #expect(all.filter(filter(name: "orders", pattern: .prefixed).matches) == [])
        #expect(all.filter(filter(name: "*", pattern: .literal).matches) == [wildcard])
    }

    @Test func `MATCH finds what bears on a resource of that name`() {
        #expect(all.filter(filter(type: .topic, name: "orders", pattern: .match).matches) == [orders, prefixed, wildcard])
        #expect(all.filter(filter(type: .topic, name: "ordnance", pattern: .match).matches) == [prefixed, wildcard])
        #expect(all.filter(filter(type: .topic, name: "else", pattern: .match).matches) == [wildcard])
    }

    @Test func `ACLs are made, described, deleted, and survive restarts`() throws {
        let world = try BrokerWorld()
        let created = try world.call(CreateAclsRequest(creations: all.map(\.creation)))
        #expect(created.results.allSatisfy { $0.errorCode == .none })
        // Once more is the same.
        _ = try world.call(CreateAclsRequest(creations: [orders.creation]))
        try world.restart()
        let described = try world.call(DescribeAclsRequest(
            resourceTypeFilter: 2, resourceNameFilter: "orders", patternTypeFilter: 2, principalFilter: nil,
            hostFilter: nil, operation: 1, permissionType: 1))
        #expect(described.resources.map(\.resourceName) == ["orders", "ord", "*"])
        #expect(described.resources.flatMap(\.acls).map(\.principal) == ["User:alice", "User:bob", "User:carol"])
        let deleted = try world.call(DeleteAclsRequest(filters: [
            .init(resourceTypeFilter: 1, resourceNameFilter: nil, patternTypeFilter: 1, principalFilter: "User:alice",
                  hostFilter: nil, operation: 1, permissionType: 1),
        ]))
        #expect(deleted.filterResults.first?.matchingAcls.count == 2)
        try world.restart()
        #expect(Array(world.broker.acls.bindings) == [prefixed, wildcard])
    }

    @Test func `what cannot be an ACL is refused, the others are kept`() throws {
        let world = try BrokerWorld()
        var bad: [AclBinding] = []
        for change in [
            { $0.resourceType = .any }, { $0.patternType = .match }, { $0.operation = .any }, { $0.permission = .any },
            { $0.resourceName = "" }, { $0.principal = "alice" }, { $0.host = "" },
            { $0.resourceType = .cluster },
        ] as [(inout AclBinding) -> Void] {
            var binding = orders
            change(&binding)
            bad.append(binding)
        }
        let answer = try world.call(CreateAclsRequest(creations: (bad + [orders]).map(\.creation)))
        #expect(answer.results.map(\.errorCode) == Array(repeating: .invalidRequest, count: bad.count) + [.none])
        #expect(Array(world.broker.acls.bindings) == [orders])
    }

    @Test func `a filter that asks for something unknown is refused`() throws {
        let world = try BrokerWorld()
        let answer = try world.call(DescribeAclsRequest(
            resourceTypeFilter: 77, resourceNameFilter: nil, patternTypeFilter: 1, principalFilter: nil,
            hostFilter: nil, operation: 1, permissionType: 1))
        #expect(answer.errorCode == .invalidRequest)
    }
}

extension AclBinding {
    var creation: CreateAclsRequest.AclCreation {
        .init(
            resourceType: resourceType.rawValue, resourceName: resourceName, resourcePatternType: patternType.rawValue,
            principal: principal, host: host, operation: operation.rawValue, permissionType: permission.rawValue)
    }
}
