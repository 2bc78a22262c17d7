import Diagnostics
import LocatedJSON

extension SchemaCompiler {
    /// What a keyword asks for; nil for one that asks nothing here: an annotation, another dialect's, one that another keyword
    /// of the schema takes in.
    mutating func rule(for member: JSONMember, in scope: SchemaScope) -> JSONSchemaRule? {
        switch member.key {
        case "$ref", "$dynamicRef", "$recursiveRef": return referenceRule(for: member, in: scope)
        default: break
        }
        if scope.dialect.vocabularies.contains(.applicator), let rule = applicatorRule(for: member, in: scope) { return rule }
        if scope.dialect.vocabularies.contains(.validation), let rule = assertionRule(for: member, in: scope) { return rule }
        switch member.key {
        case "unevaluatedProperties" where scope.draft.isModern && scope.dialect.vocabularies.contains(.unevaluated):
            return children(of: member.key, in: scope).first.map { .unevaluatedProperties($0) }
        case "unevaluatedItems" where scope.draft.isModern && scope.dialect.vocabularies.contains(.unevaluated):
            return children(of: member.key, in: scope).first.map { .unevaluatedItems($0) }
        case "format":
            guard let name = string(member), options.assertsFormat || scope.dialect.vocabularies.contains(.formatAssertion) else {
                return nil
            }
            return JSONSchemaFormat(name: name, draft: scope.draft).map { .format($0) }
        case "contentEncoding", "contentMediaType":
            guard options.assertsContent, scope.draft >= .draft7, string(member) != nil else { return nil }
            if member.key == "contentMediaType", scope.node["contentEncoding"] != nil { return nil }
            return .content(
                JSONSchemaContent(
                    encoding: scope.node["contentEncoding"]?.string, mediaType: scope.node["contentMediaType"]?.string))
        default: return nil
        }
    }

    // MARK: Values of keywords

    mutating func refuse(_ member: JSONMember, expected: String) {
        let found = member.value.kind.description
        report(
            Diagnostic(
                code: "json-schema/bad-keyword", "'\(member.key)' takes \(expected), this is \(found)", at: member.value.range))
    }

    mutating func string(_ member: JSONMember) -> String? {
        if let text = member.value.string { return text }
        refuse(member, expected: "a string")
        return nil
    }

    mutating func number(_ member: JSONMember) -> JSONNumber? {
        if let number = member.value.number { return number }
        refuse(member, expected: "a number")
        return nil
    }

    /// A whole number of at least 0. One beyond machine integers is as good as the largest.
    mutating func count(_ member: JSONMember) -> Int? {
        if let number = member.value.number, number.isWhole, !(number < JSONNumber(0)) {
            return number.int64.map { Int($0) } ?? .max
        }
        if member.value.number != nil {
            report(
                Diagnostic(
                    code: "json-schema/bad-keyword", "'\(member.key)' takes a whole number of at least 0", at: member.value.range)
            )
        } else {
            refuse(member, expected: "a whole number")
        }
        return nil
    }

    mutating func names(_ node: JSONNode, of keyword: String) -> [String]? {
        guard let elements = node.array else {
            report(
                Diagnostic(
                    code: "json-schema/bad-keyword", "'\(keyword)' takes a list of names, this is \(node.kind.description)",
                    at: node.range))
            return nil
        }
        var names: [String] = []
        for element in elements {
            guard let name = element.string else {
                report(
                    Diagnostic(
                        code: "json-schema/bad-keyword",
                        "'\(keyword)' takes a list of names, in it is \(element.kind.description)", at: element.range))
                return nil
            }
            names.append(name)
        }
        return names
    }
}
