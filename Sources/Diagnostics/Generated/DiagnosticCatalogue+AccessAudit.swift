// Generated from Specs/diagnostics/access-audit by `swift run heddle-dev generate`. Do not edit.

extension DiagnosticCatalogue {
    static let accessAuditPages: [DiagnosticPage] = [
        DiagnosticPage(
            code: #"access-audit/all-operations"#,
            title: #"A grant of every operation"#,
            meaning: #"""
                Somebody may do everything to a resource: what is needed, what is not, and what Kafka may think of later. On the cluster, and on
                every resource of a type, it is severity high, else medium.
                """#,
            example: #"""
                ```yaml
                kind: Access
                metadata: { name: checkout-orders }
                spec:
                  principals: [checkout]
                  operations: [all]
                  resources:
                    - { type: topic, name: orders.created }
                ```
                """#,
            remedy: #"Name the operations that are needed. What an Application says that it does needs no Access at all."#),
        DiagnosticPage(
            code: #"access-audit/broad-prefix"#,
            title: #"One grant for many topics"#,
            meaning: #"A prefix, or `any`, matches more topics than `audit.topicsPerRule` (20 where nothing is said)."#,
            example: #"""
                ```yaml
                kind: Mesh
                apiVersion: heddle.dev/v1
                metadata: { name: shop }
                spec: { audit: { topicsPerRule: 1 } }
                ---
                kind: Access
                metadata: { name: reads }
                spec:
                  principals: [analytics]
                  operations: [read]
                  resources:
                    - { type: topic, prefix: orders. }
                ```
                """#,
            remedy: #"Give a longer prefix, or name the topics. Where the width is meant, raise `audit.topicsPerRule` or suppress the finding."#),
        DiagnosticPage(
            code: #"access-audit/classified-access"#,
            title: #"Who can read classified fields"#,
            meaning: #"""
                The contract of the topic classifies fields as one of `audit.classifications` (pii and secret). Told for each way in which reading came
                about: for everyone (critical), by a wildcard or prefix that does not name the topic (medium, for secrets high), by name (low), and by
                Applications that say so (info).
                """#,
            example: #"""
                ```yaml
                kind: Contract
                metadata: { name: customer, owner: team-orders }
                spec:
                  format: json-schema
                  schema: '{"type": "object", "properties": {"name": {"type": "string"}}}'
                  classification: { name: pii }
                ---
                kind: Topic
                metadata: { name: customers, owner: team-orders, labels: { domain: orders } }
                spec: { clusters: [eu], value: { contract: customer } }
                ---
                kind: Access
                metadata: { name: reads }
                spec:
                  principals: [analytics]
                  operations: [read]
                  resources:
                    - { type: topic, prefix: cust }
                ```
                """#,
            remedy: #"Grant by name, to those who need the fields. What is needed is suppressed with an owner and an end, so that it is looked at again."#),
        DiagnosticPage(
            code: #"access-audit/classified-flow"#,
            title: #"Classified fields leave their topic"#,
            meaning: #"""
                Dead-letter and retry topics hold records as they are (medium), and what an application makes of them may carry the fields on (low).
                Told where somebody may read there who may not read the source, unless the other topic's contract classifies as much.
                """#,
            example: #"""
                ```yaml
                kind: Contract
                metadata: { name: customer, owner: team-orders }
                spec:
                  format: json-schema
                  schema: '{"type": "object", "properties": {"name": {"type": "string"}}}'
                  classification: { name: pii }
                ---
                kind: Topic
                metadata: { name: customers, owner: team-orders, labels: { domain: orders } }
                spec: { clusters: [eu], value: { contract: customer } }
                ---
                kind: Principal
                metadata: { name: crm }
                ---
                kind: Application
                metadata: { name: crm, owner: team-crm }
                spec:
                  principal: crm
                  consumes: [{ topic: customers, group: crm, deadLetter: {} }]
                ---
                kind: Access
                metadata: { name: reads }
                spec:
                  principals: [analytics]
                  operations: [read]
                  resources:
                    - { type: topic, name: customers.crm.dlq }
                ```
                """#,
            remedy: #"Let nobody read the copies who may not read the source; classify what the other topic carries in its own contract."#),
        DiagnosticPage(
            code: #"access-audit/cross-domain-access"#,
            title: #"A grant into another domain that no Application declares"#,
            meaning: #"""
                An Application that consumes another domain's topic is seen by its owners: in the graph, in `heddle check`, in reviews. A grant
                beside that is not.
                """#,
            example: #"""
                ```yaml
                kind: Access
                metadata: { name: reads }
                spec:
                  principals: [checkout]
                  operations: [read]
                  resources:
                    - { type: topic, name: payments.settled }
                ---
                kind: Access
                metadata: { name: more }
                spec:
                  principals: [checkout]
                  operations: [read]
                  resources:
                    - { type: topic, name: payments.failed }
                ```
                """#,
            remedy: #"Declare an Application that consumes the topics, or give the grant back."#),
        DiagnosticPage(
            code: #"access-audit/cross-domain-flow"#,
            title: #"Data of one domain reaches readers of another by way of an application"#,
            meaning: #"""
                An Application reads one topic and writes another. Whoever may read that one gets a part of the first, and no rule on the first says
                so. Told where source and reader are of different domains, the reader may not read the source itself, and does not carry the data.
                Dead-letter and retry topics count as well.
                """#,
            example: #"""
                ```yaml
                kind: Topic
                metadata: { name: reports.daily, owner: team-reports, labels: { domain: reports } }
                spec: { clusters: [eu] }
                ---
                kind: Principal
                metadata: { name: reporting }
                ---
                kind: Application
                metadata: { name: reporting, owner: team-reports, labels: { domain: reports } }
                spec:
                  principal: reporting
                  consumes: [{ topic: payments.settled, group: reporting }]
                  produces: [{ topic: reports.daily }]
                ---
                kind: Access
                metadata: { name: reads }
                spec:
                  principals: [analytics]
                  operations: [read]
                  resources:
                    - { type: topic, name: reports.daily }
                ```
                """#,
            remedy: #"Agree with the owners of the source that it goes there, or leave out what is theirs."#),
        DiagnosticPage(
            code: #"access-audit/describe-denied"#,
            title: #"Describe is denied where reading or writing is granted"#,
            meaning: #"A client first asks where a topic's partitions are, and which group it is in. Without describe it gets no further."#,
            example: #"""
                ```yaml
                kind: Access
                metadata: { name: reads }
                spec:
                  principals: [analytics]
                  operations: [read]
                  resources:
                    - { type: topic, name: orders.created }
                ---
                kind: Access
                metadata: { name: never }
                spec:
                  permission: deny
                  principals: ["*"]
                  operations: [describe]
                  resources:
                    - { type: topic, prefix: orders. }
                ```
                """#,
            remedy: #"Take the denial of describe back, or the grant."#),
        DiagnosticPage(
            code: #"access-audit/duplicate"#,
            title: #"A rule that others say already"#,
            meaning: #"""
                Everything that the rule grants or denies, other rules grant or deny as well. Of several that say the same one is kept. All that are
                told of can go at once without anybody gaining or losing anything.
                """#,
            example: #"""
                ```yaml
                kind: Access
                metadata: { name: reads }
                spec:
                  principals: [analytics]
                  operations: [read, describe]
                  resources:
                    - { type: topic, prefix: orders. }
                ```
                """#,
            remedy: #"""
                Remove it, or the wider rules beside it if this is all that is needed. What follows from an Application stays: there the wider grant is
                the question.
                """#),
        DiagnosticPage(
            code: #"access-audit/escalation"#,
            title: #"Somebody can get more than was granted"#,
            meaning: #"""
                To alter the cluster is to write access rules, for oneself too. Cluster-action is to be a broker. Whoever changes brokers' settings,
                writes to `__heddle.*` (what Heddle believes), `_schemas` (what events mean) or `__consumer_offsets` can turn that into more; whoever
                creates tokens for another is the other. The way is followed over any number of steps.
                """#,
            example: #"""
                ```yaml
                kind: Access
                metadata: { name: ops }
                spec:
                  principals: [analytics]
                  operations: [alter]
                  resources:
                    - { type: cluster, any: true }
                ```
                """#,
            remedy: #"Leave this to a super principal that people use by name and for a time, and let only their own services write to internal topics."#),
        DiagnosticPage(
            code: #"access-audit/everyone"#,
            title: #"A grant to everyone"#,
            meaning: #"""
                `"*"` in `principals` is whoever can connect, today and later. To look at things is severity low, to read one topic medium, all
                else high.
                """#,
            example: #"""
                ```yaml
                kind: Access
                metadata: { name: all-read }
                spec:
                  principals: ["*"]
                  operations: [read]
                  resources:
                    - { type: topic, prefix: orders. }
                ```
                """#,
            remedy: #"Name the principals that need it."#),
        DiagnosticPage(
            code: #"access-audit/expired-suppression"#,
            title: #"A suppression whose day is over"#,
            meaning: #"What it suppressed is told of again. Medium where there is something to tell of, else low."#,
            example: #"""
                ```yaml
                kind: Mesh
                apiVersion: heddle.dev/v1
                metadata: { name: shop }
                spec:
                  audit:
                    suppressions:
                      - { code: everyone, resource: "topic-prefix:orders.", owner: team-data, reason: agreed with orders, expires: 2026-01-31 }
                ---
                kind: Access
                metadata: { name: all-read }
                spec:
                  principals: ["*"]
                  operations: [read]
                  resources:
                    - { type: topic, prefix: orders. }
                ```
                """#,
            remedy: #"Mend what it suppressed, or have its owner agree to a new day. Remove it where nothing is left to suppress."#),
        DiagnosticPage(
            code: #"access-audit/first-rule"#,
            title: #"The first rule on a resource locks out whom it does not name"#,
            meaning: #"""
                With `allow.everyone.if.no.acl.found` a resource without rules is open to everybody. The first rule on it, even a grant, ends that for
                all whom it does not name. High where such a rule is about to be put in; info where topics still are open.
                """#,
            example: #"""
                ```text
                allow.everyone.if.no.acl.found=true
                ```
                """#,
            remedy: #"Declare everybody who uses the topic before this is applied. `heddle plan` names the groups that do."#),
        DiagnosticPage(
            code: #"access-audit/future-names"#,
            title: #"A grant that takes in names to come"#,
            meaning: #"""
                What is created later, by whomever, falls under a wildcard or prefix of today. A prefix that ends in a separator is a namespace, and
                only worth knowing (info). One that ends within a word, as `ord`, takes in `ordnance.secret`, too.
                """#,
            example: #"""
                ```yaml
                kind: Access
                metadata: { name: reads }
                spec:
                  principals: [analytics]
                  operations: [read]
                  resources:
                    - { type: topic, prefix: ord }
                ```
                """#,
            remedy: #"End the prefix with a separator, or name the resources."#),
        DiagnosticPage(
            code: #"access-audit/group-without-topic"#,
            title: #"A consumer group may be used, and no topic read"#,
            meaning: #"The other half of what a consumer needs is missing."#,
            example: #"""
                ```yaml
                kind: Access
                metadata: { name: group }
                spec:
                  principals: [analytics]
                  operations: [read]
                  resources:
                    - { type: group, name: analytics }
                ```
                """#,
            remedy: #"Grant what is to be read, or take the group away."#),
        DiagnosticPage(
            code: #"access-audit/idle-principal"#,
            title: #"A principal that is granted nothing"#,
            meaning: #"It has an identity, perhaps a password, and nothing that it may do: forgotten, or not set up yet."#,
            example: #"""
                ```yaml
                kind: Principal
                metadata: { name: idle }
                ```
                """#,
            remedy: #"Remove it with its credentials, or grant what it is for."#),
        DiagnosticPage(
            code: #"access-audit/inapplicable-operation"#,
            title: #"A rule that never applies"#,
            meaning: #"""
                The operation cannot be done to the type of resource, the cluster is named as it is not called, or the rule is about a super principal,
                to whom no rule applies. Manifests are refused for the first two; clusters may hold such rules.
                """#,
            example: #"""
                ```text
                kafka-acls --add --allow-principal User:analytics --operation Write --group reports
                ```
                """#,
            remedy: #"Remove the rule."#),
        DiagnosticPage(
            code: #"access-audit/inert-denial"#,
            title: #"A denial of what nobody is granted"#,
            meaning: #"No grant gives what the denial takes. Kafka denies what no rule allows, so nothing would change without it."#,
            example: #"""
                ```yaml
                kind: Access
                metadata: { name: never }
                spec:
                  permission: deny
                  principals: [analytics]
                  operations: [read]
                  resources:
                    - { type: topic, prefix: payments. }
                ```
                """#,
            remedy: #"Remove it. One that stands guard against grants to come is worth keeping: suppress the finding and say so."#),
        DiagnosticPage(
            code: #"access-audit/missing-topic"#,
            title: #"A rule on a topic that is not there"#,
            meaning: #"The topic was deleted, is misspelt, or has never been. Whoever creates it next, meets the rule."#,
            example: #"""
                ```yaml
                kind: Access
                metadata: { name: reads }
                spec:
                  principals: [analytics]
                  operations: [read]
                  resources:
                    - { type: topic, name: orders.createt }
                ```
                """#,
            remedy: #"Correct the name, declare the topic, or remove the rule."#),
        DiagnosticPage(
            code: #"access-audit/open-cluster"#,
            title: #"A cluster where everybody may do what no rule denies"#,
            meaning: #"""
                With `authorization: { default: allow }` an embedded cluster asks for no grant: whoever connects may read, write and delete. The
                grants of the manifests change nothing there, and their absence would not be seen.
                """#,
            example: #"""
                ```yaml
                kind: Cluster
                metadata: { name: eu }
                spec:
                  engine: embedded
                  listeners: [{ name: clients, address: "127.0.0.1:0", security: plaintext }]
                ```
                """#,
            remedy: #"Write `authorization: { default: deny }`, with the super principals that Heddle and the registry connect as. On a laptop, suppress it."#),
        DiagnosticPage(
            code: #"access-audit/overruled"#,
            title: #"A grant whose own operation is denied"#,
            meaning: #"""
                A grant of read is one of describe as well. Where read is denied, describe is left: the grant still does something, and not what it
                says.
                """#,
            example: #"""
                ```yaml
                kind: Access
                metadata: { name: reads }
                spec:
                  principals: [analytics]
                  operations: [read]
                  resources:
                    - { type: topic, prefix: orders. }
                ---
                kind: Access
                metadata: { name: never }
                spec:
                  permission: deny
                  principals: [analytics]
                  operations: [read]
                  resources:
                    - { type: topic, prefix: orders. }
                ```
                """#,
            remedy: #"Grant what is meant to be left, describe for instance, or take the denial back."#),
        DiagnosticPage(
            code: #"access-audit/own-lockout"#,
            title: #"A denial that shuts Heddle out"#,
            meaning: #"""
                It denies to Heddle's principal, or to everybody, what managing the cluster needs. Heddle could not take it back. `heddle apply` puts no
                such rule in; a cluster may hold one.
                """#,
            example: #"""
                ```yaml
                kind: Access
                metadata: { name: never }
                spec:
                  permission: deny
                  principals: ["*"]
                  operations: [alter]
                  resources:
                    - { type: cluster, any: true }
                ```
                """#,
            remedy: #"Deny it to those who are meant, by name."#),
        DiagnosticPage(
            code: #"access-audit/privileged-from-anywhere"#,
            title: #"Something that changes the cluster can be done from every address"#,
            meaning: #"""
                A grant of alter, alter-configs, delete, cluster-action or create-tokens holds for every host. Whoever gets hold of the credentials
                can use them from anywhere.
                """#,
            example: #"""
                ```yaml
                kind: Access
                metadata: { name: ops }
                spec:
                  principals: [analytics]
                  operations: [alter-configs]
                  resources:
                    - { type: topic, name: orders.created }
                ```
                """#,
            remedy: #"Say from which hosts it is done: `hosts: ["10.0.0.7"]`. Kafka takes single addresses, no networks."#),
        DiagnosticPage(
            code: #"access-audit/read-without-group"#,
            title: #"Topics may be read, and no consumer group used"#,
            meaning: #"""
                Consumers read as members of a group, which is a resource of its own. Without it only programs that choose their partitions and keep
                their offsets themselves can use the grant.
                """#,
            example: #"""
                ```yaml
                kind: Access
                metadata: { name: reads }
                spec:
                  principals: [analytics]
                  operations: [read]
                  resources:
                    - { type: topic, name: orders.created }
                ```
                """#,
            remedy: #"Grant the group as well, or declare an Application, from which both follow."#),
        DiagnosticPage(
            code: #"access-audit/separation-of-duties"#,
            title: #"One principal holds two duties that check each other"#,
            meaning: #"""
                Heddle knows three such pairs: to write to topics and to alter the access rules (`write-and-grant`); to write to a topic and to delete
                its dead letters, or `__heddle.audit` (`write-and-erase`); to alter configs and to delete, put together from single rights
                (`configure-and-delete`). A mesh adds its own in `audit.separations`.
                """#,
            example: #"""
                ```yaml
                kind: Mesh
                apiVersion: heddle.dev/v1
                metadata: { name: shop }
                spec:
                  audit:
                    separations:
                      - name: refunds
                        first: { operation: write, type: topic, prefix: orders. }
                        second: { operation: write, type: topic, prefix: payments. }
                ---
                kind: Access
                metadata: { name: both }
                spec:
                  principals: [checkout]
                  operations: [write]
                  resources:
                    - { type: topic, name: payments.settled }
                ```
                """#,
            remedy: #"Give the two duties to two principals."#),
        DiagnosticPage(
            code: #"access-audit/several-domains"#,
            title: #"One grant reaches into several domains"#,
            meaning: #"""
                The topics that a prefix matches belong to more than one domain, so it follows no border that anybody drew. To change them is severity
                high, to read them medium. What a domain is, is told in the guide on auditing access.
                """#,
            example: #"""
                ```yaml
                kind: Access
                metadata: { name: reads }
                spec:
                  principals: [analytics]
                  operations: [read]
                  resources:
                    - { type: topic, any: true }
                ```
                """#,
            remedy: #"Write a grant for each domain, so that its owners see it."#),
        DiagnosticPage(
            code: #"access-audit/shadowed"#,
            title: #"A grant of which everything is denied"#,
            meaning: #"A denial is stronger than every grant. This one covers all that the grant gives, so the grant does nothing but mislead its readers."#,
            example: #"""
                ```yaml
                kind: Access
                metadata: { name: reads }
                spec:
                  principals: [analytics]
                  operations: [describe-configs]
                  resources:
                    - { type: topic, prefix: orders. }
                ---
                kind: Access
                metadata: { name: never }
                spec:
                  permission: deny
                  principals: [analytics]
                  operations: [all]
                  resources:
                    - { type: topic, prefix: ord }
                ```
                """#,
            remedy: #"Remove the grant, or narrow the denial. Where an Application needs it, the Application does not work: the denial is what is wrong."#),
        DiagnosticPage(
            code: #"access-audit/short-evidence"#,
            title: #"The logs tell too little to call a grant unused"#,
            meaning: #"""
                They cover less time than `--unused-for`, tell of no granted request, or have no dates. Kafka logs what it allows at level DEBUG of
                `kafka.authorizer.logger`, and only denials at INFO. Nothing is concluded then.
                """#,
            example: #"""
                ```yaml
                kind: Access
                metadata: { name: reads }
                spec:
                  principals: [analytics]
                  operations: [read]
                  resources:
                    - { type: topic, name: orders.created }
                ```

                ```text
                heddle audit access --authorizer-log kafka-authorizer.log --unused-for 30d
                ```
                """#,
            remedy: #"Set the logger to DEBUG, give the logs of all brokers over the whole time, or ask for less with `--unused-for`."#),
        DiagnosticPage(
            code: #"access-audit/super-principal"#,
            title: #"A principal that no rule bounds"#,
            meaning: #"""
                Nothing is denied to a super principal, and no rule tells what it may do. High where an application runs as it, or where it is whoever
                connects without logging in; else only worth knowing.
                """#,
            example: #"""
                ```yaml
                kind: Cluster
                metadata: { name: eu }
                spec:
                  engine: embedded
                  listeners: [{ name: clients, address: "127.0.0.1:0", security: plaintext }]
                  authorization: { default: deny, superPrincipals: [checkout, "User:ANONYMOUS"] }
                ```
                """#,
            remedy: #"Let applications have principals of their own, with what they need."#),
        DiagnosticPage(
            code: #"access-audit/topic-without-owner"#,
            title: #"A topic that nobody answers for"#,
            meaning: #"Who wants access to it has nobody to ask, and nobody looks at who has."#,
            example: #"""
                ```yaml
                kind: Topic
                metadata: { name: stray }
                spec: { clusters: [eu] }
                ```
                """#,
            remedy: #"Name an owner in the topic's metadata."#),
        DiagnosticPage(
            code: #"access-audit/transaction-without-topic"#,
            title: #"Transactions may be run, and no topic written"#,
            meaning: #"A transactional id is of use only with something to write to."#,
            example: #"""
                ```yaml
                kind: Access
                metadata: { name: tx }
                spec:
                  principals: [analytics]
                  operations: [write]
                  resources:
                    - { type: transactional-id, name: analytics }
                ```
                """#,
            remedy: #"Grant what is to be written, or take the transactional id away."#),
        DiagnosticPage(
            code: #"access-audit/undeclared-principal"#,
            title: #"Rules about a principal that no manifest declares"#,
            meaning: #"""
                The cluster holds rules about somebody of whom the manifests know nothing: a service that went, a person, another team's. Seen with
                `--live` only.
                """#,
            example: #"""
                ```text
                kafka-acls --add --allow-principal User:stranger --operation Read --topic orders.created
                ```
                """#,
            remedy: #"Find out who it is. Declare the principal and its access, or remove the rules with the cluster's tools."#),
        DiagnosticPage(
            code: #"access-audit/undeclared-rule"#,
            title: #"A rule on the cluster that no manifest asks for"#,
            meaning: #"Somebody wrote it with the cluster's own tools, so nobody reviewed it. Seen with `--live` only. Heddle leaves such rules alone."#,
            example: #"""
                ```text
                kafka-acls --add --allow-principal User:visitor --operation Read --topic orders.created
                ```
                """#,
            remedy: #"Declare it (`heddle import` writes such documents), or remove it."#),
        DiagnosticPage(
            code: #"access-audit/unknown-group"#,
            title: #"A grant on a group that no application consumes in"#,
            meaning: #"""
                The group is in no Application's `consumes`. Clusters do not tell which groups there may be, so this is only worth knowing: people who
                look into topics by hand use such groups.
                """#,
            example: #"""
                ```yaml
                kind: Access
                metadata: { name: group }
                spec:
                  principals: [analytics]
                  operations: [read]
                  resources:
                    - { type: group, name: checkuot }
                ```
                """#,
            remedy: #"Correct the name, or remove the grant if nobody uses it."#),
        DiagnosticPage(
            code: #"access-audit/unmatched-suppression"#,
            title: #"A suppression that suppresses nothing"#,
            meaning: #"What it was for is gone, or it never fitted. It would hide the next finding that fits, which nobody has looked at."#,
            example: #"""
                ```yaml
                kind: Mesh
                apiVersion: heddle.dev/v1
                metadata: { name: shop }
                spec:
                  audit:
                    suppressions:
                      - { code: shadowed, principal: analytics, owner: team-data, reason: agreed with orders, expires: 2027-01-31 }
                ```
                """#,
            remedy: #"Remove it."#),
        DiagnosticPage(
            code: #"access-audit/unused-grant"#,
            title: #"A grant that nobody has used"#,
            meaning: #"""
                The logs of Kafka's authorizer cover at least the time of `--unused-for`, and in that time no request was let through that this grant
                would have let through. Each grant that would have counts as used, whichever Kafka happened to find first.
                """#,
            example: #"""
                ```yaml
                kind: Access
                metadata: { name: reads }
                spec:
                  principals: [analytics]
                  operations: [read]
                  resources:
                    - { type: topic, name: orders.created }
                ```

                ```text
                heddle audit access --authorizer-log kafka-authorizer.log --unused-for 30d
                ```
                """#,
            remedy: #"""
                Take it out, unless it is for what happens seldom: a yearly run, an emergency. A grant that is newer than the log was not there to be
                used.
                """#),
    ]
}
