import ContractModel
import LocatedJSON

extension SchemaPlanner {
    mutating func plan(_ facets: SchemaFacets, _ parts: [SchemaPart], _ hint: Hint) -> JSONSlot {
        let isNullable = facets.types?.contains(.null) ?? false
        if facets.isFalse { return JSONSlot(shape: .any) }
        if let values = facets.values { return planValues(values, facets, parts, hint, isNullable) }
        if let slot = planChoices(facets, parts, hint) { return slot }
        let kinds = facets.types?.distinct ?? inferred(facets)
        if kinds.isEmpty { return JSONSlot(shape: .any) }
        if kinds.count == 1 { return plan(kinds[0], facets, parts, hint, isNullable) }
        if kinds.count == JSONSchemaTypes.kinds.count - 1 { return JSONSlot(shape: .any) }
        let branches = kinds.map { kind in parts.map { SchemaPart(node: $0.node, isChosen: true, only: kind.rawValue) } }
        return planUnion(branches, source: nil, facets, parts, hint, isNullable)
    }

    /// Schemas without `type` are taken for what their keywords speak of.
    private func inferred(_ facets: SchemaFacets) -> [JSONSchemaTypes] {
        if facets.isObject { return [.object] }
        if facets.isArray { return [.array] }
        if facets.isText || facets.encoding != nil { return [.string] }
        if facets.isNumber { return [.number] }
        if let format = facets.format, Self.textFormats.contains(format) { return [.string] }
        return []
    }

    private static let textFormats: Set<String> = [
        "date-time", "date", "time", "duration", "email", "idn-email", "hostname", "idn-hostname", "ipv4", "ipv6", "uri", "uri-reference", "iri",
        "iri-reference", "uuid", "uri-template", "json-pointer", "relative-json-pointer", "regex", "byte", "binary",
    ]

    private mutating func plan(
        _ kind: JSONSchemaTypes, _ facets: SchemaFacets, _ parts: [SchemaPart], _ hint: Hint, _ isNullable: Bool
    ) -> JSONSlot {
        switch kind {
        case .object: return planObject(facets, parts, hint, isNullable)
        case .array: return planArray(facets, parts, hint, isNullable)
        case .string: return planText(facets, isNullable)
        case .integer:
            return number(facets.isBeyondInt64 ? (facets.isBeyondUInt64 ? .double : .uint64) : .int64, facets, isNullable)
        case .number: return number(.double, facets, isNullable)
        default: return JSONSlot(shape: .bool, isNullable: isNullable)
        }
    }

    private func number(_ shape: JSONShape, _ facets: SchemaFacets, _ isNullable: Bool) -> JSONSlot {
        let checks = facets.checks.compactMap { check -> JSONCheck? in
            switch check {
            case .bound(let label, let text):
                guard shape != .double else { return .bound(label, swiftNumber(text)) }
                // Bounds of whole numbers may have fractions, or lie beyond what the type holds: those are left out.
                guard let bound = JSONNumber(text)?.int64, shape == .int64 || bound >= 0 else { return nil }
                return .bound(label, String(bound))
            case .multiple(let text):
                guard shape != .double, let divisor = JSONNumber(text)?.int64, divisor > 0 else { return nil }
                return .multiple(String(divisor))
            default: return nil
            }
        }
        return JSONSlot(shape: shape, isNullable: isNullable, checks: checks)
    }

    private func planText(_ facets: SchemaFacets, _ isNullable: Bool) -> JSONSlot {
        let lengths = facets.checks.filter { if case .length = $0 { true } else { false } }
        switch (facets.format, facets.encoding) {
        case ("date-time", _): return JSONSlot(shape: .dateTime, isNullable: isNullable)
        case ("date", _): return JSONSlot(shape: .day, isNullable: isNullable)
        case ("time", _): return JSONSlot(shape: .time, isNullable: isNullable)
        case ("uuid", _): return JSONSlot(shape: .uniqueIdentifier, isNullable: isNullable)
        case ("byte", _), (_, "base64"): return JSONSlot(shape: .base64, isNullable: isNullable)
        default: return JSONSlot(shape: .string, isNullable: isNullable, checks: lengths)
        }
    }

