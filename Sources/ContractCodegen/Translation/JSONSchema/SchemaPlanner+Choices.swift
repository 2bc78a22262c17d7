import ContractModel
import LocatedJSON

extension SchemaPlanner {
    /// Nil where no choice says what the value is: such as those between lists of `required` members.
    mutating func planChoices(_ facets: SchemaFacets, _ parts: [SchemaPart], _ hint: Hint) -> JSONSlot? {
        let groups = facets.choices.filter { group in
            group.branches.contains { SchemaFacets([SchemaPart(node: $0)], in: schema).bearsShape }
        }
        guard let group = groups.first else { return nil }
        guard groups.count == 1 else { return untyped(parts, "two choices are to be made for one value") }
        let base = facets.saysLittle ? [] : parts.map { SchemaPart(node: $0.node, isChosen: true, only: $0.only) }
        var branches: [[SchemaPart]] = []
        var isNullable = false
        for branch in group.branches {
            let own = SchemaFacets([SchemaPart(node: branch)], in: schema)
            if own.isFalse { continue }
            let isNull = own.types == .null || (own.values.map { !$0.isEmpty && $0.allSatisfy(\.isNull) } ?? false)
            if isNull, facets.types?.contains(.null) ?? true { isNullable = true } else if !isNull { branches.append(base + [SchemaPart(node: branch)]) }
        }
        if branches.isEmpty { return JSONSlot(shape: .any) }
        if branches.count == 1 {
            // Two names for one node would be two types: what only may be null besides is the branch itself.
            var slot = plan(branches[0], hint)
            slot.isNullable = slot.isNullable || isNullable
            return slot
        }
        return planUnion(branches, source: group.source, facets, parts, hint, isNullable)
    }

    mutating func planUnion(
        _ branches: [[SchemaPart]], source: JSONNode?, _ facets: SchemaFacets, _ parts: [SchemaPart], _ hint: Hint, _ isNullable: Bool
    ) -> JSONSlot {
        let all = branches.map { SchemaFacets($0, in: schema) }
        let isNullable = isNullable || all.contains { $0.types?.contains(.null) ?? false || $0.values?.contains { $0.isNull } ?? false }
        if let slot = planSimilar(all, facets, parts, hint, isNullable) { return slot }
        if branches.count > 100 { return untyped(parts, "it is a choice of more than 100 schemas") }
        let (index, slot) = addType(facets, parts, hint, isNullable: isNullable)
        let (tag, tags) = discriminator(all, branches, source)
        var cases: [JSONPlannedType.Case] = []
        var names = Set<String>()
        for (place, branch) in branches.enumerated() {
            let wanted = caseName(branch, all[place], tags: tags.isEmpty ? [] : tags[place], count: place)
            var inner = plan(branch, Hint(name: SwiftName.type(wanted), parent: index))
            inner.isNullable = false
            if inner.shape == .any {
                types[index].kind = .wrapper(JSONSlot(shape: .any))
                return slot
            }
            if tag == nil, cases.contains(where: { $0.slot.shape == inner.shape }) { continue }
            var name = SwiftName.enumCase(wanted)
            if !names.insert(name).inserted { name = (2...).lazy.map { "\(name)\($0)" }.first { names.insert($0).inserted }! }
            let description = all[place].sources.first?["description"]?.string ?? all[place].sources.first?["title"]?.string
            cases.append(.init(name: name, slot: inner, documentation: documentationLines(description), tags: tags.isEmpty ? [] : tags[place]))
        }
        types[index].kind = cases.count == 1 ? .wrapper(cases[0].slot) : .choice(cases, tag: tag)
        return slot
    }

