import Diagnostics
import LocatedJSON

extension JSONSchemaLint {
    /// Up to draft-07 nothing beside `$ref` counts. Says whether that is so here.
    mutating func checkBesideRef(_ place: JSONSchemaLintPlace) -> Bool {
        guard !place.dialect.draft.isModern, place.node["$ref"]?.string != nil else { return false }
        let harmless = Set(JSONSchemaKeywords.core + JSONSchemaKeywords.annotations)
        for member in place.members where JSONSchemaKeywords.all.contains(member.key) && !harmless.contains(member.key) {
            findings.add(
                .jsonSchemaIgnoredBesideRef, "'\(member.key)' stands beside '$ref', where \(place.dialect.draft.name) passes over it",
                at: member.keyRange, suggestion: "put both into 'allOf', or say a later draft in '$schema'")
        }
        return true
    }
}
