import ContractModel
import Diagnostics
import LocatedJSON

func compiled(_ text: String, references: [String: JSONNode] = [:], options: JSONSchemaOptions = .init()) -> (
    schema: JSONSchema?, diagnostics: [Diagnostic]
) {
    compileJSONSchema(SourceFile(path: "schema.json", text: text), references: references, options: options)
}

func json(_ text: String) -> JSONNode? {
    let (root, diagnostics) = parseJSON(SourceFile(path: "value.json", text: text))
    return diagnostics.isEmpty ? root : nil
}

/// The violations of a value; empty where it is valid or was not judged.
func violations(_ schema: JSONSchema, _ value: JSONNode) -> [JSONSchemaViolation] {
    if case .invalid(let violations) = schema.validate(value) { violations } else { [] }
}
