import Diagnostics
import LocatedJSON

extension JSONSchemaLint {
    /// `{"minLength": 3}` takes every number: keywords bind values of their own type alone.
    mutating func checkMissingType(_ place: JSONSchemaLintPlace) {
        let others = ["type", "enum", "const", "$ref", "$dynamicRef", "$recursiveRef"] + JSONSchemaKeywords.combining
        guard place.isWhole, !others.contains(where: place.has) else { return }
        for member in place.members {
            guard let asked = JSONSchemaKeywords.types(of: member.key) else { continue }
            return findings.add(
                .jsonSchemaMissingType, "without 'type', '\(member.key)' is about \(asked.noun) and lets everything else in",
                at: member.keyRange, suggestion: "add \"type\": \"\(asked.names.sorted().last ?? "")\"")
        }
    }
}
