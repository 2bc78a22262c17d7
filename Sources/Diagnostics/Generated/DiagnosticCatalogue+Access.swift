// Generated from Specs/diagnostics/access by `swift run heddle-dev generate`. Do not edit.

extension DiagnosticCatalogue {
    static let accessPages: [DiagnosticPage] = [
        DiagnosticPage(
            code: #"access/already-granted"#,
            title: #"Another document says the same"#,
            meaning: #"""
                The rule follows from an Application already, or another Access document has it. That is no mistake: the rule stays as long
                as one of them asks for it.
                """#,
            example: #"""
                ```yaml
                kind: Application
                metadata: { name: checkout, owner: team-checkout }
                spec:
                  principal: checkout
                  produces: [{ topic: orders.created }]
                ---
                kind: Access
                metadata: { name: checkout-writes-orders }
                spec:
                  principals: [checkout]
                  operations: [write]
                  resources: [{ type: topic, name: orders.created }]
                ```
                """#,
            remedy: #"Leave it out here, if it was not meant to outlive the other."#),
        DiagnosticPage(
            code: #"access/cluster-has-no-name"#,
            title: #"The resource cluster has no name"#,
            meaning: #"""
                A rule about `cluster` is about the cluster that it is kept on; there is no other to name. Which clusters get the rule is said
                by `clusters`.
                """#,
            example: #"""
                ```yaml
                kind: Access
                metadata: { name: analytics-reads-orders }
                spec:
                  principals: [analytics]
                  operations: [describe]
                  resources: [{ type: cluster, name: eu }]
                ```
                """#,
            remedy: #"Write `any: true`."#),
        DiagnosticPage(
            code: #"access/invalid-operation"#,
            title: #"The operation cannot be done to the resource"#,
            meaning: #"Kafka knows for each type of resource what a rule may speak of, and refuses the rest: a group, for one, is not written to."#,
            example: #"""
                ```yaml
                kind: Access
                metadata: { name: analytics-reads-orders }
                spec:
                  principals: [analytics]
                  operations: [read, write]
                  resources:
                    - { type: topic, prefix: orders. }
                    - { type: group, name: analytics }
                ```
                """#,
            remedy: #"Remove the operation, or write two documents for two types of resource. The message lists what there is."#),
        DiagnosticPage(
            code: #"access/reserved-topic"#,
            title: #"Access to Heddle's own topic"#,
            meaning: #"""
                `__heddle.state` is where Heddle keeps what it owns and what is protected. Whoever may write there can make it take another's
                topics for its own, and whoever is denied it can shut Heddle out. So no manifest speaks of the topics that begin with
                `__heddle`.
                """#,
            example: #"""
                ```yaml
                kind: Access
                metadata: { name: curious }
                spec:
                  principals: [curious]
                  role: viewer
                  resources: [{ type: topic, name: __heddle.state }]
                ```
                """#,
            remedy: #"Leave the resource out. What Heddle's own principal needs is granted once, with the cluster's own tools."#),
        DiagnosticPage(
            code: #"access/too-many-rules"#,
            title: #"An access comes to too many rules"#,
            meaning: #"""
                Kafka's rules have one principal, one resource, one operation and one host each, so an Access document is multiplied out. A
                mesh may have 250,000 rules; clusters are slow long before that.
                """#,
            example: #"""
                ```yaml
                kind: Access
                metadata: { name: everyone-everywhere }
                spec:
                  principals: [analytics, checkout]
                  operations: [read, write, describe]
                  resources: [{ type: topic, any: true }]
                  hosts: ["10.0.0.1", "10.0.0.2"]    # and 200,000 more
                ```
                """#,
            remedy: #"Use a prefix or `any` in place of single names, and `"*"` in place of single hosts."#),
        DiagnosticPage(
            code: #"access/unknown-cluster"#,
            title: #"An access names a cluster that does not exist"#,
            meaning: #"There is no Cluster of this name in the mesh."#,
            example: #"""
                ```yaml
                kind: Access
                metadata: { name: analytics-reads-orders }
                spec:
                  principals: [analytics]
                  operations: [read]
                  resources: [{ type: topic, prefix: orders. }]
                  clusters: [eux]
                ```
                """#,
            remedy: #"Correct the name, declare the cluster, or leave `clusters` out for all of them."#),
        DiagnosticPage(
            code: #"access/unknown-principal"#,
            title: #"An access names a principal that does not exist"#,
            meaning: #"There is no Principal of this name. `"*"` is everyone."#,
            example: #"""
                ```yaml
                kind: Access
                metadata: { name: analytics-reads-orders }
                spec:
                  principals: [analytic]
                  operations: [read]
                  resources: [{ type: topic, prefix: orders. }]
                ```
                """#,
            remedy: #"Correct the name, or declare the principal."#),
    ]
}
