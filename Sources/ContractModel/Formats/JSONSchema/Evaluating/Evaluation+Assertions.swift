import Diagnostics
import LocatedJSON

/// Keywords that look at the value alone. One that is meant for another kind of value is met.
extension Evaluation {
    mutating func meets(_ keyword: JSONSchemaKeyword, of node: JSONSchemaNode, _ value: JSONNode) throws(JSONSchemaUndecided)
        -> Bool
    {
        switch value.content {
        case .number(let number):
            guard let isMet = numberMeets(keyword, of: node, value, number) else { break }
            return isMet
        case .string(let text):
            guard let isMet = try stringMeets(keyword, of: node, value, text) else { break }
            return isMet
        case .array(let elements):
            guard let isMet = countMeets(keyword, of: node, value, elements.count) else { break }
            return isMet
        case .object(let members):
            guard let isMet = try objectMeets(keyword, of: node, value, members) else { break }
            return isMet
        case .null, .bool: break
        }
        switch keyword.rule {
        case .type(let types):
            if types.holds(value) { return true }
            fail("type", of: node, "expected \(list(types.names, "or")), found \(described(value))", value)
            return false
        case .constant(let constant, let cost):
            try spend(cost)
            if constant == value { return true }
            fail("const", of: node, "expected \(excerpt(constant)), found \(excerpt(value))", value)
            return false
        case .enumeration(let enumeration):
            try spend(enumeration.isHashed ? nodeCount(value) : enumeration.cost)
            if enumeration.contains(value) { return true }
            guard isCollecting else { return false }
            let names = enumeration.values.prefix(Self.mostCandidates).compactMap(\.string)
            let near = value.string.flatMap { closestMatch(to: $0, among: names) }
            let allowed = list(enumeration.values.prefix(12).map(excerpt), "and") + (enumeration.values.count > 12 ? ", …" : "")
            fail(
                "enum", of: node,
                "\(excerpt(value)) is none of the values allowed: \(allowed)",
                value, suggestion: near.map { "did you mean '\($0)'?" })
            return false
        default: return true
        }
    }

    private mutating func numberMeets(
        _ keyword: JSONSchemaKeyword, of node: JSONSchemaNode, _ value: JSONNode, _ number: JSONNumber
    ) -> Bool? {
        let name: String
        let message: String
        switch keyword.rule {
        case .minimum(let bound):
            if number >= bound { return true }
            (name, message) = ("minimum", "\(excerpt(value)) is less than \(bound.text)")
        case .maximum(let bound):
            if number <= bound { return true }
            (name, message) = ("maximum", "\(excerpt(value)) is more than \(bound.text)")
        case .exclusiveMinimum(let bound):
            if number > bound { return true }
            (name, message) = ("exclusiveMinimum", "\(excerpt(value)) is not more than \(bound.text)")
        case .exclusiveMaximum(let bound):
            if number < bound { return true }
            (name, message) = ("exclusiveMaximum", "\(excerpt(value)) is not less than \(bound.text)")
        case .multipleOf(let divisor):
            if number.isMultiple(of: divisor) { return true }
            (name, message) = ("multipleOf", "\(excerpt(value)) is not a multiple of \(divisor.text)")
        default: return nil
        }
        fail(name, of: node, message, value)
        return false
    }

