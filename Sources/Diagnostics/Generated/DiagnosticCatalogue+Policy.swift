// Generated from Specs/diagnostics/policy by `swift run heddle-dev generate`. Do not edit.

extension DiagnosticCatalogue {
    static let policyPages: [DiagnosticPage] = [
        DiagnosticPage(
            code: #"policy/misplaced-field"#,
            title: #"A field means nothing in this policy"#,
            meaning: #"""
                A policy is either a rule of your own, with `target`, `when`, `rule` and `message`, or a standard one with `settings`. A field of the
                other form, or a setting that this standard policy does not know, would be passed over in silence.
                """#,
            example: #"""
                ```yaml
                kind: Policy
                metadata: { name: replicas }
                spec:
                  standard: replication
                  settings: { pattern: "^[a-z.]+$" }
                ```
                """#,
            remedy: #"Remove the field, or write a `rule` of your own."#),
        DiagnosticPage(
            code: #"policy/missing-settings"#,
            title: #"A standard policy lacks a setting that it cannot do without"#,
            meaning: #"Bounds of retention differ from house to house, so `retention-bounds` has none of its own."#,
            example: #"""
                ```yaml
                kind: Policy
                metadata: { name: retention }
                spec: { standard: retention-bounds }
                ```
                """#,
            remedy: #"Add `settings: { leastRetention: 1d, mostRetention: 90d }`, or one of the two."#),
    ]
}
