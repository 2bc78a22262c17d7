import Diagnostics
import LocatedJSON

/// Keywords that hold the members of an object and the elements of an array to schemas of their own.
extension Evaluation {
    mutating func partsMeet(
        _ keyword: JSONSchemaKeyword, of node: JSONSchemaNode, _ value: JSONNode, _ seen: inout SeenParts
    ) throws(JSONSchemaUndecided) -> Bool {
        switch (keyword.rule, value.content) {
        case (.members(let rule), .object(let members)): return try membersMeet(rule, of: node, value, members, &seen)
        case (.propertyNames(let schema), .object(let members)): return try namesMeet(schema, of: node, members)
        case (.elements(let rule), .array(let elements)): return try elementsMeet(rule, of: node, value, elements, &seen)
        case (.uniqueItems, .array(let elements)): return try areUnique(elements, of: node, value)
        default: return true
        }
    }

    private mutating func membersMeet(
        _ rule: JSONSchemaMembers, of node: JSONSchemaNode, _ value: JSONNode, _ members: [JSONMember], _ seen: inout SeenParts
    ) throws(JSONSchemaUndecided) -> Bool {
        var isValid = true
        try spend(members.count / 2)
        for (place, member) in members.enumerated() {
            var isKnown = false
            var isMet = true
            if let property = rule.property(member.key) {
                isKnown = true
                if schema.nodes[property].constant == false {
                    isMet = false
                    fail(
                        "properties", of: node, "the property '\(member.key)' must not be there", value, at: member.keyRange,
                        token: member.key)
                } else {
                    isMet = try evaluate(property, member.value, at: member.key)
                }
            }
            for (pattern, schema) in rule.patterns {
                if !isMet, !isCollecting { return false }
                guard try matches(pattern, member.key) else { continue }
                isKnown = true
                if try !evaluate(schema, member.value, at: member.key) { isMet = false }
            }
            if !isKnown, let additional = rule.additional {
                isKnown = true
                if schema.nodes[additional].constant == false {
                    isMet = false
                    failUnknown(member, "additionalProperties", of: node, value, known: rule.properties.map(\.name))
                } else {
                    isMet = try evaluate(additional, member.value, at: member.key)
                }
            }
            if isKnown { seen.mark(place) }
            if isMet { continue }
            isValid = false
            if !isCollecting { return false }
        }
        return isValid
    }

    private mutating func failUnknown(
        _ member: JSONMember, _ keyword: String, of node: JSONSchemaNode, _ value: JSONNode, known: [String]
    ) {
        guard isCollecting else { return }
        let near = closestMatch(to: member.key, among: known.prefix(Self.mostCandidates))
        fail(
            keyword, of: node, "the property '\(member.key)' is not known here", value, at: member.keyRange, token: member.key,
            suggestion: near.map { "did you mean '\($0)'?" })
    }

    private mutating func namesMeet(_ schema: Int, of node: JSONSchemaNode, _ members: [JSONMember]) throws(JSONSchemaUndecided)
        -> Bool
    {
        var isValid = true
        for member in members {
            let name = JSONNode(.string(member.key), at: member.keyRange)
            if try evaluate(schema, name, at: member.key) { continue }
            isValid = false
            if !isCollecting { return false }
        }
        return isValid
    }

    private mutating func elementsMeet(
        _ rule: JSONSchemaElements, of node: JSONSchemaNode, _ value: JSONNode, _ elements: [JSONNode], _ seen: inout SeenParts
    ) throws(JSONSchemaUndecided) -> Bool {
        var isValid = true
        for (place, element) in elements.enumerated() {
            let schema: Int
            if place < rule.prefix.count {
                schema = rule.prefix[place]
            } else if let rest = rule.rest {
                schema = rest
            } else {
                break
            }
            if try evaluate(schema, element, at: String(place)) { continue }
            isValid = false
            if !isCollecting { return false }
        }
        seen.markAll(rule.rest == nil ? min(rule.prefix.count, elements.count) : elements.count)
        return isValid
    }

    private mutating func areUnique(_ elements: [JSONNode], of node: JSONSchemaNode, _ value: JSONNode)
        throws(JSONSchemaUndecided) -> Bool
    {
        try spend(nodeCount(value))
        var first: [JSONNode: Int] = [:]
        for (place, element) in elements.enumerated() {
            if elements.count <= 10 {
                guard let equal = elements[..<place].firstIndex(of: element) else { continue }
                fail(
                    "uniqueItems", of: node, "elements \(equal) and \(place) are equal", value, at: element.range,
                    token: String(place))
                return false
            }
            if let equal = first[element] {
                fail(
                    "uniqueItems", of: node, "elements \(equal) and \(place) are equal", value, at: element.range,
                    token: String(place))
                return false
            }
            first[element] = place
        }
        return true
    }

    // MARK: What no other keyword has judged

    mutating func restMeets(
        _ keyword: JSONSchemaKeyword, of node: JSONSchemaNode, _ value: JSONNode, _ seen: inout SeenParts
    ) throws(JSONSchemaUndecided) -> Bool {
        var isValid = true
        switch (keyword.rule, value.content) {
        case (.unevaluatedProperties(let rest), .object(let members)):
            try spend(members.count / 8)
            for (place, member) in members.enumerated() where !seen.contains(place) {
                if schema.nodes[rest].constant == false {
                    failUnknown(member, "unevaluatedProperties", of: node, value, known: [])
                    isValid = false
                } else if try !evaluate(rest, member.value, at: member.key) {
                    isValid = false
                }
                if !isValid, !isCollecting { return false }
            }
            seen.markAll(members.count)
        case (.unevaluatedItems(let rest), .array(let elements)):
            try spend(elements.count / 8)
            for (place, element) in elements.enumerated() where !seen.contains(place) {
                if try evaluate(rest, element, at: String(place)) { continue }
                isValid = false
                if !isCollecting { return false }
            }
            seen.markAll(elements.count)
        default: break
        }
        return isValid
    }
}