    private mutating func stringMeets(
        _ keyword: JSONSchemaKeyword, of node: JSONSchemaNode, _ value: JSONNode, _ text: String
    ) throws(JSONSchemaUndecided) -> Bool? {
        switch keyword.rule {
        case .minLength(let bound):
            // A scalar is at most four bytes, and at least one.
            if text.utf8.count / 4 >= bound { return true }
            try spend(text.utf8.count / 64)
            if text.utf8.count >= bound, text.unicodeScalars.count >= bound { return true }
            fail("minLength", of: node, "\(excerpt(value)) is shorter than \(counted(bound, "character"))", value)
        case .maxLength(let bound):
            if text.utf8.count <= bound { return true }
            try spend(text.utf8.count / 64)
            if text.unicodeScalars.count <= bound { return true }
            fail("maxLength", of: node, "\(excerpt(value)) is longer than \(counted(bound, "character"))", value)
        case .pattern(let regex):
            if try matches(regex, text) { return true }
            fail("pattern", of: node, "\(excerpt(value)) does not match the pattern '\(regex.pattern)'", value)
        case .format(let format):
            // Reading a pattern that repeats means to lay it out.
            try spend(1 + text.utf8.count / 16 + (format != .regex ? 0 : text.utf8.contains(UInt8(ascii: "{")) ? 20_000 : 500))
            if format.holds(text) { return true }
            fail("format", of: node, "\(excerpt(value)) is not \(format.description)", value)
        case .content(let content):
            try spend(1 + text.utf8.count / 4)
            guard let problem = content.problem(text) else { return true }
            fail(keyword.name, of: node, "\(excerpt(value)) \(problem)", value)
        default: return nil
        }
        return false
    }

    private mutating func countMeets(_ keyword: JSONSchemaKeyword, of node: JSONSchemaNode, _ value: JSONNode, _ count: Int)
        -> Bool?
    {
        switch keyword.rule {
        case .minItems(let bound):
            if count >= bound { return true }
            fail("minItems", of: node, "the array has \(counted(count, "element")), fewer than \(bound)", value)
        case .maxItems(let bound):
            if count <= bound { return true }
            fail("maxItems", of: node, "the array has \(counted(count, "element")), more than \(bound)", value)
        default: return nil
        }
        return false
    }

    private mutating func objectMeets(
        _ keyword: JSONSchemaKeyword, of node: JSONSchemaNode, _ value: JSONNode, _ members: [JSONMember]
    ) throws(JSONSchemaUndecided) -> Bool? {
        switch keyword.rule {
        case .minProperties(let bound):
            if members.count >= bound { return true }
            fail("minProperties", of: node, "the object has \(members.count) properties, fewer than \(bound)", value)
            return false
        case .maxProperties(let bound):
            if members.count <= bound { return true }
            fail("maxProperties", of: node, "the object has \(members.count) properties, more than \(bound)", value)
            return false
        case .required(let names):
            return try has(names, "required", of: node, value, members) { "the property '\($0)' is missing" }
        case .dependentRequired(let dependencies): return try meets(dependencies, keyword: keyword.name, of: node, value, members)
        default: return nil
        }
    }

    mutating func meets(
        _ dependencies: [JSONSchemaDependency], keyword: String, of node: JSONSchemaNode, _ value: JSONNode,
        _ members: [JSONMember]
    ) throws(JSONSchemaUndecided) -> Bool {
        var isValid = true
        for dependency in dependencies {
            try spend(1 + members.count / 8)
            guard members.contains(where: { $0.key.isSameText(as: dependency.name) }) else { continue }
            let isMet = try has(dependency.required, keyword, of: node, value, members) {
                "the property '\($0)' is missing, which '\(dependency.name)' needs"
            }
            if !isMet { isValid = false }
            if !isValid, !isCollecting { return false }
        }
        return isValid
    }

    private mutating func has(
        _ names: [String], _ keyword: String, of node: JSONSchemaNode, _ value: JSONNode, _ members: [JSONMember],
        message: (String) -> String
    ) throws(JSONSchemaUndecided) -> Bool {
        var isValid = true
        // Looking through a large object once for each of many names would be slow.
        let keys = names.count > 8 && members.count > 8 ? Set(members.map { ExactText($0.key) }) : nil
        try spend(1 + (keys == nil ? names.count * members.count / 8 : names.count + members.count))
        for name in names {
            let isThere = keys?.contains(ExactText(name)) ?? members.contains { $0.key.isSameText(as: name) }
            if isThere { continue }
            if !isCollecting { return false }
            isValid = false
            let others = names.count * members.count > 10_000 ? [] : members.map(\.key).filter { !names.contains($0) }
            let near = closestMatch(to: name, among: others)
            fail(keyword, of: node, message(name), value, suggestion: near.map { "is '\($0)' meant?" })
        }
        return isValid
    }
}
