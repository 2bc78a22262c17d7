import OrderedCollections

/// All ACLs, in the order in which they came.
struct AclStore {
    private(set) var bindings: OrderedSet<AclBinding> = []

    /// Whether the binding was new.
    mutating func insert(_ binding: AclBinding) -> Bool {
        bindings.append(binding).inserted
    }

    mutating func remove(_ binding: AclBinding) {
        bindings.remove(binding)
    }

    func matching(_ filter: AclFilter) -> [AclBinding] {
        bindings.filter(filter.matches)
    }
}
