// Generated from Specs/diagnostics/principal by `swift run heddle-dev generate`. Do not edit.

extension DiagnosticCatalogue {
    static let principalPages: [DiagnosticPage] = [
        DiagnosticPage(
            code: #"principal/nested-group"#,
            title: #"A group is a member of a group"#,
            meaning: #"Groups are made of people and services, not of groups: who is meant can then be read off one document."#,
            example: #"""
                ```yaml
                kind: Principal
                metadata: { name: everyone-on-call }
                spec: { members: [sre] }
                ---
                kind: Principal
                metadata: { name: sre }
                spec: { members: [ada] }
                ```
                """#,
            remedy: #"Name the members of the inner group, or name both groups where access is given."#),
        DiagnosticPage(
            code: #"principal/secret-in-manifest"#,
            title: #"A manifest holds a secret"#,
            meaning: #"""
                A password stands in the manifest itself. Whoever can read the repository, its history or a copy of it knows the secret now.
                Heddle shows the secret nowhere, in this message neither: it is crossed out with `x`.
                """#,
            example: #"""
                ```yaml
                kind: Principal
                metadata: { name: checkout }
                spec:
                  scram: { mechanism: SCRAM-SHA-512, password: hunter2 }
                ```
                """#,
            remedy: #"""
                Keep the secret elsewhere, and write where: `{ fromEnv: NAME }` for an environment variable, `{ fromFile: PATH }` for a file.
                Then change the secret: the old one is known.
                """#),
        DiagnosticPage(
            code: #"principal/unknown-member"#,
            title: #"A group has a member that is not there"#,
            meaning: #"""
                `members` are names of documents of kind Principal. What is granted to a group is granted to each of its members, so that each has to
                be known.
                """#,
            example: #"""
                ```yaml
                kind: Principal
                metadata: { name: sre }
                spec: { members: [ada, grace] }
                ```
                """#,
            remedy: #"Take the suggested name, or declare the Principal."#),
    ]
}
