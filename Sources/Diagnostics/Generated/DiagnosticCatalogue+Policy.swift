// Generated from Specs/diagnostics/policy by `swift run heddle-dev generate`. Do not edit.

extension DiagnosticCatalogue {
    static let policyPages: [DiagnosticPage] = [
        DiagnosticPage(
            code: #"policy/broken"#,
            title: #"A resource breaks a policy of the house"#,
            meaning: #"""
                A policy is an expression that must be true of every resource it is asked of. Of this one it is false, and no exemption
                holds. With `severity: error` nothing is planned or applied until that is mended; with `warning` it is said, and no more.
                """#,
            example: #"""
                ```yaml
                kind: Policy
                metadata: { name: few-partitions }
                spec:
                  rule: resource.partitions <= 12
                  message: "{{resource.partitions}} partitions are too many"
                ---
                kind: Topic
                metadata: { name: clicks, owner: team-web }
                spec: { partitions: 48 }
                ```
                """#,
            remedy: #"Change the resource, or give the policy an exemption for it, with an owner, a reason and the day on which it expires."#),
        DiagnosticPage(
            code: #"policy/invalid-pattern"#,
            title: #"A pattern is no regular expression"#,
            meaning: #"""
                The pattern of a standard policy is a regular expression in RE2's syntax, without back references and look-around, so that matching
                takes time in proportion to the text.
                """#,
            example: #"""
                ```yaml
                kind: Policy
                metadata: { name: names }
                spec:
                  standard: topic-names
                  settings: { pattern: "^(orders" }
                ```
                """#,
            remedy: #"Mend the pattern."#),
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
        DiagnosticPage(
            code: #"policy/open-expression"#,
            title: #"An expression in a message is not closed"#,
            meaning: #"In a policy's message expressions stand between `{{` and `}}`."#,
            example: #"""
                ```yaml
                kind: Policy
                metadata: { name: few-partitions }
                spec:
                  rule: resource.partitions <= 12
                  message: "{{resource.name has too many partitions"
                ```
                """#,
            remedy: #"Close it: `{{resource.name}} has too many partitions`."#),
        DiagnosticPage(
            code: #"policy/undecided"#,
            title: #"A policy cannot be decided"#,
            meaning: #"""
                The expression failed for this resource: it read a key that is not there, divided by zero, or cost more than it may. What cannot be
                decided counts as broken.
                """#,
            example: #"""
                ```yaml
                kind: Policy
                metadata: { name: tiers }
                spec: { rule: resource.labels.tier != "none" }
                ---
                kind: Topic
                metadata: { name: clicks, owner: team-web }
                spec: { partitions: 1 }
                ```
                """#,
            remedy: #"Guard the expression: `has(resource.labels.tier) && resource.labels.tier != "none"`."#),
        DiagnosticPage(
            code: #"policy/unused-exemption"#,
            title: #"An exemption is not needed"#,
            meaning: #"Nothing by that name breaks the policy, so that the exemption would only cover what comes later under the name."#,
            example: #"""
                ```yaml
                kind: Policy
                metadata: { name: few-partitions }
                spec:
                  rule: resource.partitions <= 12
                  exemptions: [{ resource: clicks, owner: team-web, reason: it is busy, expires: 2099-12-31 }]
                ---
                kind: Topic
                metadata: { name: clicks, owner: team-web }
                spec: { partitions: 1 }
                ```
                """#,
            remedy: #"Remove the exemption."#),
    ]
}
