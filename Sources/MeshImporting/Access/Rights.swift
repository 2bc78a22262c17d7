import MeshModel

/// What one principal may do, as far as an Application could say it: from anywhere, to things by their names.
struct Rights {
    private(set) var all: Set<AccessRule> = []
    private(set) var written: Set<String> = []
    private(set) var read: Set<String> = []
    private(set) var groups: Set<String> = []
    private(set) var transactionalIds: Set<String> = []

    mutating func add(_ rule: AccessRule) {
        guard rule.permission == .allow, rule.host == "*", case .literal(let name) = rule.pattern else { return }
        switch (rule.resourceType, rule.operation) {
        case (.topic, .write): written.insert(name)
        case (.topic, .read): read.insert(name)
        case (.group, .read): groups.insert(name)
        case (.transactionalId, .write): transactionalIds.insert(name)
        default: return
        }
        all.insert(rule)
    }

    var isEmpty: Bool { all.isEmpty }
}
