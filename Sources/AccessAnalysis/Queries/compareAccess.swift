import MeshModel

/// What somebody gains or loses in effect.
package struct AccessChange: Sendable, Hashable {
    package var who: AccessHolder.Who
    package var type: AccessRule.ResourceType
    /// `all` where it is the same for every operation on the type.
    package var operation: AccessRule.Operation
    package var share: AccessShare
}

package struct AccessDifference: Sendable {
    package var cluster: String
    /// By principal, type, operation.
    package var gained: [AccessChange]
    package var lost: [AccessChange]
    /// Who could do nothing before, and can do something now; ascending.
    package var newcomers: [String]

    package var isEmpty: Bool { gained.isEmpty && lost.isEmpty }
}

/// What a change of rules comes to, from one state of a cluster to another: not which rules come and go, but who may do what
/// that he could not, and the other way round. A rule that another covers changes nothing.
///
/// What one gains by what everybody gains is told of everybody alone; and to describe what one may now read, write, delete or
/// alter is not told besides.
package func compareAccess(from old: ClusterAccess, to new: ClusterAccess) -> AccessDifference {
    var difference = AccessDifference(cluster: new.cluster, gained: [], lost: [], newcomers: [])
    let comparison = AccessComparison(old.access, new.access)
    var everybody: [AccessRule.ResourceType: (gained: [Gain], lost: [Gain])] = [:]
    for type in AccessRule.ResourceType.allCases where comparison.changesForEverybody(type) {
        everybody[type] = comparison.changes(nil, type)
    }
    let named = Set(old.access.principals).union(new.access.principals).sorted()
    for type in AccessRule.ResourceType.allCases {
        if let own = everybody[type] {
            difference.gained += own.gained.map { $0.change(.everybody, type) }
            difference.lost += own.lost.map { $0.change(.everybody, type) }
        }
        for principal in named where everybody[type] != nil || comparison.changes(for: principal, type) {
            var own = comparison.changes(principal, type)
            if let shared = everybody[type] {
                own.gained = own.gained.compactMap { $0.less(shared.gained) }
                own.lost = own.lost.compactMap { $0.less(shared.lost) }
            }
            let who: AccessHolder.Who = new.access.isSuper(principal) ? .superPrincipal(principal) : .principal(principal)
            difference.gained += own.gained.map { $0.change(who, type) }
            difference.lost += own.lost.map { $0.change(who, type) }
        }
    }
    func folded(_ changes: [AccessChange]) -> [AccessChange] {
        Dictionary(grouping: changes) { FoldKey(who: $0.who, type: $0.type) }.sorted { $0.key < $1.key }.flatMap { fold($0.value, $0.key.type) }
    }
    difference.gained = folded(difference.gained)
    difference.lost = folded(difference.lost)
    difference.newcomers = Set(difference.gained.map(\.who)).filter { who in
        let principal: String? = who == .everybody ? nil : who.name
        return AccessRule.ResourceType.allCases.allSatisfy { type in
            type.askedOperations.allSatisfy { old.access.shares(principal, $0, type).isEmpty }
        }
    }.map(\.name).sorted()
    return difference
}

private struct FoldKey: Hashable, Comparable {
    var who: AccessHolder.Who
    var type: AccessRule.ResourceType

    static func < (left: FoldKey, right: FoldKey) -> Bool {
        left.who == right.who ? left.type.rawValue < right.type.rawValue : left.who < right.who
    }
}

