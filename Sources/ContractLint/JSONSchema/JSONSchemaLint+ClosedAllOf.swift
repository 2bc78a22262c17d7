import Diagnostics
import LocatedJSON

extension JSONSchemaLint {
    /// `additionalProperties` sees the properties beside it and no others: closed, it refuses what other branches ask for.
    mutating func checkClosedAllOf(_ place: JSONSchemaLintPlace) {
        guard let branches = place.node["allOf"]?.array else { return }
        func names(_ node: JSONNode) -> Set<String> { Set(node["properties"]?.object?.map(\.key) ?? []) }
        var owners: [String: Int] = [:]
        for name in ([place.node] + branches).flatMap(names) { owners[name, default: 0] += 1 }
        for branch in branches {
            guard let closing = branch.member("additionalProperties"), closing.value.bool == false, branch["patternProperties"] == nil
            else { continue }
            let refused = Set(owners.keys).subtracting(names(branch))
            guard !refused.isEmpty else { continue }
            findings.add(
                .jsonSchemaClosedAllOf, "this branch refuses \(quotedList(refused.sorted())), of which others in 'allOf' speak",
                at: closing.range, suggestion: "say \"unevaluatedProperties\": false beside 'allOf' in its place (2019-09 and later)")
        }
    }
}
