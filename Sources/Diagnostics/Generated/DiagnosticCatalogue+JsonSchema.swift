// Generated from Specs/diagnostics/json-schema by `swift run heddle-dev generate`. Do not edit.

extension DiagnosticCatalogue {
    static let jsonSchemaPages: [DiagnosticPage] = [
        DiagnosticPage(
            code: #"json-schema/bad-keyword"#,
            title: #"A keyword of a JSON Schema has a value that it cannot take"#,
            meaning: #"""
                Each keyword takes one kind of value: `maxLength` a whole number, `required` a list of names, `properties` an object of
                schemas. The message says which.
                """#,
            example: #"""
                ```json
                {
                  "type": "object",
                  "required": "name"
                }
                ```
                """#,
            remedy: #"Give it the value it takes, here `["name"]`. In draft-03 some keywords had other values; see the draft named by `$schema`."#),
        DiagnosticPage(
            code: #"json-schema/duplicate-identifier"#,
            title: #"Two schemas have the same name"#,
            meaning: #"An `$id` or an anchor is given twice, so that a reference to it could mean either schema."#,
            example: #"""
                ```json
                {
                  "$defs": {
                    "a": {"$anchor": "name"},
                    "b": {"$anchor": "name"}
                  }
                }
                ```
                """#,
            remedy: #"Rename one of the two."#),
        DiagnosticPage(
            code: #"json-schema/endless-reference"#,
            title: #"A reference leads back to its own schema"#,
            meaning: #"""
                To judge a value, the schema asks for itself to be judged first, for the same value. That has no end. A schema may refer to
                itself below a member or an element: a tree's nodes hold nodes.
                """#,
            example: ##"""
                ```json
                {
                  "$defs": {
                    "a": {"$ref": "#/$defs/b"},
                    "b": {"$ref": "#/$defs/a"}
                  },
                  "$ref": "#/$defs/a"
                }
                ```
                """##,
            remedy: #"Remove one of the references in the circle, or move it below `properties` or `items` if that was meant."#),
        DiagnosticPage(
            code: #"json-schema/invalid-value"#,
            title: #"A value does not meet its JSON Schema"#,
            meaning: #"""
                A keyword of the schema asks for something that the value is not or has not. The message says what; both places are shown.
                Where none of several alternatives fits, the notes say why each does not.
                """#,
            example: #"""
                ```text
                schema: {"properties": {"age": {"type": "integer"}}}
                value:  {"age": "12"}
                ```
                """#,
            remedy: #"Mend the value, or the schema if that says other than what was meant."#),
        DiagnosticPage(
            code: #"json-schema/not-a-schema"#,
            title: #"Something else stands where a schema is expected"#,
            meaning: #"A schema is an object, or `true` or `false` (from draft-06 on)."#,
            example: #"""
                ```json
                {
                  "properties": {
                    "name": "string"
                  }
                }
                ```
                """#,
            remedy: #"Write the schema out: `"name": {"type": "string"}`."#),
        DiagnosticPage(
            code: #"json-schema/too-large"#,
            title: #"A JSON Schema holds more schemas than are read"#,
            meaning: #"There is a limit to the number of schemas within a schema, so that nobody can fill the memory with one."#,
            example: #"""
                ```text
                more than 500,000 schemas in one document
                ```
                """#,
            remedy: #"Split the schema into documents that refer to each other."#),
        DiagnosticPage(
            code: #"json-schema/undecided"#,
            title: #"Judging a value by its JSON Schema takes too much"#,
            meaning: #"""
                The schema makes so many alternatives, or refers to itself so deeply, that the work allowed does not suffice to tell whether
                the value meets it. Neither yes nor no is answered.
                """#,
            example: #"""
                ```text
                anyOf within anyOf, doubled thirty times over
                ```
                """#,
            remedy: #"Simplify the schema: most often alternatives overlap that could be told apart by a `const` or by `if`."#),
        DiagnosticPage(
            code: #"json-schema/unknown-dialect"#,
            title: #"A schema's `$schema` names a dialect that is not known"#,
            meaning: #"""
                The drafts 04, 06, 07, 2019-09 and 2020-12 are known, and meta-schemas given along with the schema that build on the last
                two and require no vocabulary but theirs.
                """#,
            example: #"""
                ```json
                {
                  "$schema": "https://example.com/my-dialect"
                }
                ```
                """#,
            remedy: #"Name one of the drafts, for instance `https://json-schema.org/draft/2020-12/schema`, or give the meta-schema, too."#),
        DiagnosticPage(
            code: #"json-schema/unknown-type"#,
            title: #"A schema names a type that JSON Schema does not have"#,
            meaning: #"The types are `null`, `boolean`, `object`, `array`, `number`, `string` and `integer`."#,
            example: #"""
                ```json
                {
                  "type": "int"
                }
                ```
                """#,
            remedy: #"Use one of the types. Finer ones are made with other keywords: `"type": "string", "format": "date"`."#),
        DiagnosticPage(
            code: #"json-schema/unresolved-reference"#,
            title: #"A reference of a JSON Schema leads nowhere"#,
            meaning: #"""
                `$ref` names a schema by a URI: a document, and behind `#` a JSON pointer or an anchor in it. Either the document was not
                given (nothing is fetched from the network), or nothing stands at that place of it.
                """#,
            example: ##"""
                ```json
                {
                  "$ref": "#/$defs/adress",
                  "$defs": {
                    "address": {"type": "string"}
                  }
                }
                ```
                """##,
            remedy: #"Mend the pointer, or declare the document among the contract's references under the URI that is written."#),
        DiagnosticPage(
            code: #"json-schema/unsupported-pattern"#,
            title: #"A regular expression cannot be used"#,
            meaning: #"""
                `pattern`, and the keys of `patternProperties`, are regular expressions of ECMA-262 (JavaScript) with Unicode. What other
                languages add, such as `(?i)`, `\A` or `(?P<name>…)`, is not part of it. The message says what cannot be read, and where.
                """#,
            example: #"""
                ```json
                {
                  "pattern": "(?i)yes"
                }
                ```
                """#,
            remedy: #"Write it in ECMA-262: `[Yy][Ee][Ss]`, `^` for `\A`, `(?<name>…)` for a named group."#),
    ]
}