    private mutating func planValues(
        _ values: [JSONNode], _ facets: SchemaFacets, _ parts: [SchemaPart], _ hint: Hint, _ isNullable: Bool
    ) -> JSONSlot {
        let others = values.filter { !$0.isNull && (facets.types?.allows($0) ?? true) }
        let hasNull = values.contains { $0.isNull } && (facets.types?.contains(.null) ?? true)
        if others.isEmpty { return JSONSlot(shape: .any) }
        let texts = others.compactMap(\.string)
        if texts.count == others.count {
            if texts.count > 1_000 { return JSONSlot(shape: .string, isNullable: hasNull) }
            return planTexts(texts.map { ($0, []) }, facets, parts, hint, isNullable: hasNull)
        }
        if others.allSatisfy({ $0.bool != nil }) { return JSONSlot(shape: .bool, isNullable: hasNull) }
        if others.allSatisfy({ $0.int64 != nil }) { return JSONSlot(shape: .int64, isNullable: hasNull) }
        if others.allSatisfy({ $0.number != nil }) { return JSONSlot(shape: .double, isNullable: hasNull) }
        return untyped(parts, "'enum' lists values of several types")
    }

    mutating func planTexts(
        _ texts: [(value: String, documentation: [String])], _ facets: SchemaFacets, _ parts: [SchemaPart], _ hint: Hint, isNullable: Bool
    ) -> JSONSlot {
        let (index, slot) = addType(facets, parts, hint, isNullable: isNullable)
        var names = MemberNames()
        var cases: [(value: String, name: String, documentation: [String])] = []
        for (value, documentation) in texts where !cases.contains(where: { $0.value.utf8.elementsEqual(value.utf8) }) {
            let name = options.names["\(types[index].path).\(value)"] ?? SwiftName.enumCase(value.isEmpty ? "empty" : value)
            if let clash = names.claim(name, for: value, of: types[index].path, at: facets.sources.first?.range) { diagnostics.append(clash) }
            cases.append((value, name, documentation))
        }
        types[index].kind = .texts(cases)
        return slot
    }

    private mutating func planArray(_ facets: SchemaFacets, _ parts: [SchemaPart], _ hint: Hint, _ isNullable: Bool) -> JSONSlot {
        if facets.prefix.isEmpty {
            let element = facets.rest.isEmpty ? JSONSlot(shape: .any) : plan(facets.rest, Hint(name: SwiftName.type(singular(hint.name)), parent: hint.parent))
            let checks = facets.checks.filter { check in
                switch check {
                case .count, .unique: true
                default: false
                }
            }
            return JSONSlot(shape: .array(element), isNullable: isNullable, checks: checks)
        }
        let (index, slot) = addType(facets, parts, hint, isNullable: isNullable)
        let least = facets.checks.reduce(0) { least, check in if case .count(let count, _) = check { max(least, count) } else { least } }
        var fields: [JSONPlannedType.Field] = []
        var names = Set<String>()
        for (place, parts) in facets.prefix.enumerated() {
            let title = schema.nodes[parts[0].node].source["title"]?.string.flatMap(nameable)
            var name = title.map(SwiftName.member) ?? "item\(place)"
            if !names.insert(name).inserted || name == "rest" { name = "item\(place)" }
            let inner = plan(parts, Hint(name: SwiftName.type(name), parent: index))
            fields.append(.init(wireName: "\(place)", name: name, slot: inner, isRequired: place < least))
        }
        let isClosed = facets.rest.contains { schema.nodes[$0.node].constant == false }
        let rest: JSONSlot? = isClosed ? nil : facets.rest.isEmpty ? JSONSlot(shape: .any) : plan(facets.rest, Hint(name: "Rest", parent: index))
        types[index].kind = .tuple(fields, rest: rest)
        return slot
    }

    private mutating func planObject(_ facets: SchemaFacets, _ parts: [SchemaPart], _ hint: Hint, _ isNullable: Bool) -> JSONSlot {
        let others = facets.additional.filter { schema.nodes[$0.node].constant == nil && !schema.nodes[$0.node].keywords.isEmpty }
        let isClosed = facets.additional.contains { schema.nodes[$0.node].constant == false }
        let members = facets.properties.map(\.name) + facets.required.filter { name in !facets.properties.contains { $0.name == name } }
        if members.isEmpty, parts != [SchemaPart(node: 0)] || !isClosed {
            let inner = Hint(name: SwiftName.type(singular(hint.name)), parent: hint.parent)
            if facets.patterns.count == 1, others.isEmpty { return JSONSlot(shape: .map(plan(facets.patterns, inner)), isNullable: isNullable) }
            if facets.patterns.isEmpty, !others.isEmpty { return JSONSlot(shape: .map(plan(others, inner)), isNullable: isNullable) }
            return JSONSlot(shape: .map(JSONSlot(shape: .any)), isNullable: isNullable)
        }
        let (index, slot) = addType(facets, parts, hint, isNullable: isNullable)
        var names = MemberNames()
        var fields: [JSONPlannedType.Field] = []
        for name in members {
            let parts = facets.properties.first { $0.name == name }?.parts ?? []
            let path = types[index].path
            let member = options.names["\(path).\(name)"] ?? SwiftName.member(name)
            if let clash = names.claim(member, for: name, of: path, at: facets.sources.first?.range) { diagnostics.append(clash) }
            let type = SwiftName.type(name)
            let planned = parts.isEmpty ? JSONSlot(shape: .any) : plan(parts, Hint(name: type, parent: index))
            var field = JSONPlannedType.Field(wireName: name, name: member, slot: planned, isRequired: facets.required.contains(name))
            let source = parts.first.map { schema.nodes[$0.node].source }
            field.documentation = documentationLines(source?["description"]?.string ?? source?["title"]?.string)
            if source?["deprecated"]?.bool == true { field.documentation.append("Deprecated: the schema says so.") }
            field.initial = source?["default"].flatMap { initial($0, planned) }
            fields.append(field)
        }
        types[index].kind = .object(fields, extra(facets, others, isClosed, index))
        return slot
    }

