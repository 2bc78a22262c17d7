import MeshModel

/// Who may do something, and by what.
package struct AccessHolder: Sendable {
    package enum Who: Sendable, Hashable, Comparable {
        /// Whoever no rule names, and all whom nothing else is told of.
        case everybody
        case superPrincipal(String)
        case principal(String)

        package var name: String {
            switch self {
            case .everybody: AccessAsker.everybody
            case .superPrincipal(let name), .principal(let name): name
            }
        }

        private var rank: Int {
            switch self {
            case .everybody: 0
            case .superPrincipal: 1
            case .principal: 2
            }
        }

        package static func < (left: Self, right: Self) -> Bool { (left.rank, left.name) < (right.rank, right.name) }
    }

    package var who: Who
    /// Of what was asked about; empty for whom everybody is more than.
    package var shares: [AccessShare]
    /// Of all that was asked about, from wherever was asked.
    package var isWhole: Bool
    /// That the cluster would allow it of itself.
    package var isByDefault: Bool
    package var allowing: [AccessRule]
    package var denying: [AccessRule]
}

package struct HolderAnswer: Sendable {
    /// Who may: everybody, then super principals, then others by name. Of those that rules name, all that these rules give
    /// something, or take something that everybody has.
    package var holders: [AccessHolder]
    /// Whom rules name and who may not, though everybody may.
    package var excluded: [AccessHolder]
}

/// Who can do `operation` to a resource, or to some of those with a prefix.
package func findHolders(
    of operation: AccessRule.Operation, on resource: AccessResource, in cluster: ClusterAccess, from question: HostQuestion = .every
) -> HolderAnswer {
    let access = cluster.access
    let asked = resource.names
    let bearing = access.index.bearing(on: resource.pattern, of: resource.type)
    var ofPrincipal: [Int32: [Int]] = [:]
    for place in bearing where operation == .all || access.index.facts[place].decides(operation) {
        ofPrincipal[access.index.facts[place].principal, default: []].append(place)
    }
    let everybodysNumber = access.index.numbers(of: AccessAsker(nil)).everybody
    let shared = ofPrincipal.removeValue(forKey: everybodysNumber) ?? []
    let isByDefault = !access.allowedByDefault(resource.type).isDisjoint(with: asked)

    func holder(_ who: AccessHolder.Who, _ principal: String?, _ rules: [Int]) -> AccessHolder {
        let shares = access.shares(principal, operation, resource.type, from: question, by: rules, within: asked)
        let whole = question == .every ? shares.everyHost : shares.anyHost
        let own = rules.map { access.index.rules[$0] }.filter { rule in
            if case .one(let host) = question { return rule.host == AccessAsker.everyHost || rule.host == host }
            return true
        }
        return AccessHolder(
            who: who, shares: shares, isWhole: asked.isSubset(of: whole), isByDefault: isByDefault,
            allowing: own.filter { $0.permission == .allow }, denying: own.filter { $0.permission == .deny })
    }

    var answer = HolderAnswer(holders: [], excluded: [])
    let everybody = holder(.everybody, nil, shared)
    if !everybody.shares.isEmpty { answer.holders.append(everybody) }
    for name in access.defaults.superPrincipals {
        answer.holders.append(
            AccessHolder(who: .superPrincipal(name), shares: [AccessShare(names: asked, hosts: .everywhere)], isWhole: true, isByDefault: false, allowing: [], denying: []))
    }
    for (number, own) in ofPrincipal {
        let name = access.index.principalNames[Int(number)]
        if access.isSuper(name) { continue }
        let one = holder(.principal(name), name, merged(own, shared))
        if !one.shares.isEmpty { answer.holders.append(one) } else if !everybody.shares.isEmpty { answer.excluded.append(one) }
    }
    answer.holders.sort { $0.who < $1.who }
    answer.excluded.sort { $0.who < $1.who }
    return answer
}

/// Two ascending lists as one.
private func merged(_ left: [Int], _ right: [Int]) -> [Int] {
    if right.isEmpty { return left }
    if left.isEmpty { return right }
    var result: [Int] = []
    result.reserveCapacity(left.count + right.count)
    var (first, second) = (0, 0)
    while first < left.count, second < right.count {
        if left[first] < right[second] {
            result.append(left[first])
            first += 1
        } else {
            result.append(right[second])
            second += 1
        }
    }
    return result + left[first...] + right[second...]
}
