import Diagnostics
import LocatedJSON

/// The keywords that look at a value alone (2020-12, Validation).
extension SchemaCompiler {
    mutating func assertionRule(for member: JSONMember, in scope: SchemaScope) -> JSONSchemaRule? {
        switch member.key {
        case "type": return types(member, in: scope).map { .type($0) }
        case "const" where scope.draft >= .draft6: return .constant(member.value, cost: nodeCount(member.value))
        case "enum":
            guard let values = member.value.array else {
                refuse(member, expected: "a list of values")
                return nil
            }
            return .enumeration(JSONSchemaEnumeration(values))
        case "multipleOf":
            guard let divisor = number(member) else { return nil }
            guard divisor.isPositive else {
                report(Diagnostic(code: "json-schema/bad-keyword", "'multipleOf' takes a number above 0", at: member.value.range))
                return nil
            }
            return .multipleOf(divisor)
        case "minimum":
            let isExclusive = scope.draft == .draft4 && scope.node["exclusiveMinimum"]?.bool == true
            return number(member).map { isExclusive ? .exclusiveMinimum($0) : .minimum($0) }
        case "maximum":
            let isExclusive = scope.draft == .draft4 && scope.node["exclusiveMaximum"]?.bool == true
            return number(member).map { isExclusive ? .exclusiveMaximum($0) : .maximum($0) }
        case "exclusiveMinimum", "exclusiveMaximum":
            if scope.draft == .draft4 {
                if member.value.bool == nil { refuse(member, expected: "a boolean in draft-04") }
                return nil
            }
            return number(member).map { member.key == "exclusiveMinimum" ? .exclusiveMinimum($0) : .exclusiveMaximum($0) }
        case "minLength": return count(member).map { .minLength($0) }
        case "maxLength": return count(member).map { .maxLength($0) }
        case "pattern": return string(member).flatMap { regex($0, at: member.value.range) }.map { .pattern($0) }
        case "minItems": return count(member).map { .minItems($0) }
        case "maxItems": return count(member).map { .maxItems($0) }
        case "uniqueItems":
            guard let isUnique = member.value.bool else {
                refuse(member, expected: "a boolean")
                return nil
            }
            return isUnique ? .uniqueItems : nil
        case "minProperties": return count(member).map { .minProperties($0) }
        case "maxProperties": return count(member).map { .maxProperties($0) }
        case "required":
            // draft-03's boolean is still met with; it says nothing here.
            if scope.draft == .draft4, member.value.bool != nil { return nil }
            return names(member.value, of: member.key).map { .required($0) }
        case "dependentRequired" where scope.draft.isModern:
            guard let entries = member.value.object else {
                refuse(member, expected: "an object")
                return nil
            }
            return .dependentRequired(dependencies(entries))
        default: return nil
        }
    }

    mutating func dependencies(_ entries: [JSONMember]) -> [JSONSchemaDependency] {
        var dependencies: [JSONSchemaDependency] = []
        for entry in entries {
            guard let required = names(entry.value, of: entry.key) else { continue }
            dependencies.append(JSONSchemaDependency(name: entry.key, required: required))
        }
        return dependencies
    }

    private mutating func types(_ member: JSONMember, in scope: SchemaScope) -> JSONSchemaTypes? {
        var types: JSONSchemaTypes = []
        let elements: [JSONNode]
        switch member.value.content {
        case .string: elements = [member.value]
        case .array(let listed): elements = listed
        default:
            refuse(member, expected: "the name of a type or a list of them")
            return nil
        }
        for element in elements {
            guard let name = element.string, let known = JSONSchemaTypes.names.first(where: { $0.name == name }) else {
                let written = element.string.map { "'\($0)'" } ?? element.kind.description
                let suggestion = element.string.flatMap { closestMatch(to: $0, among: JSONSchemaTypes.names.map(\.name)) }
                report(
                    Diagnostic(
                        code: "json-schema/unknown-type", "\(written) is no type of JSON Schema", at: element.range,
                        notes: ["the types are null, boolean, object, array, number, string and integer"],
                        suggestion: suggestion.map { "did you mean '\($0)'?" }))
                return nil
            }
            types.insert(scope.draft == .draft4 && known.type == .integer ? .writtenInteger : known.type)
        }
        return types
    }
}
