import Diagnostics
import LocatedYAML

/// One patch of the chosen environment.
struct Patch {
    var kind: String
    var name: String?
    var labels: [String: String]
    /// Where its target is written.
    var range: SourceRange
    var settings: [(path: String, pathRange: SourceRange, value: YAMLNode)]

    init?(_ value: ManifestValue) {
        guard let target = value.field("target"), let kind = target.value.text("kind") else { return nil }
        self.kind = kind.value
        name = target.value.text("name")?.value
        labels = target.value.textMap("labels").mapValues(\.value)
        range = target.nameRange
        settings = (value["set"]?.fields ?? []).compactMap { field in
            guard case .anything(let node) = field.value.content else { return nil }
            return (field.name, field.nameRange, node)
        }
    }

    /// By what the document says of itself as written, before variables are put in.
    func targets(_ document: YAMLNode) -> Bool {
        guard document["kind"]?.scalar?.text == kind else { return false }
        let metadata = document["metadata"]
        if let name, metadata?["name"]?.scalar?.text != name { return false }
        return labels.allSatisfy { metadata?["labels"]?[$0.key]?.scalar?.text == $0.value }
    }
}

/// The patches of an environment, and which of them have found a document.
struct PatchSet {
    private var patches: [(patch: Patch, isUsed: Bool)]
    let environment: String

    init(_ patches: [Patch], environment: String) {
        self.patches = patches.map { ($0, false) }
        self.environment = environment
    }

    var isEmpty: Bool { patches.isEmpty }

    mutating func apply(to document: YAMLNode, diagnostics: inout [Diagnostic]) -> YAMLNode {
        guard let kind = document["kind"]?.scalar.flatMap({ ManifestKind(rawValue: $0.text) }) else { return document }
        var document = document
        for index in patches.indices where patches[index].patch.targets(document) {
            patches[index].isUsed = true
            for setting in patches[index].patch.settings {
                do throws(PatchProblem) {
                    let names = setting.path.split(separator: ".", omittingEmptySubsequences: false)
                    try refuseIdentity(names)
                    document = try setValue(
                        setting.value, at: names[...], keyRange: setting.pathRange, in: document,
                        shape: .object(kind.description.document))
                } catch {
                    diagnostics.append(
                        Diagnostic(
                            code: "manifest/patch-path",
                            "'\(setting.path)' leads nowhere in \(kind.description.document.noun): \(error.reason)",
                            at: setting.pathRange, suggestion: error.suggestion))
                }
            }
        }
        return document
    }

    /// For when every document has been seen.
    func unusedWarnings() -> [Diagnostic] {
        patches.filter { !$0.isUsed }.map { entry in
            Diagnostic(
                .warning, code: "manifest/patch-matches-nothing",
                "no document is what this patch of '\(environment)' is for: it changes nothing", at: entry.patch.range)
        }
    }
}

private func refuseIdentity(_ names: [Substring]) throws(PatchProblem) {
    if names == ["kind"] || names == ["apiVersion"] || names == ["metadata", "name"] {
        throw PatchProblem(reason: "a patch cannot change what a document is")
    }
    if names.starts(with: ["spec", "environments"]) || names.starts(with: ["spec", "variables"]) {
        throw PatchProblem(reason: "environments and variables cannot be patched")
    }
}
