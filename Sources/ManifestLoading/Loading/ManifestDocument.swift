import Diagnostics
import LocatedYAML
import MeshModel

/// A document that has been compared with the description of its kind.
struct ManifestDocument {
    var kind: ManifestKind
    /// Of the `kind:` value.
    var range: SourceRange
    var metadata: Metadata?
    /// nil where the document has none, or none that can be used.
    var spec: ManifestValue?
    /// False when something of it was an error, so that decoding must not take silence for absence.
    var isUsable: Bool
}

extension ManifestChecker {
    /// - Returns: nil for what is no document of a known kind; that has been said then.
    mutating func checkDocument(_ document: YAMLDocument) -> ManifestDocument? {
        let root = document.root
        isWhole = document.isWhole
        guard let entries = root.mapping else {
            if !root.isNull {
                report(
                    Diagnostic(
                        code: "manifest/not-a-document",
                        "a manifest is a mapping with 'kind', 'metadata' and 'spec', not \(root.kindDescription)",
                        at: root.range))
            }
            return nil
        }
        guard let (kind, kindRange) = checkKind(root) else { return nil }
        let description = kind.description
        let whole = description.document
        let errorsBefore = diagnostics.count
        var metadata: Metadata?
        var spec: ManifestValue?
        for entry in entries {
            switch entry.key.scalar?.text {
            case "kind": continue
            case "apiVersion": checkAPIVersion(entry.value)
            case "metadata":
                metadata = check(entry.value, .object(description.metadata), of: whole.fields[2]).flatMap(decodeMetadata)
                if let metadata { checkAnnotations(of: metadata) }
            case "spec":
                if !entry.value.isNull { spec = check(entry.value, .object(description.spec), of: whole.fields[3]) }
            default: reportUnknownDocumentKey(entry, in: whole, description.spec)
            }
        }
        for field in whole.fields where field.isRequired && field.name != "kind" && isWhole {
            if let value = root[field.name], !value.isNull { continue }
            reportMissing(field, in: whole, at: kindRange, why: "is missing")
        }
        let isUsable = unknownValues.isEmpty && diagnostics[errorsBefore...].allSatisfy { $0.severity != .error }
        return ManifestDocument(kind: kind, range: kindRange, metadata: metadata, spec: spec, isUsable: isUsable)
    }

    private mutating func checkKind(_ root: YAMLNode) -> (ManifestKind, SourceRange)? {
        guard let node = root["kind"], !node.isNull else {
            if isWhole {
                report(
                    Diagnostic(
                        code: "manifest/missing-field", "'kind' is missing: a document says what it declares",
                        at: headRange(of: root),
                        suggestion: "add kind: Topic, or another of \(listing(ManifestKind.allCases.map(\.rawValue), "and"))"))
            }
            return nil
        }
        let text = node.scalar?.text ?? ""
        if let kind = ManifestKind(rawValue: text) { return (kind, node.range) }
        if kindsNotAvailable.contains(text) {
            report(
                Diagnostic(
                    code: "manifest/kind-not-available", "the kind '\(text)' is not available in this version", at: node.range,
                    suggestion: "leave the document out for now"))
            return nil
        }
        let kinds = ManifestKind.allCases.map(\.rawValue)
        let close = closestMatch(to: text, among: kinds + kindsNotAvailable)
        report(
            Diagnostic(
                code: "manifest/unknown-kind",
                node.scalar == nil ? "'kind' must be a kind's name, not \(node.kindDescription)" : "there is no kind '\(text)'",
                at: node.range, notes: close == nil ? ["the kinds are \(listing(kinds, "and"))"] : [],
                suggestion: close.map { "did you mean '\($0)'?" },
                fixIts: close.map { [TextEdit(replace: node.range, with: $0)] } ?? []))
        return nil
    }

    private mutating func checkAPIVersion(_ node: YAMLNode) {
        if node.scalar?.text == currentAPIVersion || node.isNull { return }
        report(
            Diagnostic(
                code: "manifest/unknown-api-version",
                "'\(node.scalar?.text ?? node.kindDescription)' is no version of the manifest language that this program knows",
                at: node.range, suggestion: "write '\(currentAPIVersion)'",
                fixIts: [TextEdit(replace: node.range, with: currentAPIVersion)]))
    }

    /// A field of the spec that stands a level too high is the likeliest mistake here.
    private mutating func reportUnknownDocumentKey(_ entry: YAMLEntry, in whole: ObjectDescription, _ spec: ObjectDescription) {
        let name = entry.key.scalar?.text ?? ""
        if spec.field(name) != nil {
            report(
                Diagnostic(
                    code: "manifest/unknown-key", "'\(name)' belongs under 'spec'", at: entry.key.range,
                    suggestion: "indent it below 'spec:'"))
            return
        }
        let close = closestMatch(to: name, among: whole.fields.map(\.name))
        report(
            Diagnostic(
                code: "manifest/unknown-key", "\(whole.noun) has no field '\(name)'", at: entry.key.range,
                notes: close == nil ? ["its fields are \(listing(whole.fields.map(\.name), "and"))"] : [],
                suggestion: close.map { "did you mean '\($0)'?" },
                fixIts: close.map { [TextEdit(replace: entry.key.range, with: $0)] } ?? []))
    }
}
