import Diagnostics
import LocatedYAML
import MeshModel

/// What the Mesh document says about how documents are read: environments and variables.
///
/// It comes before everything else is checked, because it decides what the documents, the Mesh document included, say.
struct MeshSetting {
    private(set) var environments: [Located<String>] = []
    private(set) var table = VariableTable()
    private(set) var patches: PatchSet

    init(
        _ mesh: YAMLNode, environment: String?, variables: [String: String], limits: LoadingLimits, _ diagnostics: inout [Diagnostic]
    ) {
        var checker = ManifestChecker()
        let description = meshDescription.spec
        func part(_ name: String) -> [ManifestField] {
            guard let field = description.field(name), let node = mesh["spec"]?[name], !node.isNull else { return [] }
            return checker.check(node, as: field)?.fields ?? []
        }
        let declared = part("environments")
        let declarations = part("variables")
        diagnostics += checker.diagnostics

        environments = declared.map { Located($0.name, at: $0.nameRange) }
        let chosen = declared.first { $0.name == environment }
        if let environment, chosen == nil {
            diagnostics.append(unknownEnvironment(environment, among: environments, mesh))
        }
        table = VariableTable(
            declarations: declarations, environment: chosen?.value["variables"]?.fields ?? [], environmentName: chosen?.name,
            arguments: variables, diagnostics: &diagnostics)
        patches = PatchSet((chosen?.value["patches"]?.list ?? []).compactMap(Patch.init), environment: environment ?? "",
            maximumValues: limits.maximumPatchedValues)
    }

    /// A document as it is in this environment.
    ///
    /// - Parameter mayHoldVariables: false where it is known that the document mentions none.
    mutating func prepare(_ document: YAMLNode, mayHoldVariables: Bool = true, _ diagnostics: inout [Diagnostic]) -> YAMLNode {
        if patches.isEmpty, !mayHoldVariables { return document }
        return table.substitute(in: patches.apply(to: document, diagnostics: &diagnostics), diagnostics: &diagnostics)
    }

    /// The Mesh document without what this type has already read and checked.
    func withoutOwnFields(_ mesh: YAMLNode) -> YAMLNode {
        guard var entries = mesh.mapping, let index = entries.firstIndex(where: { $0.key.scalar?.text == "spec" }),
            let fields = entries[index].value.mapping
        else { return mesh }
        let rest = fields.filter { !["environments", "variables"].contains($0.key.scalar?.text) }
        entries[index].value = YAMLNode(.mapping(rest), range: entries[index].value.range)
        return YAMLNode(.mapping(entries), range: mesh.range)
    }
}

private func unknownEnvironment(_ name: String, among known: [Located<String>], _ mesh: YAMLNode) -> Diagnostic {
    let names = known.map(\.value)
    return Diagnostic(
        code: "manifest/unknown-environment", "the mesh has no environment '\(name)'",
        at: mesh["spec"]?.entry("environments")?.key.range ?? mesh["kind"]?.range ?? mesh.range,
        notes: [names.isEmpty ? "it declares none" : "its environments are \(listing(names, "and"))"],
        suggestion: closestMatch(to: name, among: names).map { "did you mean '\($0)'?" })
}
