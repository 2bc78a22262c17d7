import ContractCompatibility
import ContractModel
import Diagnostics
import LocatedJSON
import Testing

func jsonSchema(_ text: String) throws -> JSONSchema {
    let (schema, diagnostics) = compileJSONSchema(SourceFile(path: "schema.json", bytes: Array(text.utf8)))
    return try #require(schema, "\(diagnostics.map(\.message))")
}

func compare(
    _ old: String, _ new: String, policy: JSONSchemaPolicy = .strict, limits: SchemaComparisonLimits = .init()
) throws -> [Difference] {
    compareJSONSchema(old: try jsonSchema(old), new: try jsonSchema(new), policy: policy, limits: limits)
}

/// What is told, in short: `max-length-added #/maxLength`, with `!` where it breaks.
func changes(_ old: String, _ new: String, policy: JSONSchemaPolicy = .strict) throws -> [String] {
    try compare(old, new, policy: policy).map {
        "\($0.rule.dropFirst("json-schema/".count)) \($0.path)\($0.isBreaking ? " !" : "")"
    }
}

func breaks(_ old: String, _ new: String, policy: JSONSchemaPolicy = .strict) throws -> Bool {
    try compare(old, new, policy: policy).contains(where: \.isBreaking)
}
