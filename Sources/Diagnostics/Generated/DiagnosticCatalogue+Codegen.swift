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
        DiagnosticPage(
            code: #"codegen/invalid-name"#,
            title: #"A name of the configuration cannot be one in Swift"#,
            meaning: #"""
                The values of `names` become names of types and properties, so they are letters, digits and `_`, without a digit first. Those of
                `additionalImports` are modules, or a part of one: `struct Orders.Money`. Keywords are allowed; they are put in backticks.
                """#,
            example: #"""
                ```yaml
                names:
                  com.shop.Order: Purchase Order
                ```
                """#,
            remedy: #"Leave out what Swift does not take: `PurchaseOrder`."#),
        DiagnosticPage(
            code: #"codegen/missing-file"#,
            title: #"There is no contract where the configuration says so"#,
            meaning: #"""
                A line of `contracts` or `references` names a file, a folder or a pattern. It leads to nothing: there is no such file, the folder
                holds no contract, or nothing matches. Paths are as seen from the folder of `heddle-codegen.yaml`. A run without any contract, and a
                contract without `file`, have this code, too.
                """#,
            example: #"""
                ```yaml
                contracts:
                  - orders/craeted.avsc
                ```
                """#,
            remedy: #"Correct the path; the message names a near one where there is one. Hidden files are never taken by a folder or a pattern."#),
        DiagnosticPage(
            code: #"codegen/name-clash"#,
            title: #"Two things of the contracts would have one name in Swift"#,
            meaning: #"""
                Types are named by their local names, so `com.shop.Order` and `com.billing.Order` would both be `Order`; a field `order_id` and a field
                `orderId` of one type would both be `orderId`. Two contracts may hold the same type, if they define it alike; where they differ, it
                cannot be one type. None is chosen in silence: the name of a type would then change with the order of files.
                """#,
            example: #"""
                ```text
                { "type": "record", "name": "Order", "fields": [
                  { "name": "order_id", "type": "string" },
                  { "name": "orderId", "type": "string" } ] }
                ```
                """#,
            remedy: #"""
                Name one of them in `heddle-codegen.yaml`, or by `--name`:

                    names:
                      com.billing.Order: Bill
                      Order.order_id: legacyOrderId

                Where most types clash, `namespaces: nested` makes `Com.Shop.Order` of it, and `namespaces: flat` `ComShopOrder`. Of a type that
                contracts define in two ways, bring the definitions in line, or generate the contracts for two targets.
                """#),
        DiagnosticPage(
            code: #"codegen/not-a-document"#,
            title: #"The configuration is more than one document"#,
            meaning: #"A `heddle-codegen.yaml` is one YAML document. A line `---` begins a second one, which would hold for nobody."#,
            example: #"""
                ```yaml
                codable: true
                ---
                views: false
                ```
                """#,
            remedy: #"Put all keys into one document."#),
        DiagnosticPage(
            code: #"codegen/output-clash"#,
            title: #"Two contracts would be written to one file"#,
            meaning: #"""
                The Swift file of a contract is named after its path as seen from the configuration, without what leads out of its folder:
                `orders/created.avsc` and `../orders/created.avsc` are both `orders+created.avsc.swift`.
                """#,
            example: #"""
                ```text
                contracts:
                  - orders/created.avsc
                  - ../orders/created.avsc
                ```
                """#,
            remedy: #"Rename one of the files, or put the configuration into the folder above both."#),
        DiagnosticPage(
            code: #"codegen/outside-target"#,
            title: #"The build plugin cannot make Swift of this contract"#,
            meaning: #"""
                A build plugin must name its outputs before it may read anything, so they follow from the names of the files in the target: those
                that end in `.avsc`, `.proto`, `.schema.json` or `.xsd`. A contract elsewhere, with another ending, or under `exclude`, would have
                no output.
                """#,
            example: #"""
                ```text
                contracts:
                  - ../../contracts/order.avsc
                ```
                """#,
            remedy: #"""
                Link the file or its folder into the target (`ln -s ../../contracts Sources/Orders/Contracts`), give it one of the endings, or write
                the Swift with the command plugin `generate-contracts` or with `heddle generate swift`, which read what they find.
                """#),
        DiagnosticPage(
            code: #"codegen/undeclared-input"#,
            title: #"A contract refers to a file that the build does not watch"#,
            meaning: #"""
                What is imported or referred to must be in the target, too: the build runs the generator when one of the target's files changes, and
                would not see it when another does. The generated code would then be that of an earlier schema.
                """#,
            example: #"""
                ```text
                contracts: [order.proto]
                protoPath: [., ../../protos]     # order.proto imports a file from there
                ```
                """#,
            remedy: #"""
                Link the file or its folder into the target, or write the Swift with the command plugin `generate-contracts` or with `heddle generate
                swift`.
                """#),
        DiagnosticPage(
            code: #"codegen/unknown-format"#,
            title: #"Nothing tells the format of a contract"#,
            meaning: #"""
                The ending of a name tells the format: `.avsc` is Avro, `.proto` Protobuf, `.schema.json` (and `.json` where the file is named) JSON
                Schema, `.xsd` XML Schema. Others need to be told. Of a folder or a pattern, files with other endings are passed over.
                """#,
            example: #"""
                ```yaml
                contracts:
                  - notes.txt
                ```
                """#,
            remedy: #"Say it: `{ file: notes.txt, format: avro }`, or `json-schema`, `protobuf`, `xsd`."#),
        DiagnosticPage(
            code: #"codegen/unknown-key"#,
            title: #"The configuration has a key that means nothing"#,
            meaning: #"""
                `heddle-codegen.yaml` holds the keys that Specs/codegen/v1 lists, and a contract in it holds `file`, `format` and the same
                options. Another key is refused: passed over in silence, a misspelt option would be one that does not hold.
                """#,
            example: #"""
                ```yaml
                acessModifier: public
                ```
                """#,
            remedy: #"Correct the key; the message names the nearest one that there is. Comments begin with `#`."#),
        DiagnosticPage(
            code: #"codegen/unknown-value"#,
            title: #"A value of the configuration is none of those that there are"#,
            meaning: #"Options such as `accessModifier`, `namespaces`, `dates`, `enums`, `maps`, and a contract's `format`, take one of a few words."#,
            example: #"""
                ```yaml
                namespaces: nestd
                ```
                """#,
            remedy: #"Take one of the words that the message lists."#),
        DiagnosticPage(
            code: #"codegen/unreadable-file"#,
            title: #"A file or a folder of the run cannot be read"#,
            meaning: #"It is there and cannot be opened or listed; most often permissions forbid it."#,
            example: #"""
                ```text
                contracts:
                  - orders/created.avsc    # may be read by somebody else alone
                ```
                """#,
            remedy: #"Give the user who builds the right to read it."#),
        DiagnosticPage(
            code: #"codegen/untyped"#,
            title: #"A part of a schema has no type in Swift"#,
            meaning: #"""
                The schema says of a value what no type of Swift says. The code holds it as `JSONValue` (of an XML Schema, as text), so that nothing is
                lost, and nothing is checked either.
                """#,
            example: #"""
                ```text
                { "properties": { "extra": { "type": ["string", "object"], "not": { "const": "" } } } }
                ```
                """#,
            remedy: #"Give the value one `type`, or branches that can be told apart. Where any value is meant, it may stay as it is."#),
        DiagnosticPage(
            code: #"codegen/wrong-type"#,
            title: #"A value of the configuration is of another kind"#,
            meaning: #"A list, a mapping, a text or `true` or `false` is expected where something else stands. `yes` and `no` are texts in YAML 1.2."#,
            example: #"""
                ```yaml
                codable: yes
                ```
                """#,
            remedy: #"Write what the message expects: `codable: true`."#),
    ]
}
