import MeshModel

/// Who may do what to what, at one glance.
package struct AccessTable: Sendable {
    /// What may be done to a resource. Each for all of its names from every host, or for some.
    package struct Marks: Sendable, Hashable {
        /// `r`, `w`, `d`, `m`, in this order, as bits: read, write, describe, and to manage: create, delete, alter or alter its configs.
        package var all: UInt8 = 0
        package var some: UInt8 = 0

        package static let letters: [Character] = ["r", "w", "d", "m"]

        package var isEmpty: Bool { some == 0 }

        /// `rwd`; with `~` behind what holds for some names, or from some hosts. `-` for nothing.
        package var text: String {
            if isEmpty { return "-" }
            var text = ""
            for (index, letter) in Self.letters.enumerated() where some & 1 << index != 0 {
                text.append(letter)
                if all & 1 << index == 0 { text.append("~") }
            }
            return text
        }
    }

    package var resources: [AccessResource]
    package var principals: [AccessHolder.Who]
    /// By resource, then by principal.
    package var marks: [[Marks]]
}

/// - Parameter principals: nil: everybody whom rules name, and everybody else.
package func tabulateAccess(
    _ resources: [AccessResource], in cluster: ClusterAccess, principals chosen: [String]? = nil, from question: HostQuestion = .every
) -> AccessTable {
    let access = cluster.access
    let named = chosen ?? access.principals
    let who: [AccessHolder.Who] =
        (chosen == nil ? [.everybody] : []) + named.map { access.isSuper($0) ? .superPrincipal($0) : $0 == AccessAsker.everybody ? .everybody : .principal($0) }
    var table = AccessTable(resources: resources, principals: who, marks: Array(repeating: Array(repeating: .init(), count: who.count), count: resources.count))
    let asked = resources.map(\.names)
    for type in AccessRule.ResourceType.allCases {
        let rows = resources.indices.filter { resources[$0].type == type }
        guard !rows.isEmpty else { continue }
        let literals = LiteralRows(rows, resources)
        let patterns = rows.filter { !literals.contains($0) }
        for (column, one) in who.enumerated() {
            let principal: String? = one == .everybody ? nil : one.name
            let rules = access.index.meaning(principal, type).map(Int.init)
            for (bit, operations) in markedOperations.enumerated() {
                let shares = operations.filter(type.askedOperations.contains).map { access.shares(principal, $0, type, from: question, by: rules) }
                let some = shares.reduce(NameSet.none) { $0.union($1.anyHost) }
                if some.isEmpty { continue }
                let all = shares.reduce(NameSet.none) { $0.union(question == .every ? $1.everyHost : $1.anyHost) }
                for row in literals.rows(in: some) { table.marks[row][column].some |= 1 << bit }
                for row in literals.rows(in: all) { table.marks[row][column].all |= 1 << bit }
                for row in patterns {
                    if !some.isDisjoint(with: asked[row]) { table.marks[row][column].some |= 1 << bit }
                    if asked[row].isSubset(of: all) { table.marks[row][column].all |= 1 << bit }
                }
            }
        }
    }
    return table
}

/// Rows of one name each, in the order of the names, so that those in a set are found together.
private struct LiteralRows {
    private let sorted: SortedNames
    private let rowsByName: [[Int]]
    private let all: Set<Int>

    init(_ rows: [Int], _ resources: [AccessResource]) {
        var named: [String: [Int]] = [:]
        for row in rows {
            if case .literal(let name) = resources[row].pattern, name != "*" { named[name, default: []].append(row) }
        }
        sorted = SortedNames(named.keys)
        rowsByName = sorted.names.map { named[$0] ?? [] }
        all = Set(named.values.joined())
    }

    func contains(_ row: Int) -> Bool { all.contains(row) }

    func rows(in set: NameSet) -> some Sequence<Int> { sorted.stretches(in: set).lazy.flatMap { rowsByName[$0] }.joined() }
}

/// What each letter stands for.
private let markedOperations: [[AccessRule.Operation]] = [[.read], [.write], [.describe], [.create, .delete, .alter, .alterConfigs]]
