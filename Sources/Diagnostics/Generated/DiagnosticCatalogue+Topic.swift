// Generated from Specs/diagnostics/topic by `swift run heddle-dev generate`. Do not edit.

extension DiagnosticCatalogue {
    static let topicPages: [DiagnosticPage] = [
        DiagnosticPage(
            code: #"topic/colliding-names"#,
            title: #"Two topics have the same name in metrics"#,
            meaning: #"""
                Kafka writes `.` as `_` in the names of metrics, so the two cannot be told apart there. Some versions refuse to create the
                second one.
                """#,
            example: #"""
                ```yaml
                kind: Topic
                metadata: { name: orders_created, owner: team-checkout }
                spec: { clusters: [eu] }
                ---
                kind: Topic
                metadata: { name: orders.created, owner: team-checkout }
                spec: { clusters: [eu] }
                ```
                """#,
            remedy: #"Use either `.` or `_` in names throughout, and rename one of the two."#),
        DiagnosticPage(
            code: #"topic/compaction-not-performed"#,
            title: #"Embedded brokers of this version do not compact"#,
            meaning: #"""
                A topic whose `cleanup` says `compact` keeps the last record of each key. The embedded brokers of this version keep the
                setting, and keep every record.
                """#,
            example: #"""
                ```yaml
                kind: Topic
                metadata: { name: orders.created, owner: team-checkout }
                spec:
                  clusters: [eu]
                  cleanup: compact
                ```
                """#,
            remedy: #"Nothing needs to be done; readers see old values before new ones, as they may with any compacted topic. Watch the disk."#),
        DiagnosticPage(
            code: #"topic/config-conflict"#,
            title: #"A config key says what a field says already"#,
            meaning: #"""
                `retention.time`, `retention.size` and `cleanup` are the configs `retention.ms`, `retention.bytes` and `cleanup.policy`. With
                both there, one of them would lose without a word.
                """#,
            example: #"""
                ```yaml
                kind: Topic
                metadata: { name: orders.created, owner: team-checkout }
                spec:
                  clusters: [eu]
                  retention: { time: 7d }
                  config: { retention.ms: 86400000 }
                ```
                """#,
            remedy: #"Keep one of the two; the field takes units and is checked more closely."#),
        DiagnosticPage(
            code: #"topic/insync-exceeds-replication"#,
            title: #"Writes to a topic would always be refused"#,
            meaning: #"""
                `min.insync.replicas` is how many replicas must have a record before a write with `acks=all` succeeds. With fewer replicas
                than that, none ever does.
                """#,
            example: #"""
                ```yaml
                kind: Topic
                metadata: { name: orders.created, owner: team-checkout }
                spec:
                  clusters: [eu]
                  replication: 1
                  config: { min.insync.replicas: 2 }
                ```
                """#,
            remedy: #"Lower `min.insync.replicas`, or raise `replication`."#),
        DiagnosticPage(
            code: #"topic/invalid-config"#,
            title: #"Kafka would refuse the value of a config"#,
            meaning: #"""
                The key is one of Kafka's, and the value is not of its type or out of its range. Durations and sizes are bare numbers in
                Kafka's configs: milliseconds and bytes.
                """#,
            example: #"""
                ```yaml
                kind: Topic
                metadata: { name: orders.created, owner: team-checkout }
                spec:
                  clusters: [eu]
                  config: { segment.ms: 1d, compression.type: zstandard, max.message.bytes: -1 }
                ```
                """#,
            remedy: #"Correct the value. `retention` and `cleanup` have fields of their own, which take units."#),
        DiagnosticPage(
            code: #"topic/invalid-name"#,
            title: #"A topic's name is not well-formed"#,
            meaning: #"Kafka's rule: letters, digits, `.`, `_` and `-`, at most 249 of them, and neither `.` nor `..`."#,
            example: #"""
                ```yaml
                kind: Topic
                metadata: { name: orders/created, owner: team-checkout }
                spec: { clusters: [eu] }
                ```
                """#,
            remedy: #"Rename the topic."#),
        DiagnosticPage(
            code: #"topic/missing-clusters"#,
            title: #"A topic does not say on which clusters it is"#,
            meaning: #"With one cluster in the mesh there is no doubt. With several, or none, the topic must say."#,
            example: #"""
                ```yaml
                kind: Topic
                metadata: { name: orders.created, owner: team-checkout }
                spec: { partitions: 6 }
                ```
                """#,
            remedy: #"Add `clusters`, with names or with labels."#),
        DiagnosticPage(
            code: #"topic/no-record-name"#,
            title: #"The subject needs the name of a record, and the schema has none"#,
            meaning: #"""
                With `subject: record-name` and `topic-record-name` the registry keeps a contract under the name of its record: the full name
                of an Avro type or a Protobuf message, the `title` of a JSON Schema. This schema has none.
                """#,
            example: #"""
                ```yaml
                kind: Contract
                metadata: { name: order-created, owner: team-checkout }
                spec: { format: json-schema, schema: '{ "type": "object" }' }
                ---
                kind: Topic
                metadata: { name: orders.created, owner: team-checkout }
                spec:
                  value: { contract: order-created, subject: record-name }
                ```
                """#,
            remedy: #"Give the schema a name, or use `subject: topic-name`."#),
        DiagnosticPage(
            code: #"topic/outside-scope"#,
            title: #"A topic is outside of the mesh's scope"#,
            meaning: #"The mesh's `scope.prefixes` say which topic names this repository manages, and this topic's name begins with none of them."#,
            example: #"""
                ```yaml
                kind: Topic
                metadata: { name: orders.created, owner: team-checkout }
                spec: { clusters: [eu] }
                ```
                """#,
            remedy: #"Add its prefix to the scope, rename the topic, or declare it in the repository that manages it."#),
        DiagnosticPage(
            code: #"topic/replication-exceeds-brokers"#,
            title: #"A topic asks for more replicas than there are brokers"#,
            meaning: #"Each replica of a partition is on another broker, so there cannot be more of them than brokers."#,
            example: #"""
                ```yaml
                kind: Topic
                metadata: { name: orders.created, owner: team-checkout }
                spec:
                  clusters: [eu]
                  replication: 3
                ```
                """#,
            remedy: #"Set `replication` to the number of brokers, or leave it out to take the cluster's default."#),
        DiagnosticPage(
            code: #"topic/reserved-name"#,
            title: #"A topic's name is reserved"#,
            meaning: #"""
                Names that begin with `__` are those of the brokers' and Heddle's own topics: `__consumer_offsets`, `__heddle.state`. A schema
                registry keeps its schemas in `_schemas`, and Confluent's software its own in topics that begin with `_confluent`. Heddle does
                not make, take over, change or delete any of them.
                """#,
            example: #"""
                ```yaml
                kind: Topic
                metadata: { name: __orders, owner: team-checkout }
                spec: { clusters: [eu] }
                ```
                """#,
            remedy: #"Choose another name."#),
        DiagnosticPage(
            code: #"topic/unknown-cluster"#,
            title: #"A topic names a cluster that does not exist"#,
            meaning: #"There is no Cluster of this name in the mesh."#,
            example: #"""
                ```yaml
                kind: Topic
                metadata: { name: orders.created, owner: team-checkout }
                spec: { clusters: [eu, uss] }
                ```
                """#,
            remedy: #"Correct the name, or declare the cluster."#),
        DiagnosticPage(
            code: #"topic/unknown-config"#,
            title: #"There is no such topic config"#,
            meaning: #"""
                A key under `config` is no topic config of Kafka's. On clusters that others run, whose makers add keys of their own, a key
                that resembles none of Kafka's is sent as it is, with a warning.
                """#,
            example: #"""
                ```yaml
                kind: Topic
                metadata: { name: orders.created, owner: team-checkout }
                spec:
                  clusters: [eu]
                  config: { min.insync.replica: 2 }
                ```
                """#,
            remedy: #"Correct the key. Settings of brokers (`log.retention.ms`) have other names than those of topics (`retention.ms`)."#),
        DiagnosticPage(
            code: #"topic/unknown-contract"#,
            title: #"A topic names a contract that does not exist"#,
            meaning: #"There is no Contract of this name in the mesh."#,
            example: #"""
                ```yaml
                kind: Topic
                metadata: { name: orders.created, owner: team-checkout }
                spec:
                  clusters: [eu]
                  value: { contract: order-create }
                ---
                kind: Contract
                metadata: { name: order-created, owner: team-checkout }
                spec:
                  format: avro
                  schema: '"string"'
                ```
                """#,
            remedy: #"Correct the name, or declare the contract."#),
        DiagnosticPage(
            code: #"topic/validation-not-possible"#,
            title: #"The cluster cannot validate records"#,
            meaning: #"""
                Heddle's embedded brokers hold records against their contracts, with the ids that the cluster's own schema registry gave
                them. Apache Kafka does not read what is in a record, and an embedded cluster without a registry knows no ids: nothing
                is checked there, which is a warning. For another engine it is an error, since nothing that could be added to it would help.
                """#,
            example: #"""
                ```yaml
                kind: Contract
                metadata: { name: order-created, owner: team-checkout }
                spec: { format: avro, schema: '{ "type": "record", "name": "Order", "fields": [] }' }
                ---
                kind: Topic
                metadata: { name: orders.created, owner: team-checkout }
                spec:
                  value: { contract: order-created }
                  validation: enforce
                ```
                """#,
            remedy: #"""
                Add `registry: { address: … }` to the embedded cluster. For a topic on Apache Kafka say `validation: none`; the clients' own
                serializers check there.
                """#),
        DiagnosticPage(
            code: #"topic/validation-without-contract"#,
            title: #"There is nothing to validate"#,
            meaning: #"""
                `validation` has the brokers hold each record against the topic's contracts. This topic has none: neither its key nor its
                value names a contract.
                """#,
            example: #"""
                ```yaml
                kind: Topic
                metadata: { name: orders.created, owner: team-checkout }
                spec:
                  value: { type: json }
                  validation: enforce
                ```
                """#,
            remedy: #"Give the topic a contract with `value: { contract: … }`, or remove `validation`."#),
    ]
}
