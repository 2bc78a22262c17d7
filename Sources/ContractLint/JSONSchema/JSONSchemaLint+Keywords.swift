import Diagnostics
import LocatedJSON

extension JSONSchemaLint {
    /// Validators pass over what they do not know, so that a slip goes unnoticed and its check never runs.
    mutating func checkKeywords(_ place: JSONSchemaLintPlace) {
        for member in place.members where !JSONSchemaKeywords.all.contains(member.key) && !JSONSchemaKeywords.isOfTools(member.key) {
            if let meant = findings.guess(member.key, among: JSONSchemaKeywords.all), !place.has(meant) {
                findings.add(
                    .jsonSchemaMisspeltKeyword, "'\(member.key)' is no keyword, and is passed over", at: member.keyRange,
                    suggestion: "did you mean '\(meant)'?", fixIts: [TextEdit(replace: member.keyRange, with: "\"\(meant)\"")])
            } else if unknownKeywords.insert(member.key).inserted {
                findings.add(
                    .jsonSchemaUnknownKeyword, "'\(member.key)' is no keyword, and is passed over", at: member.keyRange,
                    suggestion: "begin a word of your own with 'x-', so that none takes it for a slip")
            }
        }
    }
}
