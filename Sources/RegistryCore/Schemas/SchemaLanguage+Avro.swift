import ContractModel
import Diagnostics
import LocatedJSON

extension SchemaLanguage {
    /// Kept as the Java library writes schemas: without space, attributes in one order.
    static let avro = SchemaLanguage(
        type: "AVRO", format: .avro,
        read: { schema, isNormalized throws(SchemaProblem) in
            let (parsed, diagnostics) = parseAvroSchema(schema.file, references: Array(schema.references.values))
            guard parsed != nil, let root = parseJSON(schema.file).root else { throw SchemaProblem(diagnostics) }
            return avroText(root, sortsProperties: isNormalized)
        },
        outline: { text in
            guard let root = parseJSON(SourceFile(path: "", text: text)).root else { return text }
            return avroText(root, sortsProperties: true)
        },
        rendering: { schema, format in format == "resolved" ? resolvedAvroText(schema) : nil })

    /// The schema with the definitions of its references in it, each where it is first named.
    private static func resolvedAvroText(_ schema: SchemaText) -> String? {
        guard let root = parseJSON(schema.file).root else { return nil }
        var definitions: [String: JSONNode] = [:]
        for file in schema.references.values {
            guard let node = parseJSON(file).root, let name = avroFullName(node, in: nil) else { continue }
            definitions[name] = node
        }
        return avroText(root, sortsProperties: false, definitions: definitions)
    }
}
