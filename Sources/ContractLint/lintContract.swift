import ContractModel
import Diagnostics
import LocatedJSON
import XSDModel

/// What one schema says of itself that is allowed, and unwise.
///
/// - Parameter resolve: for Protobuf, the file behind an import's path; nil where there is none.
/// - Returns: what reading the schema gave, and the findings; where it cannot be read, the errors alone.
///
///     lintContract(file, as: .avro).filter { $0.severity >= .warning }
package func lintContract(
    _ file: SourceFile, as format: ContractFormat, resolve: (String) -> SourceFile? = { _ in nil }
) -> [Diagnostic] {
    switch format {
    case .avro:
        let (schema, diagnostics) = parseAvroSchema(file)
        guard let schema, let root = parseJSON(file).root else { return diagnostics }
        var lint = AvroLint(schema: schema, root: root)
        lint.run()
        return diagnostics + lint.findings.diagnostics
    case .jsonSchema:
        let (schema, diagnostics) = compileJSONSchema(file)
        guard let document = schema?.documents.first else { return diagnostics }
        var lint = JSONSchemaLint(document: document)
        lint.run()
        return diagnostics + lint.findings.diagnostics
    case .protobuf:
        let result = loadProtobuf([file.path]) { $0 == file.path ? file : resolve($0) }
        guard !result.hasErrors, let linked = result.schema.file(at: file.path) else { return result.diagnostics }
        var lint = ProtobufLint(schema: result.schema, file: linked)
        lint.run()
        return result.diagnostics + lint.findings.diagnostics
    case .xsd:
        // What is unwise in an XML Schema is not known here; what is wrong is.
        return loadXSD(file: file).diagnostics
    }
}
