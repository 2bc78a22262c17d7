import LocatedJSON

/// Keywords that hold the same value to further schemas.
extension Evaluation {
    mutating func othersMeet(
        _ keyword: JSONSchemaKeyword, of node: JSONSchemaNode, _ value: JSONNode, _ seen: inout SeenParts
    ) throws(JSONSchemaUndecided) -> Bool {
        switch keyword.rule {
        case .reference(let target): return try evaluate(target, value, &seen)
        case .dynamicReference(let initial, let anchor): return try evaluate(target(of: anchor, else: initial), value, &seen)
        case .allOf(let schemas): return try all(schemas, value, &seen)
        case .anyOf(let schemas): return try any(schemas, of: node, value, &seen)
        case .oneOf(let schemas): return try one(schemas, of: node, value, &seen)
        case .not(let schema):
            var unused = SeenParts(isTracked: false)
            guard try evaluateSilently(schema, value, &unused) else { return true }
            fail("not", of: node, "the value meets a schema that it must not meet", value)
            return false
        case .conditional(let condition, let then, let otherwise):
            var branch = SeenParts(isTracked: seen.isTracked)
            let holds = try evaluateSilently(condition, value, &branch)
            if holds { seen.formUnion(branch) }
            guard let next = holds ? then : otherwise else { return true }
            return try evaluate(next, value, &seen)
        case .dependentSchemas(let schemas): return try dependent(schemas, value, &seen)
        case .dependencies(let lists, let schemas):
            guard let members = value.object else { return true }
            let areThere = try meets(lists, keyword: "dependencies", of: node, value, members)
            if !areThere, !isCollecting { return false }
            return try dependent(schemas, value, &seen) && areThere
        case .contains(let rule): return try contains(rule, of: node, value, &seen)
        default: return true
        }
    }

    private mutating func all(_ schemas: [Int], _ value: JSONNode, _ seen: inout SeenParts) throws(JSONSchemaUndecided) -> Bool {
        var isValid = true
        for schema in schemas {
            if try evaluate(schema, value, &seen) { continue }
            isValid = false
            if !isCollecting { return false }
        }
        return isValid
    }

    private mutating func any(
        _ schemas: [Int], of node: JSONSchemaNode, _ value: JSONNode, _ seen: inout SeenParts
    ) throws(JSONSchemaUndecided) -> Bool {
        var isValid = false
        for schema in schemas {
            var branch = SeenParts(isTracked: seen.isTracked)
            guard try evaluateSilently(schema, value, &branch) else { continue }
            seen.formUnion(branch)
            isValid = true
            if !seen.isTracked { return true }
        }
        if !isValid { try failChoice("anyOf", schemas, of: node, value) }
        return isValid
    }

    private mutating func one(
        _ schemas: [Int], of node: JSONSchemaNode, _ value: JSONNode, _ seen: inout SeenParts
    ) throws(JSONSchemaUndecided) -> Bool {
        var met: [Int] = []
        for (place, schema) in schemas.enumerated() {
            var branch = SeenParts(isTracked: seen.isTracked)
            guard try evaluateSilently(schema, value, &branch) else { continue }
            if met.isEmpty { seen.formUnion(branch) }
            met.append(place)
            if met.count > 1 { break }
        }
        if met.count == 1 { return true }
        if met.isEmpty {
            try failChoice("oneOf", schemas, of: node, value)
        } else {
            fail(
                "oneOf", of: node,
                "the value meets more than one of the alternatives: number \(met[0] + 1) and number \(met[1] + 1)", value)
        }
        return false
    }

    private mutating func failChoice(_ keyword: String, _ schemas: [Int], of node: JSONSchemaNode, _ value: JSONNode)
        throws(JSONSchemaUndecided)
    {
        guard isCollecting else { return }
        var reasons: [JSONSchemaViolation] = []
        for schema in schemas { reasons += try causes(schema, value) }
        fail(
            keyword, of: node,
            schemas.count == 1
                ? "the value does not meet the one alternative" : "the value meets none of the \(schemas.count) alternatives",
            value, causes: reasons)
    }

    private mutating func dependent(_ schemas: [JSONSchemaProperty], _ value: JSONNode, _ seen: inout SeenParts)
        throws(JSONSchemaUndecided) -> Bool
    {
        guard let members = value.object else { return true }
        var isValid = true
        for property in schemas {
            try spend(1 + members.count / 8)
            guard members.contains(where: { $0.key.isSameText(as: property.name) }) else { continue }
            if try evaluate(property.schema, value, &seen) { continue }
            isValid = false
            if !isCollecting { return false }
        }
        return isValid
    }

    private mutating func contains(
        _ rule: JSONSchemaContains, of node: JSONSchemaNode, _ value: JSONNode, _ seen: inout SeenParts
    ) throws(JSONSchemaUndecided) -> Bool {
        guard let elements = value.array else { return true }
        var count = 0
        for (place, element) in elements.enumerated() {
            var unused = SeenParts(isTracked: false)
            guard try evaluateSilently(rule.schema, element, &unused) else { continue }
            count += 1
            if rule.evaluates { seen.mark(place) }
            if let maximum = rule.maximum, count > maximum {
                fail("maxContains", of: node, "more than \(counted(maximum, "element")) of the array match", value)
                return false
            }
            if count >= rule.minimum, rule.maximum == nil, !seen.isTracked { return true }
        }
        if count >= rule.minimum { return true }
        fail(
            rule.minimum == 1 ? "contains" : "minContains", of: node,
            rule.minimum == 1
                ? "no element of the array matches" : "\(count) elements of the array match, fewer than \(rule.minimum)", value)
        return false
    }
}
