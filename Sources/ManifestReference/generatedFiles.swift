import ManifestLoading

/// Everything that follows from the descriptions of the kinds: path, relative to the package, → text.
///
/// - Specs/manifest/v1/<kind>.schema.json: a JSON Schema (draft-07, which editors' YAML servers read best) a kind;
/// - Specs/manifest/v1/manifest.schema.json: one for any document, whatever its kind;
/// - docs/reference/manifests.md;
/// - docs/reference/access-roles.md, from the model's roles and parts of applications.
package func generatedFiles() -> [String: String] {
    var files = ["docs/reference/manifests.md": referencePage(), "docs/reference/access-roles.md": accessRolesPage()]
    let folder = "Specs/manifest/v1"
    for kind in ManifestKind.allCases {
        files["\(folder)/\(kind.rawValue.lowercased()).schema.json"] = kindSchema(kind.description).text
    }
    files["\(folder)/manifest.schema.json"] = documentSchema().text
    return files
}
