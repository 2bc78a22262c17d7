import Diagnostics
import LocatedJSON

/// The keywords that hold schemas (2020-12, Core 10). Those that belong together become one rule, made at the first of them.
extension SchemaCompiler {
    mutating func applicatorRule(for member: JSONMember, in scope: SchemaScope) -> JSONSchemaRule? {
        switch member.key {
        case "properties", "patternProperties", "additionalProperties": return membersRule(at: member, in: scope)
        case "propertyNames" where scope.draft >= .draft6:
            return children(of: member.key, in: scope).first.map { .propertyNames($0) }
        case "items", "prefixItems": return elementsRule(at: member, in: scope)
        case "contains" where scope.draft >= .draft6: return containsRule(at: member, in: scope)
        case "allOf", "anyOf", "oneOf":
            guard let listed = member.value.array, !listed.isEmpty else {
                refuse(member, expected: "a list of at least one schema")
                return nil
            }
            let schemas = children(of: member.key, in: scope)
            return member.key == "allOf" ? .allOf(schemas) : member.key == "anyOf" ? .anyOf(schemas) : .oneOf(schemas)
        case "not": return children(of: member.key, in: scope).first.map { .not($0) }
        case "if" where scope.draft >= .draft7:
            guard let condition = children(of: "if", in: scope).first else { return nil }
            return .conditional(
                if: condition, then: children(of: "then", in: scope).first, else: children(of: "else", in: scope).first)
        case "dependentSchemas" where scope.draft.isModern:
            return object(member).map { .dependentSchemas(properties($0, of: member.key, in: scope)) }
        case "dependencies": return dependenciesRule(at: member, in: scope)
        default: return nil
        }
    }

    private mutating func object(_ member: JSONMember) -> [JSONMember]? {
        if let members = member.value.object { return members }
        refuse(member, expected: "an object")
        return nil
    }

    private mutating func properties(_ entries: [JSONMember], of keyword: String, in scope: SchemaScope) -> [JSONSchemaProperty] {
        zip(entries, children(of: keyword, in: scope)).map { JSONSchemaProperty(name: $0.key, schema: $1) }
    }

    /// Whether `member` is the first of the keywords that stand in its schema.
    private func isFirst(_ member: JSONMember, of keywords: [String], in scope: SchemaScope) -> Bool {
        scope.node.object?.first { keywords.contains($0.key) }?.key == member.key
    }

    private mutating func membersRule(at member: JSONMember, in scope: SchemaScope) -> JSONSchemaRule? {
        guard isFirst(member, of: ["properties", "patternProperties", "additionalProperties"], in: scope) else { return nil }
        var known: [JSONSchemaProperty] = []
        if let member = scope.node.member("properties"), let entries = object(member) {
            known = properties(entries, of: member.key, in: scope)
        }
        var patterns: [(pattern: ECMARegex, schema: Int)] = []
        if let member = scope.node.member("patternProperties"), let entries = object(member) {
            for (entry, schema) in zip(entries, children(of: member.key, in: scope)) {
                if let pattern = regex(entry.key, at: entry.keyRange) { patterns.append((pattern, schema)) }
            }
        }
        let additional = children(of: "additionalProperties", in: scope).first
        return .members(JSONSchemaMembers(properties: known, patterns: patterns, additional: additional))
    }

    private mutating func elementsRule(at member: JSONMember, in scope: SchemaScope) -> JSONSchemaRule? {
        if scope.draft == .draft2020 {
            guard isFirst(member, of: ["prefixItems", "items"], in: scope) else { return nil }
            if let items = scope.node.member("items"), items.value.array != nil {
                report(
                    Diagnostic(
                        code: "json-schema/bad-keyword", "'items' takes one schema in 2020-12, this is an array",
                        at: items.value.range,
                        suggestion: "schemas for single elements stand in 'prefixItems'"))
                return nil
            }
            return .elements(
                JSONSchemaElements(prefix: children(of: "prefixItems", in: scope), rest: children(of: "items", in: scope).first))
        }
        // `additionalItems` says something only beside an array of `items`.
        guard member.key == "items" else { return nil }
        let schemas = children(of: "items", in: scope)
        if member.value.array == nil { return .elements(JSONSchemaElements(prefix: [], rest: schemas.first)) }
        return .elements(JSONSchemaElements(prefix: schemas, rest: children(of: "additionalItems", in: scope).first))
    }

    private mutating func containsRule(at member: JSONMember, in scope: SchemaScope) -> JSONSchemaRule? {
        guard let schema = children(of: member.key, in: scope).first else { return nil }
        var minimum = 1
        var maximum: Int?
        if scope.draft.isModern, scope.dialect.vocabularies.contains(.validation) {
            if let member = scope.node.member("minContains") { minimum = count(member) ?? 1 }
            if let member = scope.node.member("maxContains") { maximum = count(member) }
        }
        return .contains(
            JSONSchemaContains(schema: schema, minimum: minimum, maximum: maximum, evaluates: scope.draft == .draft2020))
    }

    private mutating func dependenciesRule(at member: JSONMember, in scope: SchemaScope) -> JSONSchemaRule? {
        guard let entries = object(member) else { return nil }
        let lists = dependencies(entries.filter { $0.value.array != nil })
        let schemas = properties(entries.filter { $0.value.array == nil }, of: member.key, in: scope)
        if schemas.isEmpty { return .dependentRequired(lists) }
        return lists.isEmpty ? .dependentSchemas(schemas) : .dependencies(lists, schemas)
    }
}
