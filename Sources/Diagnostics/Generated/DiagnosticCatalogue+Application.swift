// Generated from Specs/diagnostics/application by `swift run heddle-dev generate`. Do not edit.

extension DiagnosticCatalogue {
    static let applicationPages: [DiagnosticPage] = [
        DiagnosticPage(
            code: #"application/backoff-out-of-order"#,
            title: #"The first wait is longer than the longest"#,
            meaning: #"Each wait between attempts is twice the one before, up to `max`. `initial` must not be above it."#,
            example: #"""
                ```yaml
                kind: Application
                metadata: { name: checkout, owner: team-checkout }
                spec:
                  principal: checkout
                  consumes:
                    - topic: payments.settled
                      group: checkout
                      retry: { attempts: 5, backoff: { initial: 5m, max: 1s } }
                ```
                """#,
            remedy: #"Exchange the two, or raise `max`."#),
        DiagnosticPage(
            code: #"application/conflicting-derived-topic"#,
            title: #"Two applications want a derived topic differently"#,
            meaning: #"""
                Two applications consume the same topic in the same group, so they share its retry and dead-letter topics, and they want
                them with different settings.
                """#,
            example: #"""
                ```yaml
                kind: Application
                metadata: { name: checkout, owner: team-checkout }
                spec:
                  principal: checkout
                  consumes:
                    - { topic: payments.settled, group: payments, deadLetter: { retention: 30d } }
                ---
                kind: Application
                metadata: { name: audit, owner: team-audit }
                spec:
                  principal: checkout
                  consumes:
                    - { topic: payments.settled, group: payments, deadLetter: { retention: 7d } }
                ```
                """#,
            remedy: #"Say the same in both, or use two groups."#),
        DiagnosticPage(
            code: #"application/denied"#,
            title: #"An application is denied what it needs"#,
            meaning: #"""
                A denial is stronger than every grant. One of the Access documents denies something that follows from an Application, which
                will fail as soon as rules are enforced. Reading and writing need `describe` as well.
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
                metadata: { name: nobody-writes-orders }
                spec:
                  permission: deny
                  principals: ["*"]
                  operations: [write]
                  resources: [{ type: topic, prefix: orders. }]
                ```
                """#,
            remedy: #"Narrow the denial, or take the topic or group out of the application."#),
        DiagnosticPage(
            code: #"application/invalid-derived-name"#,
            title: #"The name of a derived topic is not well-formed"#,
            meaning: #"""
                The retry and dead-letter topics of a consumption are called `<topic>.<group>.retry` and `<topic>.<group>.dlq`. Groups may
                have names that topics may not have, and the whole may be longer than Kafka's 249 characters.
                """#,
            example: #"""
                ```yaml
                kind: Application
                metadata: { name: checkout, owner: team-checkout }
                spec:
                  principal: checkout
                  consumes:
                    - { topic: payments.settled, group: "checkout/v2", deadLetter: {} }
                ```
                """#,
            remedy: #"Rename the group: letters, digits, `.`, `_` and `-`."#),
        DiagnosticPage(
            code: #"application/no-common-cluster"#,
            title: #"An application never meets its topic"#,
            meaning: #"The application runs against some clusters and the topic is on others. It could not read or write it anywhere."#,
            example: #"""
                ```yaml
                kind: Application
                metadata: { name: checkout, owner: team-checkout }
                spec:
                  principal: checkout
                  clusters: [us]
                  produces: [{ topic: orders.created }]
                ```
                """#,
            remedy: #"""
                Put the topic on one of the application's clusters, or let the application run against one of the topic's. Leave `clusters`
                out to run wherever the topics are.
                """#),
        DiagnosticPage(
            code: #"application/runs-as-group"#,
            title: #"An application runs as a group of principals"#,
            meaning: #"""
                A group is a name for several principals in Access documents; Kafka knows no groups. A client shows one identity, and an application's
                rules are granted to that.
                """#,
            example: #"""
                ```yaml
                kind: Principal
                metadata: { name: sre }
                spec: { members: [ada] }
                ---
                kind: Application
                metadata: { name: checkout, owner: team-orders }
                spec:
                  principal: sre
                  produces: [{ topic: orders.created }]
                ```
                """#,
            remedy: #"Declare a Principal for the application, and name that."#),
        DiagnosticPage(
            code: #"application/unknown-cluster"#,
            title: #"An application names a cluster that does not exist"#,
            meaning: #"There is no Cluster of this name in the mesh."#,
            example: #"""
                ```yaml
                kind: Application
                metadata: { name: checkout, owner: team-checkout }
                spec:
                  principal: checkout
                  clusters: [eus]
                ```
                """#,
            remedy: #"Correct the name, or declare the cluster."#),
        DiagnosticPage(
            code: #"application/unknown-principal"#,
            title: #"An application names a principal that does not exist"#,
            meaning: #"An application connects as a Principal, and there is none of this name."#,
            example: #"""
                ```yaml
                kind: Application
                metadata: { name: checkout, owner: team-checkout }
                spec: { principal: chekout }
                ```
                """#,
            remedy: #"Correct the name, or declare the principal."#),
        DiagnosticPage(
            code: #"application/unknown-topic"#,
            title: #"An application names a topic that does not exist"#,
            meaning: #"There is no Topic of this name in the mesh, and none follows from another application."#,
            example: #"""
                ```yaml
                kind: Application
                metadata: { name: checkout, owner: team-checkout }
                spec:
                  principal: checkout
                  produces: [{ topic: order.created }]
                ```
                """#,
            remedy: #"Correct the name, or declare the topic."#),
    ]
}
