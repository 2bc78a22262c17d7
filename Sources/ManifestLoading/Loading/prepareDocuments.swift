import Diagnostics
import LocatedYAML
import MeshModel

/// The documents of a mesh as trees: what they say in their environment, and where each value was said.
package struct PreparedMesh: Sendable {
    package struct Document: Sendable {
        package var kind: ManifestKind
        /// With the environment's patches; variables still stand as `$(name)`. What a patch set has its place in the patch.
        package var patched: YAMLNode
        /// With the values of variables. The same shape as `patched`, scalar by scalar.
        package var root: YAMLNode
    }

    /// The Mesh document first, without its environments and variables, which are put in here.
    package var documents: [Document]
    /// Where the patches of the chosen environment stand.
    package var patches: SourceRange?
    /// Names of variables → where their values were said; those of the command line are not here.
    package var variables: [String: SourceRange]
}

/// Reads again what `loadMesh` has read, for those who want to see the values and not what follows from them. Says nothing
/// about what is wrong: that has been said.
package func prepareDocuments(of mesh: LoadedMesh, variables: [String: String] = [:], limits: LoadingLimits = .init()) -> PreparedMesh {
    let documents = mesh.files.map { parseYAML($0, limits: limits.yaml).documents.map(\.root) }
    let roots = documents.first ?? []
    guard let root = roots.first(where: { kind(of: $0) == .mesh }) else { return PreparedMesh(documents: [], variables: [:]) }
    var said: [Diagnostic] = []
    let setting = MeshSetting(root, environment: mesh.environment, variables: variables, limits: limits, &said)
    var patches = setting.patches
    var table = setting.table
    func prepare(_ node: YAMLNode) -> PreparedMesh.Document? {
        guard let kind = kind(of: node) else { return nil }
        let patched = patches.apply(to: node, diagnostics: &said)
        return .init(kind: kind, patched: patched, root: table.substitute(in: patched, diagnostics: &said))
    }
    let prepared = [setting.withoutOwnFields(root)] + documents.joined().filter { kind(of: $0) != .mesh }
    let place = mesh.environment.flatMap { root["spec"]?["environments"]?[$0]?["patches"]?.range }
    return PreparedMesh(documents: prepared.compactMap(prepare), patches: place, variables: table.places)
}

private func kind(of document: YAMLNode) -> ManifestKind? {
    document["kind"]?.scalar.flatMap { ManifestKind(rawValue: $0.text) }
}

/// The names in `$(name)`, in order, each once.
package func variablesMentioned(in text: String) -> [String] {
    var names: [String] = []
    var rest = text[...]
    while let dollar = rest.firstIndex(of: "$") {
        rest = rest[dollar...]
        if rest.hasPrefix("$$(") {
            rest = rest.dropFirst(3)
        } else if rest.hasPrefix("$("), let close = rest.firstIndex(of: ")") {
            let name = String(rest.dropFirst(2)[..<close])
            if !names.contains(name) { names.append(name) }
            rest = rest[rest.index(after: close)...]
        } else {
            rest = rest.dropFirst()
        }
    }
    return names
}
