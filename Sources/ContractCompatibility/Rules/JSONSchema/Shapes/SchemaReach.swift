import ContractModel
import LocatedJSON

/// What a schema leads to.
enum SchemaReach {
    /// The schemas that a keyword applies to the same value.
    static func inPlace(_ rule: JSONSchemaRule) -> [Int] {
        switch rule {
        case .reference(let target), .dynamicReference(let target, _): [target]
        case .allOf(let branches), .anyOf(let branches), .oneOf(let branches): branches
        case .not(let schema): [schema]
        case .conditional(let condition, let then, let otherwise): [condition] + [then, otherwise].compactMap { $0 }
        case .dependentSchemas(let properties), .dependencies(_, let properties): properties.map(\.schema)
        default: []
        }
    }

    /// All schemas that a keyword names, in an order that only depends on how it is written.
    static func all(_ rule: JSONSchemaRule) -> [Int] {
        switch rule {
        case .elements(let elements): elements.prefix + [elements.rest].compactMap { $0 }
        case .contains(let contains): [contains.schema]
        case .members(let members):
            members.properties.map(\.schema) + members.patterns.map(\.schema) + [members.additional].compactMap { $0 }
        case .propertyNames(let schema), .unevaluatedProperties(let schema), .unevaluatedItems(let schema): [schema]
        default: inPlace(rule)
        }
    }

    /// Whether two schemas are written alike, those that they refer to included. `work` grows by the schemas looked at.
    static func isSame(_ left: Int, in old: JSONSchema, _ right: Int, in new: JSONSchema, work: inout Int) -> Bool {
        struct Pair: Hashable { var left: Int, right: Int }
        var seen: Set<Pair> = [Pair(left: left, right: right)]
        var waiting: [(pair: Pair, isReferred: Bool)] = [(Pair(left: left, right: right), true)]
        while let (pair, isReferred) = waiting.popLast() {
            work += 1
            let (first, second) = (old.nodes[pair.left], new.nodes[pair.right])
            // What stands inside a schema was compared with it.
            if isReferred, first.source != second.source { return false }
            guard first.keywords.count == second.keywords.count else { return false }
            let order: (JSONSchemaKeyword, JSONSchemaKeyword) -> Bool = { $0.name < $1.name }
            for (one, other) in zip(first.keywords.sorted(by: order), second.keywords.sorted(by: order)) {
                let isReference = one.name.hasSuffix("Ref") || one.name == "$ref"
                // Members may be written in another order.
                guard named(one, in: first), let lefts = ordered(one.rule), let rights = ordered(other.rule),
                    lefts.count == rights.count
                else { return false }
                for (left, right) in zip(lefts, rights) {
                    let next = Pair(left: left, right: right)
                    if seen.insert(next).inserted { waiting.append((next, isReference)) }
                }
            }
        }
        return true
    }

    private static func named(_ keyword: JSONSchemaKeyword, in node: JSONSchemaNode) -> Bool { node.source[keyword.name] != nil }

    private static func ordered(_ rule: JSONSchemaRule) -> [Int]? {
        switch rule {
        case .members(let members):
            members.properties.sorted { $0.name < $1.name }.map(\.schema)
                + members.patterns.sorted { $0.pattern.pattern < $1.pattern.pattern }.map(\.schema)
                + [members.additional].compactMap { $0 }
        case .dependentSchemas(let properties), .dependencies(_, let properties):
            properties.sorted { $0.name < $1.name }.map(\.schema)
        default: all(rule)
        }
    }

    /// Where it would take too long to tell, `work` grows beyond any limit, so that no verdict is built on the answer.
    static func mayMatch(_ pattern: ECMARegex, _ name: String, work: inout Int) -> Bool {
        let allowance = 500_000
        var steps = allowance
        guard let matches = try? pattern.matches(name, steps: &steps) else {
            work += 1 << 40
            return true
        }
        work += 1 + (allowance - steps) / 32
        return matches
    }

    /// Whether schemas applied to an object may count a property of this name as theirs, or look at it.
    static func mayEvaluate(_ name: String, by start: [Int], in schema: JSONSchema, work: inout Int) -> Bool {
        var seen = Set(start)
        var waiting = start
        while let node = waiting.popLast() {
            work += 1
            for keyword in schema.nodes[node].keywords {
                switch keyword.rule {
                case .members(let members):
                    if members.property(name) != nil || members.additional != nil { return true }
                    work += members.patterns.count
                    for (pattern, _) in members.patterns where mayMatch(pattern, name, work: &work) { return true }
                case .unevaluatedProperties: return true
                default: break
                }
                for next in inPlace(keyword.rule) where seen.insert(next).inserted { waiting.append(next) }
            }
        }
        return false
    }
}
