import Diagnostics
import XMLText

/// libxml2's message as one sentence of ours: the namespace of XML Schema short, no full stop, names in single quotes.
func sentence(_ message: String) -> String {
    var text = message.replacing("{\(xsdNamespace)}", with: "xs:")
    text = text.replacing(/\s+/) { _ in " " }
    while text.hasSuffix(".") || text.hasSuffix(" ") { text.removeLast() }
    guard text.utf8.count > 600 else { return text }
    return String(text.prefix(600)) + "…"
}

/// What libxml2 finds wrong with a schema, by the constraint that is broken.
///
/// The numbers are libxml2's `xmlParserErrors`, XML_SCHEMAP_*, which are part of its interface.
func schemaDiagnostic(_ problem: XMLProblem, in documents: [XSDDocument]) -> Diagnostic {
    let document = documents[min(max(problem.source ?? 0, 0), documents.count - 1)]
    let message = problem.message
    let code =
        if problem.code == 3004 {
            "xsd/unknown-component"
        } else if problem.code == 3070 || message.contains("not determinist") {
            "xsd/ambiguous-content"
        } else if message.contains("already exist") || message.contains("already defined") {
            "xsd/duplicate-component"
        } else if message.contains("facet") {
            "xsd/invalid-facet"
        } else if message.contains("derivation") || message.contains("base type") {
            "xsd/invalid-derivation"
        } else {
            "xsd/invalid-schema"
        }
    return Diagnostic(
        problem.isError ? .error : .warning, code: code, sentence(problem.message), at: document.range(problem.place))
}
