import Diagnostics
import LocatedJSON

extension JSONSchemaLint {
    /// `additionalProperties` sees the properties beside it and no others: closed, it refuses what other branches ask for.
    mutating func checkClosedAllOf(_ place: JSONSchemaLintPlace) {
        guard let branches = place.node["allOf"]?.array else { return }
        func names(_ node: JSONNode) -> Set<String> { Set(node["properties"]?.object?.map(\.key) ?? []) }
        let all = Set(([place.node] + branches).flatMap(names))
        for branch in branches where !findings.isFull && names(branch).count < all.count {
            guard let closing = branch.member("additionalProperties"), closing.value.bool == false, branch["patternProperties"] == nil
            else { continue }
            let refused = all.subtracting(names(branch))
            findings.add(
                .jsonSchemaClosedAllOf, "this branch refuses \(quotedList(refused.sorted())), of which others in 'allOf' speak",
                at: closing.range, suggestion: "say \"unevaluatedProperties\": false beside 'allOf' in its place (2019-09 and later)")
        }
    }
}
