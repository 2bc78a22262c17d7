// Generated from Specs/diagnostics/avro by `swift run heddle-dev generate`. Do not edit.

extension DiagnosticCatalogue {
    static let avroPages: [DiagnosticPage] = [
        DiagnosticPage(
            code: #"avro/default-not-first-branch"#,
            title: #"A default is not of the union's first type"#,
            meaning: #"""
                Since Avro 1.12 a default may be of any type of its union. Earlier programs, which are many, take it for the first, and refuse
                the schema.
                """#,
            example: #"""
                ```json
                {
                  "type": "record",
                  "name": "OrderCreated",
                  "namespace": "com.example",
                  "fields": [
                    { "name": "voucher", "type": ["string", "null"], "default": null }
                  ]
                }
                ```
                """#,
            remedy: #"Put the default's type first in the union: `["null", "string"]` with the default `null`."#),
        DiagnosticPage(
            code: #"avro/duplicate-field"#,
            title: #"A record has two fields of the same name"#,
            meaning: #"The fields of a record have different names."#,
            example: #"""
                ```json
                {
                  "type": "record",
                  "name": "OrderCreated",
                  "namespace": "com.example",
                  "fields": [
                    { "name": "orderId", "type": "string" },
                    { "name": "orderId", "type": "long" }
                  ]
                }
                ```
                """#,
            remedy: #"Rename one of them, or remove it."#),
        DiagnosticPage(
            code: #"avro/duplicate-symbol"#,
            title: #"An enum has a symbol twice"#,
            meaning: #"The symbols of an enum are different."#,
            example: #"""
                ```json
                { "type": "enum", "name": "Channel", "symbols": ["WEB", "APP", "WEB"] }
                ```
                """#,
            remedy: #"Remove one of the two."#),
        DiagnosticPage(
            code: #"avro/duplicate-type"#,
            title: #"A type is defined twice"#,
            meaning: #"A named type is defined once, where it is used first; afterwards its name stands for it."#,
            example: #"""
                ```json
                {
                  "type": "record",
                  "name": "OrderCreated",
                  "namespace": "com.example",
                  "fields": [
                    { "name": "billing", "type": { "type": "record", "name": "Address", "fields": [] } },
                    { "name": "shipping", "type": { "type": "record", "name": "Address", "fields": [] } }
                  ]
                }
                ```
                """#,
            remedy: #"Write the name in place of the second definition, or give the second type another name."#),
        DiagnosticPage(
            code: #"avro/invalid-default"#,
            title: #"A default does not fit its type"#,
            meaning: #"""
                The default of a field is what readers take where writers had no such field. Programs that read the schema refuse a default
                that is no value of the type: a number for a string, a symbol that the enum does not have, a record without a field that has
                no default of its own. Bytes are written as a string of the characters U+0000 to U+00FF.
                """#,
            example: #"""
                ```json
                {
                  "type": "record",
                  "name": "OrderCreated",
                  "namespace": "com.example",
                  "fields": [
                    { "name": "quantity", "type": "int", "default": "1" },
                    { "name": "voucher", "type": "string", "default": null }
                  ]
                }
                ```
                """#,
            remedy: #"Correct the default, or the type; a default of `null` needs a union with `null`."#),
        DiagnosticPage(
            code: #"avro/invalid-enum-default"#,
            title: #"An enum's default is none of its symbols"#,
            meaning: #"The default of an enum is what readers take for symbols that they do not know, so it must be one that they do."#,
            example: #"""
                ```json
                { "type": "enum", "name": "Channel", "symbols": ["UNKNOWN", "WEB"], "default": "UNKNOWM" }
                ```
                """#,
            remedy: #"Choose one of the symbols."#),
        DiagnosticPage(
            code: #"avro/invalid-logical-type"#,
            title: #"A logical type is ignored"#,
            meaning: #"""
                The logical type stands on a type that it is not for, or its attributes do not fit. The specification tells programs to
                ignore it then: a date would be read as a bare number.
                """#,
            example: #"""
                ```json
                {
                  "type": "record",
                  "name": "OrderCreated",
                  "namespace": "com.example",
                  "fields": [
                    { "name": "placedAt", "type": { "type": "string", "logicalType": "timestamp-millis" } },
                    { "name": "total", "type": { "type": "bytes", "logicalType": "decimal" } }
                  ]
                }
                ```
                """#,
            remedy: #"""
                Put it on the type that it is for: `date` on int, `timestamp-millis` on long, `uuid` on string or a fixed of 16 bytes,
                `decimal`, with a `precision`, on bytes or fixed.
                """#),
        DiagnosticPage(
            code: #"avro/invalid-name"#,
            title: #"A name is not well-formed"#,
            meaning: #"""
                Names in Avro begin with a letter or `_` and go on with letters, digits and `_`. Dots divide a namespace into such parts. The
                names of primitive types cannot be given to others.
                """#,
            example: #"""
                ```json
                {
                  "type": "record",
                  "name": "OrderCreated",
                  "namespace": "com.example",
                  "fields": [
                    { "name": "order-id", "type": "string" }
                  ]
                }
                ```
                """#,
            remedy: #"Rename it. An alias keeps readers of the old name going."#),
        DiagnosticPage(
            code: #"avro/invalid-order"#,
            title: #"The order of a field is not one of the three"#,
            meaning: #"`order` says how a field counts when records are sorted: `ascending`, `descending` or `ignore`."#,
            example: #"""
                ```json
                {
                  "type": "record",
                  "name": "OrderCreated",
                  "namespace": "com.example",
                  "fields": [
                    { "name": "orderId", "type": "string", "order": "up" }
                  ]
                }
                ```
                """#,
            remedy: #"Choose one of the three, or leave it out."#),
        DiagnosticPage(
            code: #"avro/invalid-size"#,
            title: #"The size of a fixed is not a number of bytes"#,
            meaning: #"`size` is a whole number, not negative."#,
            example: #"""
                ```json
                { "type": "fixed", "name": "Hash", "size": "16" }
                ```
                """#,
            remedy: #"Correct the number."#),
        DiagnosticPage(
            code: #"avro/invalid-union"#,
            title: #"A union is not well-formed"#,
            meaning: #"""
                A union holds no other union directly, and each type at most once; only records, enums and fixed of different names may be
                there several times.
                """#,
            example: #"""
                ```json
                {
                  "type": "record",
                  "name": "OrderCreated",
                  "namespace": "com.example",
                  "fields": [
                    { "name": "note", "type": ["null", "string", "string"] },
                    { "name": "total", "type": ["null", ["int", "long"]] }
                  ]
                }
                ```
                """#,
            remedy: #"Put the inner union's types into the outer one; remove what stands twice."#),
        DiagnosticPage(
            code: #"avro/missing-attribute"#,
            title: #"An attribute is missing"#,
            meaning: #"""
                A record needs `name` and `fields`, a field `name` and `type`, an enum `name` and `symbols`, a fixed `name` and `size`, an
                array `items`, a map `values`.
                """#,
            example: #"""
                ```json
                {
                  "type": "record",
                  "name": "OrderCreated",
                  "namespace": "com.example",
                  "fields": [
                    { "name": "orderId" },
                    { "name": "lines", "type": { "type": "array" } }
                  ]
                }
                ```
                """#,
            remedy: #"Add the attribute."#),
        DiagnosticPage(
            code: #"avro/not-a-schema"#,
            title: #"What stands here is no Avro schema"#,
            meaning: #"""
                A schema is the name of a type, an array (a union), or an object whose `type` is a name. `record`, `enum`, `fixed`, `array`
                and `map` need an object round them that says more.
                """#,
            example: #"""
                ```json
                {
                  "type": "record",
                  "name": "OrderCreated",
                  "namespace": "com.example",
                  "fields": [
                    { "name": "orderId", "type": 1 },
                    { "name": "lines", "type": "array" },
                    { "name": "note", "type": { "type": { "type": "string" } } }
                  ]
                }
                ```
                """#,
            remedy: #"Write the type as the Avro specification has it."#),
        DiagnosticPage(
            code: #"avro/too-many-errors"#,
            title: #"There are more mistakes in the schema than are shown"#,
            meaning: #"""
                Of one schema, a hundred mistakes are shown. So many have one cause, most likely: the file is no Avro schema, or a program
                that wrote it went wrong.
                """#,
            example: #"""
                ```json
                [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
                ```
                """#,
            remedy: #"Mend what is shown and look again."#),
        DiagnosticPage(
            code: #"avro/unknown-type"#,
            title: #"There is no such type"#,
            meaning: #"""
                A name is neither a primitive type nor one that is defined before this place, in this schema or in a contract that it
                references. A name without a dot is looked for in the namespace round it.
                """#,
            example: #"""
                ```json
                {
                  "type": "record",
                  "name": "OrderCreated",
                  "namespace": "com.example",
                  "fields": [
                    { "name": "orderId", "type": "strin" },
                    { "name": "address", "type": "Address" }
                  ]
                }
                ```
                """#,
            remedy: #"Correct the name, define the type at its first use, or list the contract that defines it under `references`."#),
        DiagnosticPage(
            code: #"avro/wrong-type"#,
            title: #"An attribute has a value of the wrong type"#,
            meaning: #"The attribute is there, with another type of JSON value than the specification asks for."#,
            example: #"""
                ```json
                { "type": "record", "name": "OrderCreated", "fields": "orderId" }
                ```
                """#,
            remedy: #"Correct the value."#),
    ]
}
