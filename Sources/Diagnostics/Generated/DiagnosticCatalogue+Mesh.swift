// Generated from Specs/diagnostics/mesh by `swift run heddle-dev generate`. Do not edit.

extension DiagnosticCatalogue {
    static let meshPages: [DiagnosticPage] = [
        DiagnosticPage(
            code: #"mesh/empty-scope"#,
            title: #"A scope would manage nothing, or everything"#,
            meaning: #"""
                An empty list under `scope` manages nothing at all; an empty prefix is the beginning of every name, and a prefix of dots or of
                spaces bounds nothing; `*` and other patterns are no prefixes, because prefixes are compared letter by letter. None of these
                is what anybody means, and with `--prune` a scope decides what may be deleted.
                """#,
            example: #"""
                ```yaml
                # heddle.yaml
                apiVersion: heddle.dev/v1
                kind: Mesh
                metadata: { name: shop }
                spec:
                  scope: { kinds: [], prefixes: ["*"] }
                ```
                """#,
            remedy: #"Leave the list out to manage everything, or name what is meant."#),
        DiagnosticPage(
            code: #"mesh/kind-outside-scope"#,
            title: #"Documents are outside of the mesh's scope"#,
            meaning: #"""
                The mesh's `scope` names the kinds that this repository manages, and there are documents of another kind. They are read and
                checked, and nothing is done about them.
                """#,
            example: #"""
                ```yaml
                # heddle.yaml
                apiVersion: heddle.dev/v1
                kind: Mesh
                metadata: { name: shop }
                spec:
                  scope: { kinds: [Access] }
                ---
                kind: Principal
                metadata: { name: checkout }
                ```
                """#,
            remedy: #"Add the kind to `scope.kinds`, or move the documents to the repository that manages them."#),
        DiagnosticPage(
            code: #"mesh/no-matching-cluster"#,
            title: #"No cluster has the labels"#,
            meaning: #"A document chooses its clusters by labels, and no cluster has all of them. It would be on no cluster at all."#,
            example: #"""
                ```yaml
                kind: Topic
                metadata: { name: orders.created, owner: team-checkout }
                spec:
                  clusters: { labels: { region: europe } }
                ```
                """#,
            remedy: #"Correct the labels here, or add them to a Cluster. The message lists what each cluster has."#),
    ]
}