    private mutating func extra(_ facets: SchemaFacets, _ others: [SchemaPart], _ isClosed: Bool, _ index: Int) -> JSONPlannedType.Extra {
        let hint = Hint(name: "AdditionalProperty", parent: index)
        if facets.patterns.isEmpty, !others.isEmpty { return .kept(plan(others, hint)) }
        if facets.patterns.count == 1, others.isEmpty, isClosed { return .kept(plan(facets.patterns, hint)) }
        if !facets.patterns.isEmpty || options.extraMembers && !isClosed { return .kept(JSONSlot(shape: .any)) }
        return isClosed && options.constraints ? .refused : .ignored
    }

    /// A default as Swift writes it; nil where it is none of the type's, or of a type without literals.
    private func initial(_ value: JSONNode, _ slot: JSONSlot) -> String? {
        switch (slot.shape, value.content) {
        case (.bool, .bool(let value)): return value ? "true" : "false"
        case (.string, .string(let text)): return swiftLiteral(text)
        case (.int64, .number(let number)): return number.int64.map { $0 == .min ? nil : String($0) } ?? nil
        case (.uint64, .number(let number)): return number.int64.flatMap { $0 >= 0 ? String($0) : nil }
        case (.double, .number(let number)): return number.double.isFinite ? swiftNumber(number.text) : nil
        case (.named(let index), .string(let text)):
            guard case .texts(let cases) = types[index].kind, let one = cases.first(where: { $0.value == text }) else { return nil }
            return "." + SwiftName.escaped(one.name)
        case (.array, .array(let elements)) where elements.isEmpty: return "[]"
        case (.map, .object(let members)) where members.isEmpty: return "[:]"
        default: return nil
        }
    }
}

/// A JSON number as a literal of `Double`.
func swiftNumber(_ text: String) -> String {
    let value = Double(text) ?? 0
    return value.isFinite ? "\(value)" : value < 0 ? "-Swift.Double.greatestFiniteMagnitude" : "Swift.Double.greatestFiniteMagnitude"
}

extension SchemaFacets {
    private var bounds: [(label: String, number: JSONNumber)] {
        checks.compactMap { check in if case .bound(let label, let text) = check { JSONNumber(text).map { (label, $0) } } else { nil } }
    }

    /// Values above `Int64.max` are allowed on purpose: from 0 up to a bound beyond it, or by the format.
    fileprivate var isBeyondInt64: Bool {
        if format == "uint64" { return true }
        return bounds.contains { ["to", "below"].contains($0.label) && $0.number.int64 == nil && $0.number.isPositive }
            || bounds.contains { ["from", "above"].contains($0.label) && $0.number.int64 == nil }
    }

    fileprivate var isBeyondUInt64: Bool {
        if format == "uint64" { return false }
        let isNatural = bounds.contains { ["from", "above"].contains($0.label) && ($0.number.int64 ?? -1) >= -1 && $0.number.int64 != nil }
        return !isNatural || bounds.contains { ["to", "below"].contains($0.label) && $0.number.double > 18_446_744_073_709_551_616 }
    }
}

extension JSONSchemaTypes {
    func allows(_ value: JSONNode) -> Bool {
        switch value.kind {
        case .null: contains(.null)
        case .bool: contains(.boolean)
        case .number: contains(.number) || contains(.integer)
        case .string: contains(.string)
        case .array: contains(.array)
        case .object: contains(.object)
        }
    }
}
