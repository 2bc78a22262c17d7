import KafkaWire
import MeshModel

/// Every ACL there is.
let describeAllACLs = DescribeAclsRequest(
    resourceTypeFilter: anyACLCode, resourceNameFilter: nil, patternTypeFilter: anyACLCode, principalFilter: nil,
    hostFilter: nil, operation: anyACLCode, permissionType: anyACLCode)

/// A DescribeAcls response → rules. ACLs of kinds that Heddle does not know are left out.
func readAccess(_ response: DescribeAclsResponse) -> Set<AccessRule> {
    var rules: Set<AccessRule> = []
    for resource in response.resources {
        for acl in resource.acls {
            let binding = ACLBinding(
                resourceType: resource.resourceType, resourceName: resource.resourceName, patternType: resource.patternType,
                principal: acl.principal, host: acl.host, operation: acl.operation, permission: acl.permissionType)
            if let rule = AccessRule(binding) { rules.insert(rule) }
        }
    }
    return rules
}
