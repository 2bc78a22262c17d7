import AccessAnalysis
import Diagnostics
import MeshModel

/// Answers about access, for people.
struct AccessText {
    var paint: Paint
    var scene: QueriedMesh
    /// Parts of a set, and rules of one kind, that are named before the rest are counted.
    var most = 12

    // MARK: - who-can

    func holders(_ answer: HolderAnswer, _ operation: AccessRule.Operation, _ resource: AccessResource, in cluster: ClusterAccess) -> String {
        var lines = [heading(cluster) + "who can \(deed(operation)) \(told(resource))"]
        if answer.holders.isEmpty { lines.append("  nobody") }
        for holder in answer.holders {
            let who = holder.who.name
            var line = "  " + paint.green(who)
            switch holder.who {
            case .everybody: line += "  everybody" + (answer.excluded.isEmpty && answer.holders.count == 1 ? "" : " whom nothing else is told of")
            case .superPrincipal: line += "  super principal: no rule binds it"
            case .principal: break
            }
            lines.append(line)
            let isSingle = if case .literal = resource.pattern { true } else { false }
            for share in holder.shares where !(isSingle && share.hosts == .everywhere) && !(holder.isWhole && share.hosts == .everywhere) {
                lines.append("      \(share.names.told(most: most))\(from(share.hosts))")
            }
            if case .superPrincipal = holder.who { continue }
            if holder.isByDefault, holder.allowing.isEmpty { lines.append("      by default: the cluster allows what no rule denies") }
            lines += rules(holder.allowing, "by", in: cluster) + rules(holder.denying, "less", in: cluster)
        }
        if !answer.excluded.isEmpty {
            lines.append("  not:")
            for one in answer.excluded { lines += ["  " + paint.red(one.who.name)] + rules(one.denying, "by", in: cluster) }
        }
        return lines.joined(separator: "\n")
    }

    // MARK: - what-can

    func abilities(_ answer: AbilityAnswer, of named: NamedPrincipal, in cluster: ClusterAccess) -> String {
        var lines = [heading(cluster) + "what \(named.shown) can do"]
        if answer.isSuper { return (lines + ["  everything: it is a super principal, whom no rule binds"]).joined(separator: "\n") }
        if answer.abilities.isEmpty { lines.append("  nothing") }
        let unbounded = AccessRule.ResourceType.allCases.filter { type in
            let whole = type == .cluster ? NameSet.literal(AccessRule.clusterName) : NameSet.all
            return type != .topic && type.askedOperations.allSatisfy { operation in
                answer.abilities.contains { $0.type == type && $0.operation == operation && $0.shares == [AccessShare(names: whole, hosts: .everywhere)] }
            }
        }
        for type in AccessRule.ResourceType.allCases where !unbounded.contains(type) {
            let abilities = answer.abilities.filter { $0.type == type }
            guard !abilities.isEmpty else { continue }
            lines.append("  \(type.rawValue)")
            // Operations on the same names are one line.
            var told: [(operations: [String], ability: AccessAbility)] = []
            for ability in abilities {
                if let index = told.firstIndex(where: { $0.ability.shares == ability.shares }) {
                    told[index].operations.append(ability.operation.rawValue)
                } else {
                    told.append(([ability.operation.rawValue], ability))
                }
            }
            for (operations, ability) in told {
                let isEverything = operations.count == type.askedOperations.count && operations.count > 1
                lines.append("    \(isEverything ? "everything" : operations.joined(separator: ", "))")
                for share in ability.shares {
                    lines.append("      \(type == .cluster ? "the cluster" : share.names.told(most: most))\(from(share.hosts))")
                }
                if type == .topic, !ability.existing.isEmpty { lines.append("      " + paint.dim(existing(ability.existing, of: cluster))) }
            }
        }
        if !unbounded.isEmpty { lines.append("  everything to every \(unbounded.map(\.rawValue).joined(separator: ", "))") }
        if answer.writesIdempotently { lines.append("  may write idempotently (it may write to some topic)") }
        return lines.joined(separator: "\n")
    }

    func existing(_ names: [String], of cluster: ClusterAccess) -> String {
        if names.count == cluster.topics.count { return "all \(names.count) topics \(scene.isLive ? "there" : "declared")" }
        let shown = names.prefix(most).joined(separator: ", ") + (names.count > most ? ", …" : "")
        return "\(names.count) of \(cluster.topics.count) topics \(scene.isLive ? "there" : "declared"): \(shown)"
    }

    // MARK: - matrix

    func matrix(_ table: AccessTable, in cluster: ClusterAccess) -> String {
        var rows = [[""] + table.principals.map { $0 == .everybody ? "everybody else" : $0.name }]
        for (resource, marks) in zip(table.resources, table.marks) { rows.append([resource.description] + marks.map(\.text)) }
        let widths = (0..<(table.principals.count + 1)).map { column in rows.map { $0[column].count }.max() ?? 0 }
        let lines = rows.map { row in
            zip(row, widths).map { cell, width in cell + String(repeating: " ", count: width - cell.count) }.joined(separator: "  ").trimmedAtEnd
        }
        let legend = paint.dim("r read, w write, d describe, m manage; ~ some names or some hosts only")
        return ([heading(cluster) + "\(table.resources.count) resources, \(table.principals.count) principals"] + lines + [legend]).joined(separator: "\n")
    }

    // MARK: - Parts

    func heading(_ cluster: ClusterAccess) -> String {
        let note = scene.notes[cluster.cluster].map { paint.yellow("cluster \(cluster.cluster): ") + $0 + "\n" } ?? ""
        return note + paint.bold("\(cluster.cluster)\(scene.isLive ? " (live)" : "")") + "  "
    }

    func deed(_ operation: AccessRule.Operation) -> String { operation == .all ? "do everything to" : operation.rawValue }

    func told(_ resource: AccessResource) -> String { resource.type == .cluster ? "the cluster" : resource.description }

    func from(_ hosts: HostScope) -> String { hosts == .everywhere ? "" : "  from \(hosts)" }

    func rules(_ rules: [AccessRule], _ word: String, in cluster: ClusterAccess) -> [String] {
        var lines = rules.prefix(most).flatMap { rule in
            ["      \(word.isEmpty ? "" : word + " ")\(rule.addressName)"] + origins(rule, in: cluster, indent: "        ")
        }
        if rules.count > most { lines.append("      and \(rules.count - most) more rules") }
        return lines
    }

    func origins(_ rule: AccessRule, in cluster: ClusterAccess, indent: String) -> [String] {
        let origins = cluster.origins(of: rule)
        if origins.isEmpty { return [indent + paint.dim(scene.isLive ? "live, not declared" : "not declared")] }
        return origins.prefix(3).map { indent + paint.dim($0.place) } + (origins.count > 3 ? [indent + paint.dim("and \(origins.count - 3) more documents")] : [])
    }
}

extension Origin {
    /// `manifests/orders.yaml:12:9 (Application checkout)`.
    var place: String { range.map { "\($0.location) (\(document))" } ?? document }
}

extension String {
    fileprivate var trimmedAtEnd: String {
        var text = Substring(self)
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
