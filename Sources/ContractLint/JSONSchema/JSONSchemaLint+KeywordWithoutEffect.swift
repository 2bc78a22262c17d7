import Diagnostics
import LocatedJSON

extension JSONSchemaLint {
    mutating func checkEffects(_ place: JSONSchemaLintPlace) {
        for member in place.members {
            guard let why = whyWithoutEffect(member.key, place) else { continue }
            findings.add(.jsonSchemaKeywordWithoutEffect, "'\(member.key)' has no effect: \(why)", at: member.keyRange)
        }
    }

    private func whyWithoutEffect(_ keyword: String, _ place: JSONSchemaLintPlace) -> String? {
        if JSONSchemaKeywords.isMissing(keyword, in: place.dialect.draft) { return "\(place.dialect.draft.name) does not have it" }
        switch keyword {
        case "then", "else": return place.has("if") ? nil : "there is no 'if' beside it"
        case "if": return place.has("then") || place.has("else") ? nil : "there is neither 'then' nor 'else' beside it"
        case "minContains", "maxContains": return place.has("contains") ? nil : "there is no 'contains' beside it"
        case "additionalItems": return place.node["items"]?.array != nil ? nil : "'items' is no list of schemas"
        default: return nil
        }
    }
}
