// Generated from Specs/diagnostics/avro by `swift run heddle-dev generate`. Do not edit.

extension DiagnosticCatalogue {
    static let avroPages: [DiagnosticPage] = [
        DiagnosticPage(
            code: #"avro/ambiguous-alias"#,
            title: #"A field could be read from several fields of the data"#,
            meaning: #"""
                A reader's field is read from the data's field of its name, or of one of its aliases. When the data has more than one of
                these, it is not said which is meant, and Avro's libraries stop with an error or choose each in its own way.
                """#,
            example: #"""
                Before:

                ```json
                {
                  "type": "record",
                  "name": "OrderCreated",
                  "namespace": "com.example",
                  "fields": [
                    { "name": "total", "type": "long" },
                    { "name": "amount", "type": "long" }
                  ]
                }
                ```

                After:

                ```json
                {
                  "type": "record",
                  "name": "OrderCreated",
                  "namespace": "com.example",
                  "fields": [
                    { "name": "total", "type": "long", "aliases": ["amount"] }
                  ]
                }
                ```
                """#,
            remedy: #"Remove the alias that names a field of its own, or give the new field a name that the data does not have."#),
        DiagnosticPage(
            code: #"avro/bytes-read-as-string"#,
            title: #"Bytes are read as text"#,
            meaning: #"Avro allows `bytes` to be read as a `string`. Values that are not UTF-8 then fail, or are spoilt, one record at a time."#,
            example: #"""
                Before:

                ```json
                {
                  "type": "record",
                  "name": "OrderCreated",
                  "namespace": "com.example",
                  "fields": [
                    { "name": "note", "type": "bytes" }
                  ]
                }
                ```

                After:

                ```json
                {
                  "type": "record",
                  "name": "OrderCreated",
                  "namespace": "com.example",
                  "fields": [
                    { "name": "note", "type": "string" }
                  ]
                }
                ```
                """#,
            remedy: #"Keep `bytes` where the data is not text, and add a `string` beside it."#),
        DiagnosticPage(
            code: #"avro/comparison-given-up"#,
            title: #"Two schemas could not be compared to the end"#,
            meaning: #"""
                Either the schemas are so large, or their unions of records so entangled, that comparing them would take too long; or there
                are more than a thousand differences, and the others are not told. What was not compared counts as breaking.
                """#,
            example: #"""
                ```text
                A union of several thousand records, each of which holds that union, against another such union.
                ```
                """#,
            remedy: #"""
                Split the schema into several contracts. Where there are too many differences, mend those that are told first: most of the
                others often have the same cause.
                """#),
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
            code: #"avro/enum-symbol-missing"#,
            title: #"The data may hold a symbol that the reader's enum does not have"#,
            meaning: #"""
                A symbol that the reader's enum does not have is read as the enum's `default`. Where there is none, the whole record cannot
                be read. The default of a field does not help: it stands for fields that the data does not have.
                """#,
            example: #"""
                Before:

                ```json
                {
                  "type": "record",
                  "name": "OrderCreated",
                  "namespace": "com.example",
                  "fields": [
                    { "name": "channel", "type": {"type": "enum", "name": "Channel", "symbols": ["WEB", "APP"]} }
                  ]
                }
                ```

                After:

                ```json
                {
                  "type": "record",
                  "name": "OrderCreated",
                  "namespace": "com.example",
                  "fields": [
                    { "name": "channel", "type": {"type": "enum", "name": "Channel", "symbols": ["WEB", "APP", "PARTNER"]} }
                  ]
                }
                ```
                """#,
            remedy: #"""
                Give the enum a default, such as `"default": "UNKNOWN"`, and wait until all readers have it before the first new symbol is
                written. A symbol that was once written stays in the enum.
                """#),
        DiagnosticPage(
            code: #"avro/field-added-without-default"#,
            title: #"A field that the data does not have has no default"#,
            meaning: #"""
                A reader fills a field that the data does not have with the field's default. Where there is none, the data cannot be read.
                That happens to new readers when a field is added, and to old readers when one is removed or renamed.
                """#,
            example: #"""
                Before:

                ```json
                {
                  "type": "record",
                  "name": "OrderCreated",
                  "namespace": "com.example",
                  "fields": [
                    { "name": "orderId", "type": "string" }
                  ]
                }
                ```

                After:

                ```json
                {
                  "type": "record",
                  "name": "OrderCreated",
                  "namespace": "com.example",
                  "fields": [
                    { "name": "orderId", "type": "string" },
                    { "name": "voucher", "type": "string" }
                  ]
                }
                ```
                """#,
            remedy: #"""
                Give the field a default: `{ "name": "voucher", "type": ["null", "string"], "default": null }`. A field that was renamed gets
                its old name as an alias. One that is to be removed gets a default first, and is removed when all readers have that.
                """#),
        DiagnosticPage(
            code: #"avro/fixed-size-changed"#,
            title: #"A fixed has another size than the data"#,
            meaning: #"""
                A value of a fixed is written as so many bytes, without its length. A reader that expects another number of them cannot
                read it.
                """#,
            example: #"""
                Before:

                ```json
                {
                  "type": "record",
                  "name": "OrderCreated",
                  "namespace": "com.example",
                  "fields": [
                    { "name": "digest", "type": {"type": "fixed", "name": "Digest", "size": 16} }
                  ]
                }
                ```

                After:

                ```json
                {
                  "type": "record",
                  "name": "OrderCreated",
                  "namespace": "com.example",
                  "fields": [
                    { "name": "digest", "type": {"type": "fixed", "name": "Digest", "size": 32} }
                  ]
                }
                ```
                """#,
            remedy: #"""
                Define a fixed of another name and size, and use it in a new field that has a default; or use `bytes` from the beginning where
                the size may change.
                """#),
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
            code: #"avro/logical-type-changed"#,
            title: #"Data of one logical type is read as another"#,
            meaning: #"""
                Avro does not look at logical types when it reads data with another schema, so nothing fails: a time in milliseconds is
                taken for one in microseconds, and a decimal with two digits after the point for one with four.
                """#,
            example: #"""
                Before:

                ```json
                {
                  "type": "record",
                  "name": "OrderCreated",
                  "namespace": "com.example",
                  "fields": [
                    { "name": "placedAt", "type": {"type": "long", "logicalType": "timestamp-millis"} }
                  ]
                }
                ```

                After:

                ```json
                {
                  "type": "record",
                  "name": "OrderCreated",
                  "namespace": "com.example",
                  "fields": [
                    { "name": "placedAt", "type": {"type": "long", "logicalType": "timestamp-micros"} }
                  ]
                }
                ```
                """#,
            remedy: #"Keep the logical type and add a field of another name, with a default, that has the new one."#),
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
            code: #"avro/name-changed"#,
            title: #"A record, an enum or a fixed has another name than the data"#,
            meaning: #"""
                Data of a named type is read by a type of the same name. Only the last part of a name counts, so that a namespace may
                change. Another name is accepted where the reader's type has the data's full name among its aliases.
                """#,
            example: #"""
                Before:

                ```json
                {
                  "type": "record",
                  "name": "OrderCreated",
                  "namespace": "com.example",
                  "fields": [
                    { "name": "orderId", "type": "string" }
                  ]
                }
                ```

                After:

                ```json
                {
                  "type": "record",
                  "name": "OrderPlaced",
                  "namespace": "com.example",
                  "fields": [
                    { "name": "orderId", "type": "string" }
                  ]
                }
                ```
                """#,
            remedy: #"""
                Keep the name, or give the new type the old full name as an alias: `"aliases": ["com.example.OrderCreated"]`. Aliases help
                those who read with the new schema; programs that still have the old one cannot read what is written under the new name.
                """#),
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
            code: #"avro/number-rounded"#,
            title: #"Whole numbers are read as floating-point ones that round them"#,
            meaning: #"""
                Avro allows a `long` to be read as a `float` or `double`, and an `int` as a `float`. A `float` holds whole numbers exactly up
                to 16,777,216, a `double` up to 9,007,199,254,740,992; larger ones are rounded.
                """#,
            example: #"""
                Before:

                ```json
                {
                  "type": "record",
                  "name": "OrderCreated",
                  "namespace": "com.example",
                  "fields": [
                    { "name": "total", "type": "long" }
                  ]
                }
                ```

                After:

                ```json
                {
                  "type": "record",
                  "name": "OrderCreated",
                  "namespace": "com.example",
                  "fields": [
                    { "name": "total", "type": "double" }
                  ]
                }
                ```
                """#,
            remedy: #"Keep the type where the exact number matters, as it does for identifiers and amounts of money; a `double` holds every `int`."#),
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
            code: #"avro/type-not-readable"#,
            title: #"Data of one type is read as another"#,
            meaning: #"""
                Avro reads an `int` as a `long`, a `float` or a `double`, a `long` as a `float` or a `double`, a `float` as a `double`, and
                `string` and `bytes` as each other. Every other type is read as itself only: no number as text, no enum as a `string`.
                """#,
            example: #"""
                Before:

                ```json
                {
                  "type": "record",
                  "name": "OrderCreated",
                  "namespace": "com.example",
                  "fields": [
                    { "name": "orderId", "type": "string" },
                    { "name": "quantity", "type": "int" }
                  ]
                }
                ```

                After:

                ```json
                {
                  "type": "record",
                  "name": "OrderCreated",
                  "namespace": "com.example",
                  "fields": [
                    { "name": "orderId", "type": "string" },
                    { "name": "quantity", "type": "string" }
                  ]
                }
                ```
                """#,
            remedy: #"""
                Keep the type and add a field beside it, with a default, that has the new one; or make the type a union of the old and the
                new one, the old one first, which new readers read and old ones do not.
                """#),
        DiagnosticPage(
            code: #"avro/union-branch-missing"#,
            title: #"The data may hold a type that the reader's union does not have"#,
            meaning: #"""
                Each branch of the union that the data was written with must be readable by a branch of the reader's union. The place that
                is told ends with the number, from 0, of the data's branch.
                """#,
            example: #"""
                Before:

                ```json
                {
                  "type": "record",
                  "name": "OrderCreated",
                  "namespace": "com.example",
                  "fields": [
                    { "name": "voucher", "type": ["null", "string", "long"], "default": null }
                  ]
                }
                ```

                After:

                ```json
                {
                  "type": "record",
                  "name": "OrderCreated",
                  "namespace": "com.example",
                  "fields": [
                    { "name": "voucher", "type": ["null", "string"], "default": null }
                  ]
                }
                ```
                """#,
            remedy: #"""
                Put the branch back into the union, or one that it can be promoted to: a `long` also reads `int`. Before a branch is added to
                a union, all readers need it.
                """#),
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
