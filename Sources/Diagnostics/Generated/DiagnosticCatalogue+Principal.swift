// Generated from Specs/diagnostics/principal by `swift run heddle-dev generate`. Do not edit.

extension DiagnosticCatalogue {
    static let principalPages: [DiagnosticPage] = [
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
    ]
}
