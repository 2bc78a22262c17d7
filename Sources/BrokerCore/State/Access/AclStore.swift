/// All ACLs, in the order in which they came.
struct AclStore {
    /// Those that were removed leave a gap: moving all that follow each time would make a thousand removals slow.
    private var slots: [AclBinding?] = []
    private var places: [AclBinding: Int] = [:]
    private(set) var index = AclIndex()
    /// Grows with every change: what was decided under another generation must be decided anew.
    private(set) var generation: UInt64 = 0

    var count: Int { places.count }
    var bindings: some Sequence<AclBinding> { slots.lazy.compactMap(\.self) }

    func contains(_ binding: AclBinding) -> Bool { places[binding] != nil }

    /// Whether the binding was new.
    @discardableResult
    mutating func insert(_ binding: AclBinding) -> Bool {
        guard places[binding] == nil else { return false }
        places[binding] = slots.count
        slots.append(binding)
        index.insert(binding)
        generation += 1
        return true
    }

    /// Whether the binding was there.
    @discardableResult
    mutating func remove(_ binding: AclBinding) -> Bool {
        guard let place = places.removeValue(forKey: binding) else { return false }
        slots[place] = nil
        index.remove(binding)
        generation += 1
        if slots.count > 64, slots.count > 2 * places.count { closeGaps() }
        return true
    }

    /// A filter that names one binding whole is looked up, as planners remove ACLs by the thousand so.
    func matching(_ filter: AclFilter) -> [AclBinding] {
        if let binding = filter.onlyBinding { return contains(binding) ? [binding] : [] }
        return bindings.filter(filter.matches)
    }

    private mutating func closeGaps() {
        slots = slots.filter { $0 != nil }
        for (place, binding) in slots.enumerated() {
            if let binding { places[binding] = place }
        }
    }
}

extension AclFilter {
    /// The one binding that can match, where every part is definite.
    fileprivate var onlyBinding: AclBinding? {
        guard let resourceName, let principal, let host, resourceType != .any, operation != .any, permission != .any,
            patternType == .literal || patternType == .prefixed
        else { return nil }
        return AclBinding(
            resourceType: resourceType, resourceName: resourceName, patternType: patternType, principal: principal,
            host: host, operation: operation, permission: permission)
    }
}
