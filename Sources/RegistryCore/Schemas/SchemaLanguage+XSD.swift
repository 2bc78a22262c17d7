import ContractModel
import Diagnostics
import XSDModel

extension SchemaLanguage {
    /// Kept as it came; the same schema is whatever has the same canonical text.
    static let xsd = SchemaLanguage(
        type: "XSD", format: .xsd, isAdditional: true,
        read: { schema, _ throws(SchemaProblem) in
            let (read, diagnostics) = loadXSD(file: schema.file, references: schema.references)
            guard read != nil else { throw SchemaProblem(diagnostics) }
            return schema.text
        },
        outline: { text in canonicalXSDText(of: text) ?? text })
}
