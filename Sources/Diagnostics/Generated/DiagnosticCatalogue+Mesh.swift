// Generated from Specs/diagnostics/mesh by `swift run heddle-dev generate`. Do not edit.

extension DiagnosticCatalogue {
    static let meshPages: [DiagnosticPage] = [
        DiagnosticPage(
            code: #"mesh/drift-rule-never-applies"#,
            title: #"A drift rule never has a say"#,
            meaning: #"""
                The first rule that applies counts. This one speaks only of what an earlier rule speaks of, or of what cannot be: a topic that is not
                there, a contract on one cluster, a kind that the mesh's scope leaves out.
                """#,
            example: #"""
                ```yaml
                apiVersion: heddle.dev/v1
                kind: Mesh
                metadata: { name: shop }
                spec:
                  drift:
                    default: report
                    rules:
                      - { kind: Topic, response: mend }
                      - { kind: Topic, name: orders.created, response: ignore }
                ```
                """#,
            remedy: #"Put narrower rules before wider ones, and remove what is left over."#),
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
        DiagnosticPage(
            code: #"mesh/unknown-cluster"#,
            title: #"A drift rule names a cluster that is not there"#,
            meaning: #"`cluster` is the name of a document of kind Cluster."#,
            example: #"""
                ```yaml
                apiVersion: heddle.dev/v1
                kind: Mesh
                metadata: { name: shop }
                spec:
                  drift:
                    default: report
                    rules:
                      - { cluster: eu-wset, response: ignore }
                ```
                """#,
            remedy: #"Take the suggested name, or declare the Cluster."#),
        DiagnosticPage(
            code: #"mesh/unknown-drift-field"#,
            title: #"A drift rule names a field that its resources do not have"#,
            meaning: #"""
                `field` is what plans print in front of the change: of a topic `partitions`, `replication` and `config.KEY`; of a contract
                `compatibility`, `format`, or a place in its schema. Access rules have no fields. `*` stands for any characters.
                """#,
            example: #"""
                ```yaml
                apiVersion: heddle.dev/v1
                kind: Mesh
                metadata: { name: shop }
                spec:
                  drift:
                    default: report
                    rules:
                      - { kind: Topic, field: config.retenton.ms, response: mend }
                ```
                """#,
            remedy: #"Take the suggested name. To speak of the whole resource, leave `field` out."#),
    ]
}
