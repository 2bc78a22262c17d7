import ManifestLoading

/// A manifest that is yet to be written. Fields may stand in any order.
package struct ManifestDraft: Sendable, Hashable {
    package var kind: ManifestKind
    /// A mapping.
    package var metadata: YAMLDraft
    /// A mapping; nil where the kind needs none.
    package var spec: YAMLDraft?
    /// Lines above the document, without their `#`.
    package var comments: [String]

    package init(kind: ManifestKind, metadata: YAMLDraft, spec: YAMLDraft?, comments: [String] = []) {
        self.kind = kind
        self.metadata = metadata
        self.spec = spec
        self.comments = comments
    }
}

/// One document: `apiVersion`, `kind`, `metadata`, `spec`, each with its fields in the order of the kind's table; fields that
/// the table does not know come last, and maps of free keys stay as they are. Ends with a line break.
package func writeManifest(_ manifest: ManifestDraft) -> String {
    var spec = manifest.spec
    if spec?.layout == .automatic { spec?.layout = .block }
    var entries: [(String, YAMLDraft)] = [
        ("apiVersion", .string(currentAPIVersion)), ("kind", .string(manifest.kind.rawValue)), ("metadata", manifest.metadata),
    ]
    if let spec { entries.append(("spec", spec)) }
    var document = YAMLDraft.mapping(entries, layout: .block)
    document.comments = manifest.comments
    return writeYAML(document.ordered(by: FieldOrder(document: manifest.kind)))
}

/// A file of several documents, with `---` between them.
package func writeManifests(_ manifests: [ManifestDraft]) -> String {
    manifests.map(writeManifest).joined(separator: "---\n")
}
