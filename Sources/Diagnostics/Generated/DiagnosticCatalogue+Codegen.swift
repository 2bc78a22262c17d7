// Generated from Specs/diagnostics/codegen by `swift run heddle-dev generate`. Do not edit.

extension DiagnosticCatalogue {
    static let codegenPages: [DiagnosticPage] = [
        DiagnosticPage(
            code: #"codegen/endless-type"#,
            title: #"No value of a type has an end"#,
            meaning: #"""
                Each value of the record holds another one of its kind, directly or by way of other records, and no null, array or map lies
                between. So there is no value that could be written, and no Swift type is made.
                """#,
            example: #"""
                ```json
                {
                  "type": "record",
                  "name": "Node",
                  "namespace": "com.example",
                  "fields": [
                    { "name": "next", "type": "Node" }
                  ]
                }
                ```
                """#,
            remedy: #"Let a field on the way end the chain: `["null", "Node"]`, or an array of `Node`."#),
    ]
}