    /// Choices between texts, or between numbers, need no cases.
    private mutating func planSimilar(
        _ all: [SchemaFacets], _ facets: SchemaFacets, _ parts: [SchemaPart], _ hint: Hint, _ isNullable: Bool
    ) -> JSONSlot? {
        func kinds(_ facets: SchemaFacets) -> [JSONSchemaTypes] {
            if let values = facets.values {
                let found = values.filter { !$0.isNull }
                if found.allSatisfy({ $0.string != nil }) { return [.string] }
                if found.allSatisfy({ $0.number != nil }) { return [found.allSatisfy { $0.int64 != nil } ? .integer : .number] }
                return found.allSatisfy({ $0.bool != nil }) ? [.boolean] : []
            }
            if !facets.choices.isEmpty { return [] }
            return facets.types?.distinct ?? []
        }
        let found = all.map(kinds)
        if found.allSatisfy({ $0 == [.string] }) {
            if all.allSatisfy({ $0.values != nil }) {
                let texts = all.flatMap { facets in
                    facets.values!.compactMap(\.string).map { ($0, facets.values!.count == 1 ? documentationLines(facets.sources.last?["description"]?.string ?? facets.sources.last?["title"]?.string) : []) }
                }
                return planTexts(texts, facets, parts, hint, isNullable: isNullable)
            }
            return JSONSlot(shape: .string, isNullable: isNullable)
        }
        if found.allSatisfy({ $0 == [.integer] }) { return JSONSlot(shape: .int64, isNullable: isNullable) }
        if found.allSatisfy({ $0 == [.integer] || $0 == [.number] }) { return JSONSlot(shape: .double, isNullable: isNullable) }
        if found.allSatisfy({ $0 == [.boolean] }) { return JSONSlot(shape: .bool, isNullable: isNullable) }
        return nil
    }

    /// The member whose text says which branch an object is of: OpenAPI's `discriminator`, or one that every branch requires with
    /// values of its own.
    private func discriminator(_ all: [SchemaFacets], _ branches: [[SchemaPart]], _ source: JSONNode?) -> (String?, [[String]]) {
        guard all.allSatisfy({ $0.isObject && ($0.types == nil || $0.types?.distinct == [.object]) && $0.choices.isEmpty }) else { return (nil, []) }
        if let name = source?["discriminator"]?["propertyName"]?.string {
            let mapping = source?["discriminator"]?["mapping"]?.object ?? []
            let tags = zip(branches, all).map { branch, facets -> [String] in
                let own = texts(of: name, in: facets)
                if !own.isEmpty { return own }
                guard let key = branch.last.flatMap({ definition(of: $0.node) }) else { return [] }
                let mapped = mapping.filter { $0.value.string.map { $0 == key || $0.hasSuffix("/" + key) } ?? false }.map(\.key)
                return mapped.isEmpty ? [key] : mapped
            }
            if areDistinct(tags) { return (name, tags) }
        }
        for name in all[0].required {
            let tags = all.map { $0.required.contains(name) ? texts(of: name, in: $0) : [] }
            if areDistinct(tags) { return (name, tags) }
        }
        return (nil, [])
    }

    private func areDistinct(_ tags: [[String]]) -> Bool {
        tags.allSatisfy { !$0.isEmpty } && Set(tags.flatMap { $0 }).count == tags.reduce(0) { $0 + $1.count }
    }

    private func texts(of name: String, in facets: SchemaFacets) -> [String] {
        guard let parts = facets.properties.first(where: { $0.name == name })?.parts else { return [] }
        let values = SchemaFacets(parts, in: schema).values ?? []
        let texts = values.compactMap(\.string)
        return texts.count == values.count ? texts : []
    }

    /// The definition that a branch refers to.
    private func definition(of node: Int) -> String? {
        var node = node
        while schema.nodes[node].keywords.count == 1, case .reference(let target)? = schema.nodes[node].keywords.first?.rule { node = target }
        return node == 0 ? nil : definitionName(node)
    }

    private func caseName(_ branch: [SchemaPart], _ facets: SchemaFacets, tags: [String], count: Int) -> String {
        if tags.count == 1, !tags[0].isEmpty { return tags[0] }
        if let part = branch.last, part.only == 0 {
            if let name = definition(of: part.node) { return name }
            if let title = schema.nodes[part.node].source["title"]?.string, nameable(title) != nil { return title }
        }
        switch facets.types?.distinct.first {
        case .string? where branch.last?.only != 0 || facets.values == nil: return "string"
        case .integer?: return "integer"
        case .number?: return "number"
        case .boolean?: return "boolean"
        case .array?: return "array"
        case .object?: return "object"
        default: return "option\(count + 1)"
        }
    }
}
