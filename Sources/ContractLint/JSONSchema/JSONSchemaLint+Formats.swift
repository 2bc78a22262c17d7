import ContractModel
import Diagnostics
import LocatedJSON

extension JSONSchemaLint {
    /// A format that nobody knows is somebody's own; one that is nearly one of the drafts' is a slip.
    mutating func checkFormat(_ place: JSONSchemaLintPlace) {
        guard let node = place.node["format"], let name = node.string, JSONSchemaFormat(rawValue: name) == nil,
            !Self.formatsOfOthers.contains(name),
            let meant = findings.guess(name, among: JSONSchemaFormat.allCases.map(\.rawValue))
        else { return }
        findings.add(
            .jsonSchemaUnknownFormat, "there is no format '\(name)', and any text meets it", at: node.range,
            suggestion: "did you mean '\(meant)'?", fixIts: [TextEdit(replace: node.range, with: "\"\(meant)\"")])
    }

    /// Of OpenAPI's registry, and near enough to others to be taken for slips.
    private static let formatsOfOthers: Set<String> = [
        "int32", "int64", "float", "double", "byte", "binary", "password", "char", "url", "html", "color",
    ]

    /// Once for the schema, since it is one setting.
    mutating func checkAssertedFormats() {
        for index in document.subschemas.indices {
            guard let place = place(index), !place.dialect.vocabularies.contains(.formatAssertion),
                let member = place.node.member("format"),
                member.value.string.flatMap(JSONSchemaFormat.init(rawValue:)) != nil
            else { continue }
            return findings.add(
                .jsonSchemaFormatNotAsserted,
                "'format' is an annotation here: validators let other texts in unless they are told to check", at: member.range,
                suggestion: "add a 'pattern' where it matters, or have all readers and writers check formats")
        }
    }
}
