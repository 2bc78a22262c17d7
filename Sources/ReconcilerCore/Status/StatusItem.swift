import MeshModel

/// A resource of one cluster that has a status: declared there, or owned.
enum StatusItem: Sendable, Hashable {
    case topic(String)
    case rule(AccessRule)
    /// With the subjects that it is registered under, or was.
    case contract(String, subjects: [String])

    func address(on cluster: String) -> ResourceAddress {
        switch self {
        case .topic(let name): .topic(name, on: cluster)
        case .rule(let rule): .access(rule, on: cluster)
        case .contract(let name, _): .contract(name)
        }
    }
}

/// All of a cluster's, or those of a kind.
func statusItems(of desired: DesiredCluster, ledger: Ledger, mesh: String) -> [StatusItem] {
    let topics = Set(desired.topics.keys).union(ledger.topics.filter { $0.value.stewardship.mesh == mesh }.keys)
    let rules = Set(desired.access.keys).union(ledger.access.filter { $0.value.stewardship.mesh == mesh }.keys)
    return topics.map { .topic($0) } + rules.map { .rule($0) } + contractItems(of: desired, ledger: ledger, mesh: mesh)
}

func contractItems(of desired: DesiredCluster, ledger: Ledger, mesh: String) -> [StatusItem] {
    var contracts: [String: Set<String>] = [:]
    for subject in desired.subjects.values { contracts[subject.contract, default: []].insert(subject.name) }
    for (name, entry) in ledger.subjects where entry.stewardship.mesh == mesh && desired.subjects[name] == nil {
        contracts[entry.contract, default: []].insert(name)
    }
    return contracts.map { .contract($0.key, subjects: $0.value.sorted()) }
}

extension StatusItem {
    /// Whether it is declared, or owned.
    func exists(in desired: DesiredCluster, ledger: Ledger, mesh: String) -> Bool {
        switch self {
        case .topic(let name): desired.topics[name] != nil || ledger.topics[name]?.stewardship.mesh == mesh
        case .rule(let rule): desired.access[rule] != nil || ledger.access[rule]?.stewardship.mesh == mesh
        case .contract(_, let subjects): subjects.contains { desired.subjects[$0] != nil || ledger.subjects[$0]?.stewardship.mesh == mesh }
        }
    }

    /// Whether it is there, so that it can be used.
    func isThere(in observed: ObservedCluster) -> Bool {
        switch self {
        case .topic(let name): observed.topics[name] != nil
        case .rule(let rule): observed.access.contains(rule)
        case .contract(_, let subjects): subjects.allSatisfy { observed.subjects?[$0] != nil }
        }
    }

    /// A number that is another when something else is declared of it, as far as this process can tell; nil where nothing is.
    func declaration(in desired: DesiredCluster) -> Int? {
        var hasher = Hasher()
        switch self {
        case .topic(let name):
            guard let topic = desired.topics[name] else { return nil }
            hasher.combine(topic.partitions)
            hasher.combine(topic.replication)
            hasher.combine(topic.config)
            hasher.combine(topic.owner)
            hasher.combine(topic.deletionProtection)
            hasher.combine(topic.adopts)
        case .rule(let rule):
            guard let access = desired.access[rule] else { return nil }
            hasher.combine(access.owner)
            hasher.combine(access.deletionProtection)
            hasher.combine(access.adopts)
            hasher.combine(access.expires)
        case .contract(_, let subjects):
            let declared = subjects.compactMap { desired.subjects[$0] }
            guard !declared.isEmpty else { return nil }
            for subject in declared {
                hasher.combine(subject.name)
                hasher.combine(subject.format)
                hasher.combine(subject.text)
                hasher.combine(subject.references)
                hasher.combine(subject.compatibility)
                hasher.combine(subject.owner)
                hasher.combine(subject.deletionProtection)
                hasher.combine(subject.adopts)
            }
        }
        return hasher.finalize()
    }
}
