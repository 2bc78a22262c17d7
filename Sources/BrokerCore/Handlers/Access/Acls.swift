import KafkaWire

/// DescribeAcls, CreateAcls and DeleteAcls 1-3. A change counts for the next request; fetches that wait are looked at again.
extension Broker {
    func describeAcls(_ request: DescribeAclsRequest, _ call: Call) {
        guard isAllowed(call, .describe, on: .cluster) else {
            return reply(call.id, DescribeAclsResponse(errorCode: .clusterAuthorizationFailed))
        }
        let filter = AclFilter(
            resourceType: request.resourceTypeFilter, name: request.resourceNameFilter,
            patternType: request.patternTypeFilter, principal: request.principalFilter, host: request.hostFilter,
            operation: request.operation, permission: request.permissionType)
        guard filter.isKnown else {
            return reply(call.id, DescribeAclsResponse(
                errorCode: .invalidRequest, errorMessage: "The filter asks for something unknown."))
        }
        // Bindings of one resource are told together, in the order of the first of each.
        var resources: [DescribeAclsResponse.DescribeAclsResource] = []
        var places: [AclResource: Int] = [:]
        for binding in acls.matching(filter) {
            let resource = AclResource(binding)
            let place = places[resource] ?? resources.count
            if place == resources.count {
                places[resource] = place
                resources.append(.init(
                    resourceType: binding.resourceType.rawValue, resourceName: binding.resourceName,
                    patternType: binding.patternType.rawValue, acls: []))
            }
            resources[place].acls.append(.init(
                principal: binding.principal, host: binding.host, operation: binding.operation.rawValue,
                permissionType: binding.permission.rawValue))
        }
        reply(call.id, DescribeAclsResponse(errorMessage: nil, resources: resources))
    }

    func createAcls(_ request: CreateAclsRequest, _ call: Call) {
        let mayAlter = isAllowed(call, .alter, on: .cluster)
        var added: [AclBinding] = []
        var results = request.creations.map { asked -> CreateAclsResponse.AclCreationResult in
            guard mayAlter else { return .init(errorCode: .clusterAuthorizationFailed, errorMessage: nil) }
            let binding = AclBinding(
                resourceType: AclResourceType(rawValue: asked.resourceType) ?? .unknown,
                resourceName: asked.resourceName,
                patternType: AclPatternType(rawValue: asked.resourcePatternType) ?? .unknown,
                principal: asked.principal, host: asked.host,
                operation: AclOperation(rawValue: asked.operation) ?? .unknown,
                permission: AclPermission(rawValue: asked.permissionType) ?? .unknown)
            if let complaint = binding.complaint { return .init(errorCode: .invalidRequest, errorMessage: complaint) }
            // One that exists is created again without complaint, as Kafka does.
            if acls.insert(binding) { added.append(binding) }
            return .init(errorCode: .none, errorMessage: nil)
        }
        if keep(added.map { .aclAdded($0) }) {
            if !added.isEmpty { changes.add(.access) }
        } else {
            for binding in added { acls.remove(binding) }
            results = results.map {
                $0.errorCode == .none ? .init(errorCode: .kafkaStorageError, errorMessage: "The ACL cannot be kept.") : $0
            }
        }
        refuseWaitingFetches()
        replyWhenKept(call.id, CreateAclsResponse(results: results))
    }

    func deleteAcls(_ request: DeleteAclsRequest, _ call: Call) {
        let mayAlter = isAllowed(call, .alter, on: .cluster)
        // All filters see the ACLs as they were: one ACL may be told under several of them.
        let found = request.filters.map { asked -> [AclBinding]? in
            let filter = AclFilter(
                resourceType: asked.resourceTypeFilter, name: asked.resourceNameFilter,
                patternType: asked.patternTypeFilter, principal: asked.principalFilter, host: asked.hostFilter,
                operation: asked.operation, permission: asked.permissionType)
            return filter.isKnown ? mayAlter ? acls.matching(filter) : [] : nil
        }
        var doomed: [AclBinding] = []
        for binding in found.lazy.compactMap(\.self).joined() where acls.remove(binding) { doomed.append(binding) }
        let isKept = keep(doomed.map { .aclRemoved($0) })
        if !isKept {
            for binding in doomed { acls.insert(binding) }
        } else if !doomed.isEmpty {
            changes.add(.access)
        }
        let results = found.map { found -> DeleteAclsResponse.DeleteAclsFilterResult in
            guard mayAlter else { return .init(errorCode: .clusterAuthorizationFailed, errorMessage: nil) }
            guard let found else {
                return .init(errorCode: .invalidRequest, errorMessage: "The filter asks for something unknown.")
            }
            let matching = found.map { binding -> DeleteAclsResponse.DeleteAclsMatchingAcl in
                .init(
                    errorCode: isKept ? .none : .kafkaStorageError, errorMessage: nil, resourceType: binding.resourceType.rawValue,
                    resourceName: binding.resourceName, patternType: binding.patternType.rawValue,
                    principal: binding.principal, host: binding.host, operation: binding.operation.rawValue,
                    permissionType: binding.permission.rawValue)
            }
            return .init(errorCode: .none, errorMessage: nil, matchingAcls: matching)
        }
        refuseWaitingFetches()
        replyWhenKept(call.id, DeleteAclsResponse(filterResults: results))
    }
}

/// The part of a binding that DescribeAcls groups by.
private struct AclResource: Hashable {
    var type: AclResourceType
    var name: String
    var pattern: AclPatternType

    init(_ binding: AclBinding) {
        type = binding.resourceType
        name = binding.resourceName
        pattern = binding.patternType
    }
}

extension AclFilter {
    init(
        resourceType: Int8, name: String?, patternType: Int8, principal: String?, host: String?, operation: Int8,
        permission: Int8
    ) {
        self.init(
            resourceType: AclResourceType(rawValue: resourceType) ?? .unknown,
            resourceName: name,
            patternType: AclPatternType(rawValue: patternType) ?? .unknown,
            principal: principal, host: host,
            operation: AclOperation(rawValue: operation) ?? .unknown,
            permission: AclPermission(rawValue: permission) ?? .unknown)
    }
}
