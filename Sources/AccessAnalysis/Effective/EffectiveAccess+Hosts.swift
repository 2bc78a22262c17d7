import MeshModel

/// From where something holds.
package enum HostScope: Sendable, Hashable, CustomStringConvertible {
    case everywhere
    /// Ascending.
    case only([String])
    /// From everywhere but there; ascending.
    case except([String])

    package var description: String {
        switch self {
        case .everywhere: "every host"
        case .only(let hosts): hosts.joined(separator: ", ")
        case .except(let hosts): "every host except \(hosts.joined(separator: ", "))"
        }
    }
}

/// Names, and from where they may be reached.
package struct AccessShare: Sendable, Hashable {
    package var names: NameSet
    package var hosts: HostScope
    package init(names: NameSet, hosts: HostScope) {
        self.names = names
        self.hosts = hosts
    }
}

/// From where a question is asked: from one address, or from all that there are.
package enum HostQuestion: Sendable, Hashable {
    case every
    case one(String)
}

extension EffectiveAccess {
    /// The names that an operation is allowed on, told apart by where one asks from: first those that every host reaches, then
    /// what only some do. Empty where there is nothing.
    package func shares(
        _ principal: String?, _ operation: AccessRule.Operation, _ type: AccessRule.ResourceType, from question: HostQuestion = .every
    ) -> [AccessShare] {
        shares(principal, operation, type, from: question, by: index.meaning(principal, type).map(Int.init))
    }

    func shares(
        _ principal: String?, _ operation: AccessRule.Operation, _ type: AccessRule.ResourceType, from question: HostQuestion, by rules: [Int],
        within: NameSet = .all
    ) -> [AccessShare] {
        func reached(from host: String?) -> NameSet {
            let asker = AccessAsker(principal, from: host)
            if isSuper(principal) { return within }
            if operation == .all {
                return type.askedOperations.reduce(within) { $0.isEmpty ? $0 : $0.intersection(names(asker, $1, type, by: rules)) }
            }
            return names(asker, operation, type, by: rules).intersection(within)
        }
        switch question {
        case .one(let host):
            let names = reached(from: host)
            return names.isEmpty ? [] : [AccessShare(names: names, hosts: .only([host]))]
        case .every:
            return joinShares(([nil] + hosts(of: rules).map(Optional.some)).map { ($0, reached(from: $0)) })
        }
    }

    /// Those that some of these rules name.
    func hosts(of rules: some Sequence<Int>) -> [String] {
        var numbers: Set<Int32> = []
        for place in rules where index.facts[place].host != 0 { numbers.insert(index.facts[place].host) }
        return numbers.map { index.hostNames[Int($0)] }.sorted()
    }
}

/// Names by host as shares: what all have first, then what those have that no rule names, then the rest.
///
/// - Parameter byHost: the first with nil for the host: all that no rule names.
func joinShares(_ byHost: [(host: String?, names: NameSet)]) -> [AccessShare] {
    guard let others = byHost.first?.names else { return [] }
    let common = byHost.dropFirst().reduce(others) { $0.intersection($1.names) }
    var shares = common.isEmpty ? [] : [AccessShare(names: common, hosts: .everywhere)]
    let rest = others.subtracting(common)
    if !rest.isEmpty {
        let lesser = byHost.dropFirst().filter { !rest.isSubset(of: $0.names) }.compactMap(\.host)
        shares.append(AccessShare(names: rest, hosts: .except(lesser)))
    }
    var grouped: [NameSet: [String]] = [:]
    for (host, names) in byHost.dropFirst() {
        // Who has the rest as well is among those that it was told of.
        let own = names.subtracting(common)
        if let host { grouped[rest.isSubset(of: own) ? own.subtracting(rest) : own, default: []].append(host) }
    }
    for (names, hosts) in grouped.sorted(by: { $0.value.lexicographicallyPrecedes($1.value) }) where !names.isEmpty {
        shares.append(AccessShare(names: names, hosts: .only(hosts)))
    }
    return shares
}

extension [AccessShare] {
    /// Whatever is reached from anywhere.
    package var anyHost: NameSet { reduce(NameSet.none) { $0.union($1.names) } }
    /// What is reached wherever one asks from.
    package var everyHost: NameSet { first { $0.hosts == .everywhere }?.names ?? .none }
}
