// Generated from Specs/diagnostics/contract by `swift run heddle-dev generate`. Do not edit.

extension DiagnosticCatalogue {
    static let contractPages: [DiagnosticPage] = [
        DiagnosticPage(
            code: #"contract/conflicting-references"#,
            title: #"Two schemas are spoken of by one name"#,
            meaning: #"""
                A contract, and the contracts that it refers to, use one name for two different contracts. A registry or a compiler that is
                given all of them could not tell which is meant.
                """#,
            example: #"""
                ```yaml
                kind: Contract
                metadata: { name: address, owner: team-checkout }
                spec: { format: json-schema, schema: '{ "type": "string" }' }
                ---
                kind: Contract
                metadata: { name: place, owner: team-checkout }
                spec: { format: json-schema, schema: '{ "type": "object" }' }
                ---
                kind: Contract
                metadata: { name: customer, owner: team-checkout }
                spec:
                  format: json-schema
                  schema: '{ "properties": { "home": { "$ref": "place.json" } } }'
                  references: [{ name: place.json, contract: place }]
                ---
                kind: Contract
                metadata: { name: order, owner: team-checkout }
                spec:
                  format: json-schema
                  schema: '{ "properties": { "from": { "$ref": "place.json" }, "by": { "$ref": "customer.json" } } }'
                  references: [{ name: place.json, contract: address }, { name: customer.json, contract: customer }]
                ```
                """#,
            remedy: #"Speak of each contract by one name everywhere."#),
        DiagnosticPage(
            code: #"contract/field-not-for-format"#,
            title: #"A field means nothing for this schema format"#,
            meaning: #"""
                `message` and `level` are for Protobuf contracts: a file may define many messages, and Protobuf alone has levels of
                compatibility. In another format they would be passed over in silence.
                """#,
            example: #"""
                ```yaml
                kind: Contract
                metadata: { name: order-created, owner: team-checkout }
                spec:
                  format: avro
                  schema: '{ "type": "record", "name": "Order", "fields": [] }'
                  level: wire-json
                ```
                """#,
            remedy: #"Remove the field, or correct the format."#),
        DiagnosticPage(
            code: #"contract/reference-cycle"#,
            title: #"References lead in a circle"#,
            meaning: #"""
                Contracts that need each other cannot be read one before the other. (References of more than 100 contracts in a row count as
                a circle too.)
                """#,
            example: #"""
                ```yaml
                kind: Contract
                metadata: { name: a, owner: team-checkout }
                spec:
                  format: avro
                  schema: '"string"'
                  references: [{ name: com.example.B, contract: b }]
                ---
                kind: Contract
                metadata: { name: b, owner: team-checkout }
                spec:
                  format: avro
                  schema: '"string"'
                  references: [{ name: com.example.A, contract: a }]
                ```
                """#,
            remedy: #"Put the types that need each other into one contract, or take one of the references away."#),
        DiagnosticPage(
            code: #"contract/reference-of-another-format"#,
            title: #"A contract refers to one of another format"#,
            meaning: #"A schema can only speak of types in its own language: an Avro schema of Avro types, a .proto file of .proto files."#,
            example: #"""
                ```yaml
                kind: Contract
                metadata: { name: address, owner: team-checkout }
                spec: { format: avro, schema: '{ "type": "record", "name": "Address", "fields": [] }' }
                ---
                kind: Contract
                metadata: { name: order, owner: team-checkout }
                spec:
                  format: json-schema
                  schema: '{ "type": "object" }'
                  references: [{ name: address.json, contract: address }]
                ```
                """#,
            remedy: #"Refer to a contract of the same format."#),
        DiagnosticPage(
            code: #"contract/schema-too-large"#,
            title: #"The schema file is too large"#,
            meaning: #"A schema of more than 8 MiB is not read: a pattern or a path leads to a file that is no schema, most likely."#,
            example: #"""
                ```yaml
                kind: Contract
                metadata: { name: order-created, owner: team-checkout }
                spec:
                  format: avro
                  file: contracts/orders.avro
                ```
                """#,
            remedy: #"Correct the path under `file`."#),
        DiagnosticPage(
            code: #"contract/subject-conflict"#,
            title: #"Two contracts under one subject"#,
            meaning: #"""
                A schema registry keeps the versions of one contract under each subject. Two contracts of the mesh come to stand under the same
                one on a cluster, so that each would be registered as a new version of the other.

                A topic's contract stands under `TOPIC-value` or `TOPIC-key`, or under the full name of its record where the topic says
                `subject: record-name`. A contract that others refer to stands under the name by which they refer to it.
                """#,
            example: #"""
                ```yaml
                kind: Topic
                metadata: { name: orders, owner: team-checkout }
                spec: { value: { contract: order-created, subject: record-name } }
                ---
                kind: Topic
                metadata: { name: orders.archived, owner: team-checkout }
                spec: { value: { contract: order-archived, subject: record-name } }   # both records are called shop.Order
                ```
                """#,
            remedy: #"""
                Use one contract in both places if it is the same event. Otherwise give one of the records another name, or let the topics
                say `subject: topic-name`. Of two references, let both mean the same contract by that name.
                """#),
        DiagnosticPage(
            code: #"contract/unknown-field"#,
            title: #"A classified path leads to no field"#,
            meaning: #"""
                A path under `classification` must lead to a field of the schema, from the outermost record down, with dots. Fields of a
                list's items and of a map's values are named without an index. A path that leads nowhere would leave a field unclassified
                that somebody thinks is protected.
                """#,
            example: #"""
                ```yaml
                kind: Contract
                metadata: { name: order-created, owner: team-checkout }
                spec:
                  format: avro
                  schema: |
                    {
                      "type": "record",
                      "name": "OrderCreated",
                      "fields": [
                        { "name": "orderId", "type": "string" },
                        { "name": "customer", "type": { "type": "record", "name": "Customer", "fields": [{ "name": "email", "type": "string" }] } }
                      ]
                    }
                  classification: { customer.mail: pii }
                ```
                """#,
            remedy: #"Correct the path."#),
        DiagnosticPage(
            code: #"contract/unknown-message"#,
            title: #"The event is a message that the schema does not define"#,
            meaning: #"""
                `message` names the Protobuf message that an event is, by its full name: the package, then the message, then messages within
                it. The schema, or what it imports, must define it.
                """#,
            example: #"""
                ```yaml
                kind: Contract
                metadata: { name: order-created, owner: team-checkout }
                spec:
                  format: protobuf
                  message: shop.OrderCreate
                  schema: |
                    syntax = "proto3";
                    package shop;
                    message OrderCreated { string order_id = 1; }
                ```
                """#,
            remedy: #"Correct the name; `heddle contract canonical FILE` shows what a file defines."#),
        DiagnosticPage(
            code: #"contract/unknown-reference-name"#,
            title: #"The referenced contract defines no such type"#,
            meaning: #"The contract is there, and its schema defines no type of this full name. A full name is the namespace, a dot, and the name."#,
            example: #"""
                ```yaml
                kind: Contract
                metadata: { name: address, owner: team-checkout }
                spec:
                  format: avro
                  schema: '{ "type": "record", "name": "Address", "namespace": "com.example", "fields": [] }'
                ---
                kind: Contract
                metadata: { name: order-created, owner: team-checkout }
                spec:
                  format: avro
                  schema: '"com.example.Address"'
                  references: [{ name: com.example.Adress, contract: address }]
                ```
                """#,
            remedy: #"Correct the name; the message lists those that the contract defines."#),
        DiagnosticPage(
            code: #"contract/unknown-reference"#,
            title: #"A reference names no contract"#,
            meaning: #"`references` lists contracts whose types the schema uses, and there is no contract of this name."#,
            example: #"""
                ```yaml
                kind: Contract
                metadata: { name: order-created, owner: team-checkout }
                spec:
                  format: avro
                  schema: '"com.example.Address"'
                  references: [{ name: com.example.Address, contract: address }]
                ```
                """#,
            remedy: #"Correct the name, or declare the contract."#),
        DiagnosticPage(
            code: #"contract/unknown-replacement"#,
            title: #"The contract to use instead does not exist"#,
            meaning: #"`deprecation.replacedBy` names no contract of the mesh, so whoever reads it is sent nowhere."#,
            example: #"""
                ```yaml
                kind: Contract
                metadata: { name: order-created, owner: team-checkout }
                spec:
                  format: avro
                  schema: '"string"'
                  deprecation: { replacedBy: order-placed }
                ```
                """#,
            remedy: #"Correct the name, or leave it out and say in `message` what to do."#),
        DiagnosticPage(
            code: #"contract/unreadable-schema"#,
            title: #"The schema file cannot be read"#,
            meaning: #"`file` leads to no file that can be read. It is relative to the folder of the manifest that names it, not to heddle.yaml."#,
            example: #"""
                ```yaml
                kind: Contract
                metadata: { name: order-created, owner: team-checkout }
                spec:
                  format: avro
                  file: contracts/order-create.avsc
                ```
                """#,
            remedy: #"Correct the path, or add the file."#),
    ]
}
