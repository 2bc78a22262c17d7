import Diagnostics
import XMLText

/// Reads an XML Schema 1.0.
///
///     let (schema, diagnostics) = loadXSD(file: file, references: ["common/types.xsd": types])
///
/// libxml2 judges the schema; before it is asked, the schema is held to bounds on its size. Nothing but `file` and
/// `references` is read.
///
/// - Parameter references: what `include`, `import` and `redefine` mean, by location as it is written there (or as seen
///   from the schema itself), or for an import by namespace.
/// - Returns: nil for a schema that has errors; warnings come with a schema, too.
package func loadXSD(
    file: SourceFile, references: [String: SourceFile] = [:]
) -> (schema: XSDSchema?, diagnostics: [Diagnostic]) {
    var gathering = DocumentGathering(references: references)
    gathering.run(file)
    var diagnostics = gathering.diagnostics
    let documents = gathering.documents
    guard !documents.isEmpty, documents[0].key.isEmpty, !hasErrors(diagnostics) else { return (nil, diagnostics) }

    let globals = collectGlobals(documents)
    diagnostics += checkSize(globals)
    guard !hasErrors(diagnostics) else { return (nil, diagnostics) }
    var builder = SchemaBuilder(document: documents[0], globals: globals)
    var schema = builder.build()
    diagnostics += checkContentCost(schema)
    guard !hasErrors(diagnostics) else { return (nil, diagnostics) }

    let sources = assembleSources(documents)
    let (compiled, problems) = CompiledXMLSchema.compile(sources)
    // Warnings of libxml2 are about how it goes about including; ours say what matters.
    diagnostics += problems.filter(\.isError).prefix(mostErrors).map { schemaDiagnostic($0, in: documents) }
    if problems.count(where: \.isError) > mostErrors {
        diagnostics.append(
            Diagnostic(code: "xsd/too-many-errors", "there are more mistakes than the \(mostErrors) that are shown",
                at: documents[0].range(XMLPlace(line: 1))))
    }
    guard let compiled, !hasErrors(diagnostics) else {
        if !hasErrors(diagnostics) {
            diagnostics.append(
                Diagnostic(code: "xsd/invalid-schema", "libxml2 cannot compile this schema, and gives no reason",
                    at: documents[0].range(documents[0].root.place)))
        }
        return (nil, diagnostics)
    }
    schema.compiled = compiled
    return (schema, diagnostics)
}

private let mostErrors = 100

private func hasErrors(_ diagnostics: [Diagnostic]) -> Bool { diagnostics.contains { $0.severity == .error } }

/// What libxml2 is handed: the texts as they are, with the numbers of what they refer to.
private func assembleSources(_ documents: [XSDDocument]) -> [CompiledXMLSchema.Source] {
    documents.map { .init(bytes: $0.file.bytes, targets: $0.references.map(\.target)) }
}