/// Leaves out what follows from the others, and tells all operations as one.
private func fold(_ changes: [AccessChange], _ type: AccessRule.ResourceType) -> [AccessChange] {
    var kept: [AccessChange] = []
    for (hosts, here) in Dictionary(grouping: changes, by: \.share.hosts) {
        var names: [AccessRule.Operation: NameSet] = [:]
        for change in here { names[change.operation, default: .none] = names[change.operation, default: .none].union(change.share.names) }
        let operations = type.askedOperations
        let whole = operations.reduce(NameSet.all) { $0.intersection(names[$1] ?? .none) }
        guard let first = here.first else { continue }
        func add(_ operation: AccessRule.Operation, _ set: NameSet) {
            if !set.isEmpty { kept.append(AccessChange(who: first.who, type: type, operation: operation, share: AccessShare(names: set, hosts: hosts))) }
        }
        if operations.count > 1 { add(.all, whole) }
        for operation in operations {
            var rest = names[operation] ?? .none
            if operations.count > 1 { rest = rest.subtracting(whole) }
            for stronger in operations where stronger.implied == operation { rest = rest.subtracting(names[stronger] ?? .none) }
            add(operation, rest)
        }
    }
    let order = Dictionary(uniqueKeysWithValues: AccessRule.Operation.allCases.enumerated().map { ($1, $0) })
    return kept.sorted { (order[$0.operation] ?? 0, "\($0.share.hosts)") < (order[$1.operation] ?? 0, "\($1.share.hosts)") }
}

private struct Gain {
    var operation: AccessRule.Operation
    var share: AccessShare

    func change(_ who: AccessHolder.Who, _ type: AccessRule.ResourceType) -> AccessChange {
        AccessChange(who: who, type: type, operation: operation, share: share)
    }

    /// Without what others have of the same from the same hosts, or from every host.
    func less(_ others: [Gain]) -> Gain? {
        var rest = self
        for other in others where other.operation == operation && (other.share.hosts == share.hosts || other.share.hosts == .everywhere) {
            rest.share.names = rest.share.names.subtracting(other.share.names)
        }
        return rest.share.names.isEmpty ? nil : rest
    }
}

/// Two states of one cluster's access, and for whom anything can have changed between them.
private struct AccessComparison {
    private let old: EffectiveAccess
    private let new: EffectiveAccess

    init(_ old: EffectiveAccess, _ new: EffectiveAccess) {
        self.old = old
        self.new = new
    }

    func changesForEverybody(_ type: AccessRule.ResourceType) -> Bool {
        old.defaults != new.defaults || own(AccessAsker.everybody, type, old) != own(AccessAsker.everybody, type, new)
            || old.allowedByDefault(type) != new.allowedByDefault(type)
    }

    func changes(for principal: String, _ type: AccessRule.ResourceType) -> Bool { own(principal, type, old) != own(principal, type, new) }

    private func own(_ principal: String, _ type: AccessRule.ResourceType, _ access: EffectiveAccess) -> [AccessRule] {
        access.index.own(principal, type).map { access.index.rules[Int($0)] }
    }

    func changes(_ principal: String?, _ type: AccessRule.ResourceType) -> (gained: [Gain], lost: [Gain]) {
        let before = old.index.meaning(principal, type).map(Int.init)
        let after = new.index.meaning(principal, type).map(Int.init)
        let hosts = Set(old.hosts(of: before)).union(new.hosts(of: after)).sorted()
        let within = type == .cluster ? NameSet.literal(AccessRule.clusterName) : NameSet.all
        var gained: [Gain] = []
        var lost: [Gain] = []
        for operation in type.askedOperations {
            func names(_ access: EffectiveAccess, _ rules: [Int], from host: String?) -> NameSet {
                if access.isSuper(principal) { return within }
                return access.names(AccessAsker(principal, from: host), operation, type, by: rules).intersection(within)
            }
            let pairs = ([nil] + hosts.map(Optional.some)).map { host in (host, names(old, before, from: host), names(new, after, from: host)) }
            gained += joinShares(pairs.map { ($0.0, $0.2.subtracting($0.1)) }).map { Gain(operation: operation, share: $0) }
            lost += joinShares(pairs.map { ($0.0, $0.1.subtracting($0.2)) }).map { Gain(operation: operation, share: $0) }
        }
        return (gained, lost)
    }
}
