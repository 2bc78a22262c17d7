import Diagnostics
import LocatedJSON

package struct JSONSchemaOptions: Sendable {
    /// For a schema without `$schema`.
    package var defaultDraft: JSONSchemaDraft = .draft2020
    /// Where the schema was retrieved from, for references in a schema without `$id`.
    package var baseURI = ""
    /// Whether `format` is checked. By default it only annotates, as all drafts allow and the later ones say; a meta-schema
    /// that declares the vocabulary for it is heeded in any case.
    package var assertsFormat = false
    /// Whether `contentEncoding` base64 and `contentMediaType` application/json are checked; an annotation by default.
    package var assertsContent = false
    package var maximumDiagnostics = 100

    package init() {}
}

/// Compiles a schema of the drafts 04, 06, 07, 2019-09 or 2020-12 together with all that it refers to.
///
/// - Parameter references: other documents by URI. The drafts' meta-schemas are known without.
/// - Returns: nil where a diagnostic is an error.
package func compileJSONSchema(
    _ root: JSONNode, references: [String: JSONNode] = [:], options: JSONSchemaOptions = .init()
) -> (schema: JSONSchema?, diagnostics: [Diagnostic]) {
    var compiler = SchemaCompiler(library: SchemaLibrary(references: references), options: options)
    return compiler.compile(root)
}

/// The same for a text.
package func compileJSONSchema(
    _ file: SourceFile, references: [String: JSONNode] = [:], options: JSONSchemaOptions = .init()
) -> (schema: JSONSchema?, diagnostics: [Diagnostic]) {
    var limits = JSONLimits()
    limits.maximumBytes = 16 << 20
    let (root, diagnostics) = parseJSON(file, limits: limits)
    guard let root, diagnostics.isEmpty else { return (nil, diagnostics) }
    return compileJSONSchema(root, references: references, options: options)
}
