import ManifestLoading

enum InMemorySource {
    /// A mesh without what was imported into it.
    static func of(_ made: Import) -> InMemoryManifestSource {
        InMemoryManifestSource([
            "heddle.yaml": "apiVersion: heddle.dev/v1\nkind: Mesh\nmetadata: { name: shop }\nspec: { manifests: [\"manifests/**/*.yaml\"] }\n",
            "manifests/clusters.yaml": "kind: Cluster\nmetadata: { name: eu }\nspec: { \(Import.registered) }\n",
        ])
    }
}
