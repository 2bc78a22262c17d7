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
            code: #"access/expired"#,
            title: #"The time of an Access is over"#,
            meaning: #"""
                From its `expires` on, an Access is as if it were not there: it grants, or denies, nothing. A plan takes back what was granted by it and
                nothing else asks for; a controller does so by itself. A date is the last day on which it holds, in UTC.
                """#,
            example: #"""
                ```yaml
                kind: Access
                metadata: { name: ada-is-on-call }
                spec:
                  principals: [ada]
                  role: viewer
                  resources: [{ everything: true }]
                  expires: 2026-06-30
                ```
                """#,
            remedy: #"Remove the document. If it is needed still, give it a later end, and let whoever answers for it agree."#),
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
            code: #"access/labels-of-topics-only"#,
            title: #"Only topics can be selected by labels"#,
            meaning: #"Labels are of documents, and of the types of resources that an Access can name, only topics have documents of their own."#,
            example: #"""
                ```yaml
                kind: Access
                metadata: { name: orders-groups }
                spec:
                  principals: [ada]
                  role: reader
                  resources: [{ type: group, labels: { domain: orders } }]
                ```
                """#,
            remedy: #"Name the groups or transactional ids, give a prefix, or say `application: NAME` for all that an application works with."#),
        DiagnosticPage(
            code: #"access/no-matching-topic"#,
            title: #"No topic has the labels that an Access asks for"#,
            meaning: #"""
                `labels` selects declared topics on the clusters of the Access. None has all of these labels there, so that it says nothing until one
                does. Topics that follow from Applications have no labels: `application: NAME` means them.
                """#,
            example: #"""
                ```yaml
                kind: Access
                metadata: { name: orders-readers }
                spec:
                  principals: [ada]
                  role: reader
                  resources: [{ type: topic, labels: { domain: payments } }]
                ```
                """#,
            remedy: #"Look at the labels of the topics that are meant; the note tells which values there are."#),
        DiagnosticPage(
            code: #"access/protected-and-limited"#,
            title: #"An Access is protected and has an end"#,
            meaning: #"""
                `heddle.dev/protect` forbids that a rule is ever taken back without a word from a person; `expires` says that it is taken back then,
                by itself. Both cannot be.
                """#,
            example: #"""
                ```yaml
                kind: Access
                metadata: { name: for-a-while, annotations: { heddle.dev/protect: "true" } }
                spec:
                  principals: [ada]
                  operations: [read]
                  resources: [{ type: topic, name: orders.created }]
                  expires: 2027-06-30
                ```
                """#,
            remedy: #"Leave out one of the two."#),
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
            code: #"access/role-needs-application"#,
            title: #"A role that is about an application is given on something else"#,
            meaning: #"""
                The role `on-call` means something else for each part of an application: dead letters are read, their source is written, groups are
                moved. On a topic or a group alone it means nothing.
                """#,
            example: #"""
                ```yaml
                kind: Access
                metadata: { name: ada-is-on-call }
                spec:
                  principals: [ada]
                  role: on-call
                  resources: [{ type: topic, name: orders.created }]
                ```
                """#,
            remedy: #"Write `{ application: NAME }`, or give a role that stands alone, such as `viewer` or `reader`."#),
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
            code: #"access/unknown-application"#,
            title: #"An Access names an Application that is not there"#,
            meaning: #"`application:` is the name of a document of kind Application; what the Access gives follows from what that application works with."#,
            example: #"""
                ```yaml
                kind: Access
                metadata: { name: on-call }
                spec:
                  principals: [ada]
                  role: on-call
                  resources: [{ application: chekout }]
                ```
                """#,
            remedy: #"Take the suggested name, or declare the Application."#),
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
