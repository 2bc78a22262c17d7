import Diagnostics
import LocatedJSON

extension JSONSchemaLint {
    mutating func checkKeywordTypes(_ place: JSONSchemaLintPlace) {
        guard let types = place.types, !types.isEmpty else { return }
        for member in place.members {
            guard let asked = JSONSchemaKeywords.types(of: member.key), asked.names.isDisjoint(with: types) else { continue }
            findings.add(
                .jsonSchemaKeywordOfOtherType,
                "'\(member.key)' is about \(asked.noun), and only \(quotedList(types.sorted(), count: types.count)) can stand here",
                at: member.keyRange,
                suggestion: "take it away, or mend 'type'")
        }
    }
}
