// Generated from Specs/diagnostics/payload by `swift run heddle-dev generate`. Do not edit.

extension DiagnosticCatalogue {
    static let payloadPages: [DiagnosticPage] = [
        DiagnosticPage(
            code: #"payload/not-of-schema"#,
            title: #"A payload is not what its schema says"#,
            meaning: #"""
                The payload was held against an Avro or Protobuf schema, and it is no value of it: a field is missing, a value has another
                type, or the bytes end too early. The message tells the place within the payload.
                """#,
            example: #"""
                ```json
                { "orderId": 17 }
                ```

                under the Avro schema `{ "type": "record", "name": "Order", "fields": [{ "name": "orderId", "type": "string" }] }`.
                """#,
            remedy: #"""
                Write the value that the schema wants. In JSON, Avro's own encoding is expected: a union's value is an object that names the
                branch, `{ "string": "x" }`, unless it is null. Protobuf's is ProtoJSON. `heddle contract sample SCHEMA` shows a payload that
                is valid.
                """#),
    ]
}
