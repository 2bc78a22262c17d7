import ContractCompatibility
import ContractModel
import Diagnostics
import LocatedJSON

extension SchemaLanguage {
    /// Kept without space, members as they were written; the same schema is whatever is the same JSON.
    static let jsonSchema = SchemaLanguage(
        type: "JSON", format: .jsonSchema,
        read: { schema, isNormalized throws(SchemaProblem) in
            let (compiled, diagnostics) = ContractText(schema.file, references: schema.references).readJSONSchema()
            guard compiled != nil, let root = parseJSON(schema.file).root else { throw SchemaProblem(diagnostics) }
            return isNormalized ? root.canonicalText : root.compactText
        },
        outline: { text in parseJSON(SourceFile(path: "", text: text)).root?.canonicalText ?? text })
}
