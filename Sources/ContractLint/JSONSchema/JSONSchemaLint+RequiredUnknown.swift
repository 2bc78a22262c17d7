import Diagnostics
import LocatedJSON

extension JSONSchemaLint {
    /// Where the properties are all written here, a required name among none of them is most likely a slip.
    mutating func checkRequired(_ place: JSONSchemaLintPlace) {
        let references = ["$ref", "$dynamicRef", "$recursiveRef"]
        let elsewhere = references + ["patternProperties", "dependentSchemas", "dependencies"] + JSONSchemaKeywords.combining
        guard !place.isPart, !elsewhere.contains(where: place.has),
            place.node["additionalProperties"]?.object?.isEmpty ?? true,
            let properties = place.node["properties"]?.object, let required = place.node["required"]?.array
        else { return }
        let known = Set(properties.map(\.key))
        let nearby = known.count <= 200 ? known : []
        for name in required {
            guard let text = name.string, !known.contains(text), !findings.isFull else { continue }
            findings.add(
                .jsonSchemaRequiredUnknown, "'\(text)' is required, and is none of the properties", at: name.range,
                suggestion: findings.guess(text, among: nearby).map { "did you mean '\($0)'?" } ?? "describe it in 'properties'")
        }
    }
}
