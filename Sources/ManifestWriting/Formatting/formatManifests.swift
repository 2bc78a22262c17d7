import Diagnostics
import LocatedYAML
import ManifestLoading

/// What formatting a file comes to.
package enum FormattedManifests: Sendable {
    /// The text as it should be; the same bytes where it was so before.
    case text([UInt8])
    /// Not YAML, or not YAML within bounds: nothing is said about how it should look.
    case unreadable([Diagnostic])
    /// The formatter does not know how to write this file without changing what it says, which is a gap of its own.
    case leftAlone
}

/// A file of manifests in the one way in which manifests are written.
///
/// Comments stay with what they speak of. Fields come in the order of their kind's table; other YAML keeps its order. Two
/// spaces a level, items indented below their key, quotes only where they are needed, collections in brackets and braces on one
/// line as they are and those over several lines as blocks, at most one blank line. Block scalars keep their lines. What was
/// written is read again and compared with what was read before: nothing that says something else ever comes out of this.
package func formatManifests(_ file: SourceFile, limits: YAMLLimits = .init()) -> FormattedManifests {
    let (documents, diagnostics) = parseYAML(file, limits: limits)
    if diagnostics.contains(where: { $0.severity == .error }) { return .unreadable(diagnostics) }
    guard let layout = readLayout(file.bytes) else { return .leftAlone }
    let orders = documents.map { fieldOrder(of: $0.root) }
    // An anchor has to stand before its alias, which another order of fields may undo.
    for order in [orders, []] {
        var printer = LayoutPrinter(layout) { order.indices.contains($0) ? order[$0] : FieldOrder(nil) }
        printer.printAll()
        let bytes = Array(printer.text.utf8)
        let written = parseYAML(SourceFile(path: file.path, bytes: bytes), limits: limits)
        if written.diagnostics.isEmpty, sameMeaning(documents, written.documents), keepsComments(of: layout, in: bytes) { return .text(bytes) }
    }
    return .leftAlone
}

private func keepsComments(of layout: Layout, in bytes: [UInt8]) -> Bool {
    guard let written = readLayout(bytes) else { return false }
    let texts = { (layout: Layout) in findComments(in: layout).map(\.text).sorted() }
    return texts(layout) == texts(written)
}

/// By its kind; for a kind that this version does not serve, the order of what all kinds have.
private func fieldOrder(of root: YAMLNode) -> FieldOrder {
    guard let word = root["kind"]?.scalar?.text, root["metadata"] != nil || root["spec"] != nil else { return FieldOrder(nil) }
    if let kind = ManifestKind(rawValue: word) { return FieldOrder(document: kind) }
    let fields = ManifestKind.topic.description.document.fields.map { field in
        field.name == "spec" ? FieldDescription("spec", .anything, example: field.example, field.documentation) : field
    }
    return FieldOrder(.object(ObjectDescription("a document", fields)))
}
