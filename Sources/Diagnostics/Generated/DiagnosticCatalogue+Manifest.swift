// Generated from Specs/diagnostics/manifest by `swift run heddle-dev generate`. Do not edit.

extension DiagnosticCatalogue {
    static let manifestPages: [DiagnosticPage] = [
        DiagnosticPage(
            code: #"manifest/conflicting-fields"#,
            title: #"Two fields exclude each other"#,
            meaning: #"The mapping holds two fields of which only one may be there, because they say the same thing in two ways."#,
            example: #"""
                ```yaml
                kind: Topic
                metadata: { name: orders.created, owner: team-checkout }
                spec:
                  clusters: [eu]
                  key: { type: string, contract: order-key }
                ```
                """#,
            remedy: #"Remove one of them."#),
        DiagnosticPage(
            code: #"manifest/duplicate-item"#,
            title: #"An item stands twice in a list"#,
            meaning: #"Order and repetition mean nothing in this list, so a second item of the same name is a slip of the pen."#,
            example: #"""
                ```yaml
                kind: Topic
                metadata: { name: orders.created, owner: team-checkout }
                spec:
                  clusters: [eu, eu]
                ```
                """#,
            remedy: #"Remove one of the two, or correct the one that was meant to be another."#),
        DiagnosticPage(
            code: #"manifest/duplicate-name"#,
            title: #"Two documents have the same kind and name"#,
            meaning: #"A name is unique within its kind, over all files of the mesh: it is how other documents, plans and commands speak of it."#,
            example: #"""
                ```yaml
                kind: Principal
                metadata: { name: checkout }
                ---
                kind: Principal
                metadata: { name: checkout }
                ```
                """#,
            remedy: #"Rename one of the two, or remove it. The message shows both."#),
        DiagnosticPage(
            code: #"manifest/invalid-name"#,
            title: #"A name is not well-formed"#,
            meaning: #"""
                Names of clusters, contracts, principals, applications and so on are made of lower-case letters, digits, `-`, `_` and `.`,
                with a letter or digit at both ends, and of no more than 253 characters. (Topics follow Kafka's rule, which is
                `topic/invalid-name`.)
                """#,
            example: #"""
                ```yaml
                kind: Principal
                metadata: { name: Checkout Service }
                ```
                """#,
            remedy: #"Rename it. The message proposes the nearest name that is one."#),
        DiagnosticPage(
            code: #"manifest/invalid-value"#,
            title: #"A value is not well-formed"#,
            meaning: #"""
                The value is of the right type, but not of the right form: a duration without a unit that Heddle knows, an address without a
                port, a variable that never ends.
                """#,
            example: #"""
                ```yaml
                kind: Topic
                metadata: { name: orders.created, owner: team-checkout }
                spec:
                  clusters: [eu]
                  retention: { time: 7 days, size: 10 gigs }
                ```
                """#,
            remedy: #"""
                Durations: whole numbers with `w`, `d`, `h`, `m`, `s`, `ms`, the larger before the smaller: `1h30m`. Sizes: a whole number
                with `B`, `kB`, `MB`, `GB`, `TB`, `KiB`, `MiB`, `GiB`, `TiB`. Addresses: `host:port`.
                """#),
        DiagnosticPage(
            code: #"manifest/kind-not-available"#,
            title: #"The kind is not available in this version"#,
            meaning: #"""
                The manifest language has this kind, and this version of Heddle does not serve it yet. It is an error and not passed over,
                because a mesh that silently lacks a part is not the one that was declared.
                """#,
            example: #"""
                ```yaml
                kind: Quota
                metadata: { name: analytics }
                spec: { principals: [analytics] }
                ```
                """#,
            remedy: #"Leave the document out until a version that has the kind, or do by hand what it would have done."#),
        DiagnosticPage(
            code: #"manifest/missing-field"#,
            title: #"A field is missing"#,
            meaning: #"What stands here is not whole without the field. Some mappings need one of several fields."#,
            example: #"""
                ```yaml
                kind: Topic
                metadata: { name: orders.created }
                spec:
                  clusters: [eu]
                  value: {}
                ```
                """#,
            remedy: #"Add the field. Where one of several is needed, the message lists them."#),
        DiagnosticPage(
            code: #"manifest/missing-mesh"#,
            title: #"There is no Mesh document"#,
            meaning: #"""
                A mesh begins with `heddle.yaml`, and that file holds one document of kind `Mesh`: it names the mesh and says where the
                other manifests are.
                """#,
            example: #"""
                ```yaml
                # heddle.yaml
                kind: Topic
                metadata: { name: orders.created, owner: team-checkout }
                ```
                """#,
            remedy: #"Run Heddle in the mesh's folder, or with `-C FOLDER`. `heddle init` writes a first `heddle.yaml`."#),
        DiagnosticPage(
            code: #"manifest/not-a-document"#,
            title: #"A document is no mapping"#,
            meaning: #"Every document is a mapping with `kind`, `metadata` and `spec`. This one is a list or a single value."#,
            example: #"""
                ```yaml
                - kind: Topic
                - kind: Cluster
                ```
                """#,
            remedy: #"Write the documents one after another, with `---` between them, not as a list."#),
        DiagnosticPage(
            code: #"manifest/out-of-range"#,
            title: #"A number is too large or too small"#,
            meaning: #"The field takes whole numbers within bounds, and this one is outside of them."#,
            example: #"""
                ```yaml
                kind: Topic
                metadata: { name: orders.created, owner: team-checkout }
                spec:
                  clusters: [eu]
                  partitions: 0
                ```
                """#,
            remedy: #"Write a number within the bounds that the message gives."#),
        DiagnosticPage(
            code: #"manifest/patch-matches-nothing"#,
            title: #"A patch changes no document"#,
            meaning: #"""
                No document has the kind, the name and the labels that the patch of the chosen environment asks for. Names and labels are
                compared as they are written, before variables are put in.
                """#,
            example: #"""
                ```yaml
                # heddle.yaml
                apiVersion: heddle.dev/v1
                kind: Mesh
                metadata: { name: shop }
                spec:
                  environments:
                    prod:
                      patches:
                        - target: { kind: Topic, labels: { tier: golden } }
                          set: { spec.partitions: 24 }
                ```
                """#,
            remedy: #"Correct the `target`, or remove the patch."#),
        DiagnosticPage(
            code: #"manifest/patch-path"#,
            title: #"A patch's path leads nowhere"#,
            meaning: #"""
                A path under `set` names a field that the kind does not have, an item that the list does not have, or something that a patch
                cannot change: what a document is, variables, environments. Below `config`, `labels` and other mappings of free keys, all
                that remains of the path is one key, dots and all.
                """#,
            example: #"""
                ```yaml
                # heddle.yaml
                apiVersion: heddle.dev/v1
                kind: Mesh
                metadata: { name: shop }
                spec:
                  environments:
                    prod:
                      patches:
                        - target: { kind: Principal }
                          set: { spec.scramm.mechanism: SCRAM-SHA-512 }
                ---
                kind: Principal
                metadata: { name: checkout }
                ```
                """#,
            remedy: #"Correct the path: `spec.retention.time`, `spec.config.min.insync.replicas`, `spec.listeners.0.address`."#),
        DiagnosticPage(
            code: #"manifest/pattern-matches-nothing"#,
            title: #"A pattern matches no file"#,
            meaning: #"""
                A pattern under `manifests` matches no file. A young mesh may have none yet; otherwise the pattern is misspelt. Patterns are
                relative to the folder of heddle.yaml. `*` stays within a folder, `**` crosses folders, and neither matches names that begin
                with a dot.
                """#,
            example: #"""
                ```yaml
                # heddle.yaml
                apiVersion: heddle.dev/v1
                kind: Mesh
                metadata: { name: shop }
                spec:
                  manifests: ["manifest/*.yaml"]
                ```
                """#,
            remedy: #"Correct the pattern, or remove it."#),
        DiagnosticPage(
            code: #"manifest/second-mesh"#,
            title: #"There is more than one Mesh document"#,
            meaning: #"A mesh has one document of kind `Mesh`, in `heddle.yaml`. Two would have to agree about everything."#,
            example: #"""
                ```yaml
                kind: Mesh
                metadata: { name: another }
                ```
                """#,
            remedy: #"Move what the second one says into the first."#),
        DiagnosticPage(
            code: #"manifest/too-few-items"#,
            title: #"A list has too few items"#,
            meaning: #"The list needs at least one item. An empty one would mean nothing, or the opposite of what leaving the field out means."#,
            example: #"""
                ```yaml
                kind: Topic
                metadata: { name: orders.created, owner: team-checkout }
                spec:
                  clusters: []
                ```
                """#,
            remedy: #"Add an item, or leave the field out where that is allowed."#),
        DiagnosticPage(
            code: #"manifest/too-large"#,
            title: #"The mesh is larger than Heddle reads"#,
            meaning: #"""
                All manifests and schemas together have a bound (256 MiB, 100,000 files), so that a pattern which matches too much does not
                fill the memory.
                """#,
            example: #"""
                ```yaml
                spec:
                  manifests: ["**/*"]
                ```
                """#,
            remedy: #"Narrow the patterns under `manifests`: a pattern such as `**/*.yaml` may well match files that are no manifests."#),
        DiagnosticPage(
            code: #"manifest/too-many-errors"#,
            title: #"There are more errors than are shown"#,
            meaning: #"""
                Errors and warnings are shown up to a bound (10,000); the rest is only counted. So many errors have one cause, most likely: a
                pattern that matches files which are no manifests, or a generator that went wrong.
                """#,
            example: #"""
                ```yaml
                spec:
                  manifests: ["**/*.yaml"]    # the charts of another program, too
                ```
                """#,
            remedy: #"Mend what is shown and look again."#),
        DiagnosticPage(
            code: #"manifest/unknown-annotation"#,
            title: #"Heddle knows no such annotation"#,
            meaning: #"""
                Annotations whose names begin with `heddle.dev/` are Heddle's. It knows `heddle.dev/adopt` and `heddle.dev/protect`; any other
                does nothing, and a misspelt protection protects nothing.
                """#,
            example: #"""
                ```yaml
                kind: Topic
                metadata:
                  name: orders.created
                  owner: team-checkout
                  annotations: { heddle.dev/protected: "true" }
                spec: { clusters: [eu] }
                ```
                """#,
            remedy: #"Write the name as it is meant, or choose one that does not begin with `heddle.dev/`."#),
        DiagnosticPage(
            code: #"manifest/unknown-api-version"#,
            title: #"The apiVersion is not known"#,
            meaning: #"`apiVersion` says in which version of the manifest language a document is written. This program knows `heddle.dev/v1`."#,
            example: #"""
                ```yaml
                apiVersion: heddle.dev/v2
                kind: Principal
                metadata: { name: checkout }
                ```
                """#,
            remedy: #"""
                Write `apiVersion: heddle.dev/v1`, or leave it out of all but the Mesh document. If the manifest is for a newer Heddle, use
                that one.
                """#),
        DiagnosticPage(
            code: #"manifest/unknown-environment"#,
            title: #"There is no such environment"#,
            meaning: #"`--env` names an environment that the Mesh document does not declare."#,
            example: #"""
                ```yaml
                # heddle validate --env production
                apiVersion: heddle.dev/v1
                kind: Mesh
                metadata: { name: shop }
                spec:
                  environments: { dev: {}, prod: {} }
                ```
                """#,
            remedy: #"Correct the spelling, or declare it under `environments`; an environment may be empty: `dev: {}`."#),
        DiagnosticPage(
            code: #"manifest/unknown-key"#,
            title: #"There is no such field"#,
            meaning: #"""
                A mapping holds a key that is no field of what it describes. Nothing is passed over: a misspelt field would otherwise be a
                setting that nobody made.
                """#,
            example: #"""
                ```yaml
                kind: Topic
                metadata: { name: orders.created, owner: team-checkout }
                spec:
                  clusters: [eu]
                  partitons: 6
                  retention: { time: 7d, maximum: 10GiB }
                ```
                """#,
            remedy: #"Correct the spelling, or move the key to where it belongs. `heddle explain KIND` lists the fields."#),
        DiagnosticPage(
            code: #"manifest/unknown-kind"#,
            title: #"There is no such kind"#,
            meaning: #"The `kind` of a document is one of those that `docs/reference/manifests.md` lists. Letter case counts."#,
            example: #"""
                ```yaml
                kind: Topik
                metadata: { name: orders.created, owner: team-checkout }
                ```
                """#,
            remedy: #"Correct the spelling. If the document belongs to another program, keep it out of the patterns under `manifests`."#),
        DiagnosticPage(
            code: #"manifest/unknown-value"#,
            title: #"A word is not one of those that the field takes"#,
            meaning: #"The field takes one of a few words, and this is none of them. Letter case counts."#,
            example: #"""
                ```yaml
                kind: Topic
                metadata: { name: orders.created, owner: team-checkout }
                spec:
                  clusters: [eu]
                  cleanup: compacted
                ```
                """#,
            remedy: #"Choose one of the words that the message lists; `heddle explain KIND.FIELD` says what each means."#),
        DiagnosticPage(
            code: #"manifest/unknown-variable"#,
            title: #"There is no such variable"#,
            meaning: #"""
                A scalar holds `$(name)`, or an environment or the command line sets a variable, and the Mesh document declares none of this
                name.
                """#,
            example: #"""
                ```yaml
                # heddle.yaml
                apiVersion: heddle.dev/v1
                kind: Mesh
                metadata: { name: shop }
                spec:
                  variables:
                    partitions: { type: integer, default: 6 }
                  defaults:
                    topic: { partitions: $(partition) }
                ```
                """#,
            remedy: #"""
                Correct the spelling, or declare the variable under `variables` in the Mesh document. Where the two characters `$(` are
                meant, write `$$(`.
                """#),
        DiagnosticPage(
            code: #"manifest/unreadable-file"#,
            title: #"A file cannot be read"#,
            meaning: #"""
                The file is there, or was a moment ago, and the system does not let Heddle read it: the permissions forbid it, it is a
                folder, or it has gone.
                """#,
            example: #"""
                ```yaml
                spec:
                  manifests: ["manifests/*.yaml"]    # manifests/orders.yaml belongs to another user
                ```
                """#,
            remedy: #"Look at the file's permissions. A pattern under `manifests` should match files, not folders."#),
        DiagnosticPage(
            code: #"manifest/variable-type"#,
            title: #"A variable has a value of the wrong type"#,
            meaning: #"""
                A variable is declared with a type, and every value of it, the default, an environment's or the command line's, must be of
                that type. A number in quotes is a string.
                """#,
            example: #"""
                ```yaml
                # heddle.yaml
                apiVersion: heddle.dev/v1
                kind: Mesh
                metadata: { name: shop }
                spec:
                  variables:
                    partitions: { type: integer, default: six }
                ```
                """#,
            remedy: #"Correct the value, or the declared `type`: string, integer, number, boolean, duration or size."#),
        DiagnosticPage(
            code: #"manifest/variable-without-value"#,
            title: #"A variable has no value"#,
            meaning: #"The variable has no default, and neither the chosen environment nor the command line gives it a value."#,
            example: #"""
                ```yaml
                # heddle.yaml
                apiVersion: heddle.dev/v1
                kind: Mesh
                metadata: { name: shop }
                spec:
                  variables:
                    partitions: { type: integer }
                  environments:
                    prod: { variables: { partitions: 24 } }
                  defaults:
                    topic: { partitions: $(partitions) }
                ```
                """#,
            remedy: #"Add a `default`, set it in the environment, choose an environment with `--env`, or set it with `--var NAME=VALUE`."#),
        DiagnosticPage(
            code: #"manifest/wrong-type"#,
            title: #"A value is of the wrong type"#,
            meaning: #"""
                The field takes another sort of value: a list where a single value stands, a string where a number does. Texts that YAML
                reads as numbers or booleans must be in quotes, so that `1.10` does not become `1.1`. `yes` and `no` are strings.
                """#,
            example: #"""
                ```yaml
                kind: Topic
                metadata: { name: orders.created, owner: 7 }
                spec:
                  clusters: eu
                  partitions: six
                  deletionProtection: yes
                ```
                """#,
            remedy: #"Write the value as the message shows. `heddle explain KIND.FIELD` has an example for each field."#),
    ]
}
