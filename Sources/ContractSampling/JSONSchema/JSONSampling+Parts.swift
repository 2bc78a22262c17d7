import ContractModel
import ContractPayloads
import LocatedJSON

extension JSONSampling {
    // MARK: Arrays

    mutating func array(_ wishes: JSONWishes, name: String, depth: Int) -> JSONNode? {
        let needed = max(wishes.minItems, wishes.contains.map(\.minimum).max() ?? 0)
        guard needed <= wishes.maxItems, needed <= 2_000 else { return nil }
        var count = needed
        if isRoomy(depth) {
            let usual = max(needed, wishes.elements.map(\.prefix.count).max() ?? 0) + Int.random(in: 0...2, using: &generator)
            let wanted = isTrying && chance(3) ? pick(hints.lengths.filter { $0 <= 40 }) ?? usual : usual
            count = max(needed, min(wanted, wishes.maxItems))
        }
        var items: [JSONNode] = []
        var seen: Set<JSONNode> = []
        while items.count < count {
            var made: JSONNode?
            for _ in 0..<(wishes.isUnique ? 12 : 1) {
                made = item(items.count, of: wishes, name: name, depth: depth)
                if let node = made, wishes.isUnique, seen.contains(node) { made = nil } else { break }
            }
            guard let node = made else {
                if items.count >= needed { break }
                return nil
            }
            seen.insert(node)
            items.append(node)
        }
        if isTrying, !wishes.isUnique, chance(4), let last = items.last, items.count < wishes.maxItems { items.append(last) }
        return .made(items)
    }

    private mutating func item(_ place: Int, of wishes: JSONWishes, name: String, depth: Int) -> JSONNode? {
        var nodes: [Int] = []
        for elements in wishes.elements {
            if place < elements.prefix.count {
                nodes.append(elements.prefix[place])
            } else if let rest = elements.rest {
                nodes.append(rest)
            }
        }
        if nodes.isEmpty { nodes = wishes.unevaluatedItems }
        for contained in wishes.contains where place < contained.minimum || (isTrying && chance(3)) { nodes.append(contained.schema) }
        return value(nodes, name: name, depth: depth + 1)
    }

    // MARK: Objects

    mutating func object(_ wishes: JSONWishes, depth: Int) -> JSONNode? {
        var wishes = wishes
        var names = wishes.required
        let known = unique(wishes.members.flatMap { $0.properties.map(\.name) })
        if isRoomy(depth) {
            // People like to see all there is, and the edges are where something is missing.
            let rarity = isTrying ? Int.random(in: 1...4, using: &generator) : 8
            for name in known where !wishes.requires(name) {
                if hints.focus.contains(name) ? !chance(8) : isTrying ? chance(rarity) : !chance(rarity) { names.append(name) }
            }
            if isTrying, chance(2) { names += extraNames(wishes) }
            if isTrying, chance(8), let count = pick(hints.lengths), count <= 40 {
                names += (0..<max(0, count - names.count)).map { "p\($0)" }
            }
        }
        if !wishes.dependencies.isEmpty {
            let present = Set(names)
            for dependency in wishes.dependencies where present.contains(dependency.name) && (!isTrying || !chance(3)) {
                names += dependency.required
            }
        }
        names = unique(names)
        fillUp(&names, known, wishes)
        var extra: [Int] = []
        for dependent in wishes.dependentSchemas where names.contains(dependent.name) { extra.append(dependent.schema) }
        if !extra.isEmpty, !chance(6) { add(extra, to: &wishes, &names) }
        if names.count > wishes.maxProperties {
            names = Array(names.filter { wishes.requires($0) }.prefix(wishes.maxProperties))
        }
        var members: [(String, JSONNode)] = []
        for name in names where allows(name, wishes) {
            guard let value = value(nodes(of: name, wishes), name: name, depth: depth + 1) else {
                if wishes.requires(name) { return nil }
                continue
            }
            members.append((name, value))
        }
        return .made(members)
    }

    /// As many as there have to be.
    private mutating func fillUp(_ names: inout [String], _ known: [String], _ wishes: JSONWishes) {
        guard names.count < wishes.minProperties, wishes.minProperties <= 1_000 else { return }
        var present = Set(names)
        for name in known where names.count < wishes.minProperties {
            if present.insert(name).inserted { names.append(name) }
        }
        for attempt in 0..<wishes.minProperties * 2 + 20 where names.count < wishes.minProperties {
            for name in extraNames(wishes) + ["p\(attempt)"] where names.count < wishes.minProperties && allows(name, wishes) {
                if present.insert(name).inserted { names.append(name) }
            }
        }
    }

    /// Schemas that count because a property is there.
    private mutating func add(_ nodes: [Int], to wishes: inout JSONWishes, _ names: inout [String]) {
        for node in nodes {
            for keyword in schema.nodes[node].keywords {
                wishes.add(keyword.rule)
                if case .required(let required) = keyword.rule { names = unique(names + required) }
            }
        }
    }

    private func unique(_ names: [String]) -> [String] {
        var seen: Set<ExactText> = []
        return names.filter { seen.insert(ExactText($0)).inserted }
    }

    private mutating func extraNames(_ wishes: JSONWishes) -> [String] {
        var names: [String] = []
        for members in wishes.members {
            for (pattern, _) in members.patterns {
                guard let term = PatternSampling.term(pattern.pattern) else { continue }
                names.append(PatternSampling.text(term, longest: 20, &generator))
            }
        }
        if !wishes.propertyNames.isEmpty, let name = value(wishes.propertyNames, name: "", depth: 30)?.string { names.append(name) }
        if isTrying {
            names += hints.names.shuffled(using: &generator).prefix(2)
            if let pattern = pick(hints.patterns), let term = PatternSampling.term(pattern) {
                names.append(PatternSampling.text(term, longest: 20, &generator))
            }
            names.append(pick(["extra", "x", "", "Ä", "a b"]) ?? "x")
        }
        return names.filter { allows($0, wishes) }
    }

    /// Whether no `additionalProperties` forbids a name outright.
    private func allows(_ name: String, _ wishes: JSONWishes) -> Bool {
        wishes.members.allSatisfy { members in
            guard let additional = members.additional, schema.nodes[additional].constant == false else { return true }
            return members.property(name) != nil || members.patterns.contains { (try? $0.pattern.matches(name)) == true }
        }
    }

    private func nodes(of name: String, _ wishes: JSONWishes) -> [Int] {
        var found: [Int] = []
        for members in wishes.members {
            let property = members.property(name)
            let matching = members.patterns.filter { (try? $0.pattern.matches(name)) == true }.map(\.schema)
            found += (property.map { [$0] } ?? []) + matching
            if property == nil, matching.isEmpty, let additional = members.additional { found.append(additional) }
        }
        return found.isEmpty ? wishes.unevaluatedMembers : found
    }
}
