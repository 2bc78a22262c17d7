import ContractModel
import LocatedJSON

/// Whether no value can meet two schemas. What is not plain counts as possible.
extension SchemaComparison {
    mutating func areDisjoint(_ left: Int, _ right: Int, depth: Int = 0) -> Bool {
        guard depth < 4, !isOver else { return false }
        spend(1)
        if shapes[left].isNever || shapes[right].isNever { return true }
        let facts = (facts(of: left), facts(of: right))
        let shared = facts.0.kinds.intersection(facts.1.kinds)
        if shared.isEmpty { return true }
        if let first = facts.0.values, let second = facts.1.values {
            spend(first.count + second.count)
            if Set(first).isDisjoint(with: second) { return true }
        }
        guard shared == .object else { return false }
        return areDisjoint(objects: facts.0.objects, facts.1.objects, depth: depth)
    }

    /// Objects that both need a property, with values that have nothing in common; or one needs what the other forbids.
    private mutating func areDisjoint(objects left: [ObjectFact], _ right: [ObjectFact], depth: Int) -> Bool {
        let needed = (Set(left.flatMap(\.demand.required)), Set(right.flatMap(\.demand.required)))
        spend(needed.0.count + needed.1.count)
        for name in needed.0.union(needed.1) {
            if needed.0.contains(name), right.contains(where: { $0.forbids(name) }) { return true }
            if needed.1.contains(name), left.contains(where: { $0.forbids(name) }) { return true }
            guard needed.0.contains(name), needed.1.contains(name) else { continue }
            for first in left.compactMap({ $0.property(name) }) {
                for second in right.compactMap({ $0.property(name) }) {
                    let pair = (shape(first.0, first.1), shape(second.0, second.1))
                    if areDisjoint(pair.0, pair.1, depth: depth + 1) { return true }
                }
            }
        }
        return false
    }

    private mutating func facts(of shape: Int, depth: Int = 0) -> ShapeFacts {
        var facts = ShapeFacts()
        let version = shapes[shape].version
        guard depth < 6 else { return facts }
        spend(1)
        for demand in shapes[shape].demands where !isOver {
            switch demand {
            case .value(let value):
                facts.kinds.formIntersection(value.kinds)
                if let object = value.object { facts.objects.append(ObjectFact(demand: object, version: version)) }
            case .oneOfValues(let allowed):
                facts.kinds.formIntersection(allowed.values.reduce(into: []) { $0.formUnion(ValueKinds(of: $1)) })
                facts.values = allowed.values
            case .reference(let target):
                let target = self.shape(target, version)
                facts.merge(self.facts(of: target, depth: depth + 1))
            case .combined(.allOf, let branches):
                for branch in branches {
                    let branch = self.shape(branch, version)
                    facts.merge(self.facts(of: branch, depth: depth + 1))
                }
            case .combined(_, let branches):
                var kinds: ValueKinds = []
                for branch in branches {
                    let branch = self.shape(branch, version)
                    kinds.formUnion(self.facts(of: branch, depth: depth + 1).kinds)
                }
                facts.kinds.formIntersection(kinds)
            case .not, .conditional, .undecidable: break
            }
        }
        return facts
    }
}

/// What is plain about all values of a schema.
private struct ShapeFacts {
    var kinds = ValueKinds.all
    var values: [JSONNode]?
    var objects: [ObjectFact] = []

    mutating func merge(_ other: ShapeFacts) {
        kinds.formIntersection(other.kinds)
        values = values ?? other.values
        objects += other.objects
    }
}

private struct ObjectFact {
    var demand: ObjectDemand
    var version: SchemaVersion

    func property(_ name: String) -> (Int, SchemaVersion)? {
        demand.properties.first { $0.name.isSameText(as: name) }.map { ($0.schema, version) }
    }

    /// Whether an object with this property is refused in any case.
    func forbids(_ name: String) -> Bool {
        guard case .closed = demand.rest, demand.evaluatedBy.isEmpty, property(name) == nil else { return false }
        return !demand.patterns.contains { (try? $0.pattern.matches(name)) ?? true }
    }
}
