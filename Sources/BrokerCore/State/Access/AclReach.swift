/// All that the ACLs say to one asker of one operation on one type of resource: whether there is any resource, named
/// or not yet made, on which it is allowed (KIP-679, Authorizer.authorizeByResourceType).
struct AclReach {
    private var deniesAll = false
    private var allowsAll = false
    private var deniedNames: Set<String> = []
    private var deniedPrefixes: Set<String> = []
    private var allowedNames: Set<String> = []
    private var allowedPrefixes: Set<String> = []

    init(of operation: AclOperation, on type: AclResourceType, for asker: Asker, in acls: AclStore) {
        for binding in acls.bindings where binding.resourceType == type {
            guard binding.principal == asker.principal || binding.principal == AclIndex.anyPrincipal,
                binding.host == asker.host || binding.host == AclIndex.anyHost,
                binding.operation == operation || binding.operation == .all
            else { continue }
            let isDenial = binding.permission == .deny
            switch (binding.patternType, binding.resourceName) {
            case (.literal, AclIndex.anyResource): if isDenial { deniesAll = true } else { allowsAll = true }
            case (.literal, let name): if isDenial { deniedNames.insert(name) } else { allowedNames.insert(name) }
            case (.prefixed, let prefix): if isDenial { deniedPrefixes.insert(prefix) } else { allowedPrefixes.insert(prefix) }
            case (.unknown, _), (.any, _), (.match, _): continue
            }
        }
    }

    /// With a wildcard allowance or by default, names without end are left, whatever is denied by name or prefix.
    func allowsSomething(byDefault: AuthorizationSettings.Default) -> Bool {
        if deniesAll { return false }
        if allowsAll || byDefault == .allow { return true }
        return allowedNames.contains { !deniedNames.contains($0) && !isUnderDeniedPrefix($0) }
            || allowedPrefixes.contains { !isUnderDeniedPrefix($0) }
    }

    private func isUnderDeniedPrefix(_ name: String) -> Bool {
        guard !deniedPrefixes.isEmpty else { return false }
        return (1...max(name.utf8.count, 1)).contains { length in
            String(name.utf8.prefix(length)).map(deniedPrefixes.contains) ?? false
        }
    }
}
