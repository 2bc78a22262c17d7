import Diagnostics
import LocatedYAML

/// One patch of the chosen environment.
struct Patch {
    var kind: String
    var name: String?
    var labels: [String: String]
    /// Where its target is written.
    var range: SourceRange
    var settings: [(path: String, pathRange: SourceRange, value: YAMLNode, nodes: Int)]

    init?(_ value: ManifestValue) {
        guard let target = value.field("target"), let kind = target.value.text("kind") else { return nil }
        self.kind = kind.value
        name = target.value.text("name")?.value
        labels = target.value.textMap("labels").mapValues(\.value)
        range = target.nameRange
        settings = (value["set"]?.fields ?? []).compactMap { field in
            guard case .anything(let node) = field.value.content else { return nil }
            return (field.name, field.nameRange, node, countNodes(node))
        }
    }

    var setsMetadata: Bool { settings.contains { $0.path.hasPrefix("metadata") } }

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
    /// What a document must say for a patch to be looked at → the places of the patches.
    private var places: [Trait: [Int]] = [:]
    /// Values that may still be put in: a patch of a thousand lines for each of ten thousand documents is an accident.
    private let maximumValues: Int
    private var values = 0
    private var saidTooMuch = false

    /// What tells most about the documents of a patch.
    private enum Trait: Hashable {
        case name(kind: String, String)
        case label(kind: String, String, String)
        case kind(String)
    }

    init(_ patches: [Patch], environment: String, maximumValues: Int) {
        self.maximumValues = maximumValues
        self.patches = patches.map { ($0, false) }
        self.environment = environment
        for (place, patch) in patches.enumerated() {
            let label = patch.labels.min { $0.key < $1.key }
            let trait: Trait =
                if let name = patch.name {
                    .name(kind: patch.kind, name)
                } else if let label {
                    .label(kind: patch.kind, label.key, label.value)
                } else {
                    .kind(patch.kind)
                }
            places[trait, default: []].append(place)
        }
    }

    var isEmpty: Bool { patches.isEmpty }

    mutating func apply(to document: YAMLNode, diagnostics: inout [Diagnostic]) -> YAMLNode {
        guard let kind = document["kind"]?.scalar.flatMap({ ManifestKind(rawValue: $0.text) }) else { return document }
        var document = document
        var candidates = candidates(for: document, kind.rawValue)[...]
        while let index = candidates.popFirst() {
            guard patches[index].patch.targets(document) else { continue }
            patches[index].isUsed = true
            // A label that one patch sets is one that the patches behind it see.
            defer {
                if patches[index].patch.setsMetadata {
                    candidates = self.candidates(for: document, kind.rawValue).drop { $0 <= index }
                }
            }
            for setting in patches[index].patch.settings {
                guard spend(setting.nodes, at: setting.pathRange, &diagnostics) else { return document }
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

    /// The places of the patches that may be for a document, in order.
    private func candidates(for document: YAMLNode, _ kind: String) -> [Int] {
        let metadata = document["metadata"]
        var candidates = places[.kind(kind)] ?? []
        if let name = metadata?["name"]?.scalar?.text { candidates += places[.name(kind: kind, name)] ?? [] }
        for label in metadata?["labels"]?.mapping ?? [] {
            guard let key = label.key.scalar?.text, let value = label.value.scalar?.text else { continue }
            candidates += places[.label(kind: kind, key, value)] ?? []
        }
        return candidates.sorted()
    }

    private mutating func spend(_ nodes: Int, at range: SourceRange, _ diagnostics: inout [Diagnostic]) -> Bool {
        values += nodes
        if values <= maximumValues { return true }
        if !saidTooMuch {
            saidTooMuch = true
            diagnostics.append(
                Diagnostic(
                    code: "manifest/too-large",
                    "the patches of '\(environment)' come to more than \(maximumValues) values in all documents together", at: range,
                    suggestion: "choose fewer documents, or put the values into the mesh's defaults"))
        }
        return false
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

/// Aliases counted as often as they are used.
private func countNodes(_ node: YAMLNode) -> Int {
    switch node.content {
    case .scalar: 1
    case .sequence(let items): items.reduce(1) { $0 + countNodes($1) }
    case .mapping(let entries): entries.reduce(1) { $0 + 1 + countNodes($1.value) }
    }
}
