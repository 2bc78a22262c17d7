import Diagnostics
import LocatedJSON

extension JSONSchemaLint {
    /// `additionalProperties` sees the properties beside it and no others: closed, it refuses what other branches ask for.
    mutating func checkClosedAllOf(_ place: JSONSchemaLintPlace) {
        guard let branches = place.node["allOf"]?.array else { return }
        func names(_ node: JSONNode) -> Set<String> { Set(node["properties"]?.object?.map(\.key) ?? []) }
        let all = Set(([place.node] + branches).flatMap(names))
        let ordered = all.sorted()
        for branch in branches where !findings.isFull {
            guard let closing = branch.member("additionalProperties"), closing.value.bool == false, branch["patternProperties"] == nil
            else { continue }
            let own = names(branch)
            guard own.count < all.count else { continue }
            let refused = quotedList(ordered.lazy.filter { !own.contains($0) }, count: all.count - own.count)
            findings.add(
                .jsonSchemaClosedAllOf, "this branch refuses \(refused), of which others in 'allOf' speak",
                at: closing.range, suggestion: "say \"unevaluatedProperties\": false beside 'allOf' in its place (2019-09 and later)")
        }
    }
}
