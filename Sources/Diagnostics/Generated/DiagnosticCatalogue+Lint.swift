// Generated from Specs/diagnostics/lint by `swift run heddle-dev generate`. Do not edit.

extension DiagnosticCatalogue {
    static let lintPages: [DiagnosticPage] = [
        DiagnosticPage(
            code: #"lint/avro-alias-is-a-name"#,
            title: #"An alias of an Avro schema is also a name"#,
            meaning: #"""
                A reader looks for a field by its name and by its aliases. Where an alias is also another field's name or alias, old data may
                hold both, and which one is taken depends on the library: Java throws an exception. The same goes for types.
                """#,
            example: #"""
                ```json
                {
                  "type": "record", "name": "OrderCreated", "namespace": "com.example", "doc": "An order was placed.", 
                  "fields": [
                    { "name": "orderId", "type": "string", "default": "" },
                    { "name": "total", "type": "long", "default": 0, "aliases": ["amount"] },
                    { "name": "amount", "type": "long", "default": 0 }
                  ]
                }
                ```
                """#,
            remedy: #"Take the alias away, or the field that has its name."#),
        DiagnosticPage(
            code: #"lint/avro-decimal-without-scale"#,
            title: #"A decimal of Avro has no scale"#,
            meaning: #"""
                The scale of a decimal is the count of digits behind its point, and 0 where it is left out. Amounts of money with cents do not
                fit.
                """#,
            example: #"""
                ```json
                {
                  "type": "record", "name": "OrderCreated", "namespace": "com.example", "doc": "An order was placed.", 
                  "fields": [
                    { "name": "total", "type": { "type": "bytes", "logicalType": "decimal", "precision": 12 }, "default": "" }
                  ]
                }
                ```
                """#,
            remedy: #"""
                Write `"scale": 2`, as it fits, or `"scale": 0` where whole numbers are meant. A scale that changes later changes what the bytes of
                old data mean.
                """#),
        DiagnosticPage(
            code: #"lint/avro-enum-without-default"#,
            title: #"An enum of Avro has no default"#,
            meaning: #"""
                A reader that meets a symbol which its enum does not have takes the enum's default. Without one the data cannot be read: no symbol
                can be added while old readers are about.
                """#,
            example: #"""
                ```json
                {
                  "type": "record", "name": "OrderCreated", "namespace": "com.example", "doc": "An order was placed.", 
                  "fields": [
                    { "name": "channel", "type": { "type": "enum", "name": "Channel", "symbols": ["WEB", "APP"] }, "default": "WEB" }
                  ]
                }
                ```
                """#,
            remedy: #"""
                Add a symbol for what is not known, and make it the default of the enum (not of the field):
                `{ "type": "enum", "name": "Channel", "symbols": ["UNKNOWN", "WEB", "APP"], "default": "UNKNOWN" }`.
                """#),
        DiagnosticPage(
            code: #"lint/avro-field-name"#,
            title: #"A field of Avro begins with a capital"#,
            meaning: #"""
                Fields have names like `orderId` or `order_id`. With a capital in front, generated code gets accessors that clash with types, or
                names that no longer match.
                """#,
            example: #"""
                ```json
                {
                  "type": "record", "name": "OrderCreated", "namespace": "com.example", "doc": "An order was placed.", 
                  "fields": [
                    { "name": "OrderId", "type": "string", "default": "" }
                  ]
                }
                ```
                """#,
            remedy: #"Rename it before it is used; later, leave the old name as an alias."#),
        DiagnosticPage(
            code: #"lint/avro-logical-type-on-field"#,
            title: #"A logical type stands beside the name of an Avro field"#,
            meaning: #"""
                `logicalType` is an attribute of a type. On a field it is a property of one's own, which readers pass over: the values stay bare
                numbers or bytes, without a warning.
                """#,
            example: #"""
                ```json
                {
                  "type": "record", "name": "OrderCreated", "namespace": "com.example", "doc": "An order was placed.", 
                  "fields": [
                    { "name": "placedAt", "type": "long", "logicalType": "timestamp-millis", "default": 0 }
                  ]
                }
                ```
                """#,
            remedy: #"Put it into the type: `"type": { "type": "long", "logicalType": "timestamp-millis" }`."#),
        DiagnosticPage(
            code: #"lint/avro-missing-doc"#,
            title: #"An event of Avro has no doc"#,
            meaning: #"The record does not say what it tells: when it is sent, and by whom. Those who read it months later have the schema alone."#,
            example: #"""
                ```json
                {
                  "type": "record", "name": "OrderCreated", "namespace": "com.example", 
                  "fields": [
                    { "name": "orderId", "type": "string", "default": "" }
                  ]
                }
                ```
                """#,
            remedy: #"Add `"doc"` to the record, in a sentence or two."#),
        DiagnosticPage(
            code: #"lint/avro-missing-namespace"#,
            title: #"A type of Avro has no namespace"#,
            meaning: #"""
                Its name is one for the whole world: two teams cannot both have an `OrderCreated`, and generated code lands in the unnamed
                package, which Java cannot import from.
                """#,
            example: #"""
                ```json
                {
                  "type": "record", "name": "OrderCreated", "doc": "An order was placed.", 
                  "fields": [
                    { "name": "orderId", "type": "string", "default": "" }
                  ]
                }
                ```
                """#,
            remedy: #"Add `"namespace": "com.example.orders"`, as it fits. Readers match types by their names without the namespace, so that it can be added later."#),
        DiagnosticPage(
            code: #"lint/avro-misspelt-attribute"#,
            title: #"An attribute of Avro is misspelt"#,
            meaning: #"""
                Avro lets schemas have attributes of their own, so that a slip is no error: it is passed over, and the default or alias that was
                meant is not there.
                """#,
            example: #"""
                ```json
                {
                  "type": "record", "name": "OrderCreated", "namespace": "com.example", "doc": "An order was placed.", 
                  "fields": [
                    { "name": "orderId", "type": "string", "default": "" },
                    { "name": "note", "type": "string", "defualt": "" }
                  ]
                }
                ```
                """#,
            remedy: #"Write the attribute as Avro has it."#),
        DiagnosticPage(
            code: #"lint/avro-misspelt-logical-type"#,
            title: #"A logical type of Avro is misspelt"#,
            meaning: #"A logical type that readers do not know is passed over: the values stay bare numbers or text. This name is nearly one of Avro's."#,
            example: #"""
                ```json
                {
                  "type": "record", "name": "OrderCreated", "namespace": "com.example", "doc": "An order was placed.", 
                  "fields": [
                    { "name": "placedAt", "type": { "type": "long", "logicalType": "timestamp-milis" }, "default": 0 }
                  ]
                }
                ```
                """#,
            remedy: #"Write the name as Avro has it: `timestamp-millis`."#),
        DiagnosticPage(
            code: #"lint/avro-nullable-without-default"#,
            title: #"A field of Avro may be null, and has no default"#,
            meaning: #"""
                `null` in a union lets writers leave the value out. It does not let data leave the field out: a reader that has the field refuses
                data of a version without it, until there is a default.
                """#,
            example: #"""
                ```json
                {
                  "type": "record", "name": "OrderCreated", "namespace": "com.example", "doc": "An order was placed.", 
                  "fields": [
                    { "name": "orderId", "type": "string", "default": "" },
                    { "name": "voucher", "type": ["null", "string"] }
                  ]
                }
                ```
                """#,
            remedy: #"Add `"default": null`, with `"null"` first in the union."#),
        DiagnosticPage(
            code: #"lint/avro-record-without-defaults"#,
            title: #"No field of an Avro record has a default"#,
            meaning: #"""
                A field can be removed later only where old readers have a default for it. Here no field has one, so that this version of the record
                fixes all of them.
                """#,
            example: #"""
                ```json
                {
                  "type": "record", "name": "OrderCreated", "namespace": "com.example", "doc": "An order was placed.", 
                  "fields": [
                    { "name": "orderId", "type": "string" },
                    { "name": "note", "type": "string" }
                  ]
                }
                ```
                """#,
            remedy: #"Give a default to what readers can do without. Identifiers are rightly left without."#),
        DiagnosticPage(
            code: #"lint/avro-type-name"#,
            title: #"A type of Avro has an unusual name"#,
            meaning: #"Records, enums and fixed have names like `OrderLine`: generated code makes classes of them."#,
            example: #"""
                ```json
                {
                  "type": "record", "name": "order_created", "namespace": "com.example", "doc": "An order was placed.", 
                  "fields": [
                    { "name": "orderId", "type": "string", "default": "" }
                  ]
                }
                ```
                """#,
            remedy: #"Rename it before it is used; later, leave the old name as an alias."#),
        DiagnosticPage(
            code: #"lint/avro-union-short-names"#,
            title: #"Two types of an Avro union differ in their namespaces alone"#,
            meaning: #"Readers find the branch of a union by its name without the namespace: data of one may be read as the other."#,
            example: #"""
                ```json
                {
                  "type": "record", "name": "OrderCreated", "namespace": "com.example", "doc": "An order was placed.", 
                  "fields": [
                    { "name": "party", "default": { "id": "" }, "type": [
                      { "type": "record", "name": "Party", "namespace": "com.example.buyer", "fields": [{ "name": "id", "type": "string", "default": "" }] },
                      { "type": "record", "name": "Party", "namespace": "com.example.seller", "fields": [{ "name": "id", "type": "string", "default": "" }] }] }
                  ]
                }
                ```
                """#,
            remedy: #"Give them names of their own: `Buyer` and `Seller`."#),
        DiagnosticPage(
            code: #"lint/json-schema-closed-all-of"#,
            title: #"A closed branch of allOf refuses what others ask for"#,
            meaning: #"""
                `additionalProperties` knows the properties in the very same schema. With `false` it refuses those that stand beside it in other
                branches of `allOf`, so that hardly any object meets them all.
                """#,
            example: #"""
                ```json
                {
                  "$schema": "https://json-schema.org/draft/2020-12/schema",
                  "allOf": [
                    { "type": "object", "properties": { "id": { "type": "string" } }, "additionalProperties": false },
                    { "type": "object", "properties": { "total": { "type": "number" } }, "required": ["total"] }
                  ]
                }
                ```
                """#,
            remedy: #"From 2019-09 on say `"unevaluatedProperties": false` beside `allOf`. In older drafts, write the properties into one schema."#),
        DiagnosticPage(
            code: #"lint/json-schema-format-not-asserted"#,
            title: #"format is an annotation"#,
            meaning: #"""
                By default validators do not check `format`: since 2019-09 by the letter of the draft, before that by choice. Texts of another
                form come through where readers do not expect them.
                """#,
            example: #"""
                ```json
                { "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "string", "format": "uuid" }
                ```
                """#,
            remedy: #"""
                Where it matters, add a `pattern`; or see to it that writers and readers check formats (`heddle contract validate --formats`). It is
                said once for a schema.
                """#),
        DiagnosticPage(
            code: #"lint/json-schema-ignored-beside-ref"#,
            title: #"A keyword stands beside $ref, and is passed over"#,
            meaning: #"Up to draft-07 an object with `$ref` is the schema that it refers to, and nothing else in it counts."#,
            example: ##"""
                ```json
                {
                  "$schema": "http://json-schema.org/draft-07/schema#",
                  "type": "object",
                  "additionalProperties": false,
                  "properties": { "code": { "$ref": "#/definitions/code", "maxLength": 3 } },
                  "definitions": { "code": { "type": "string" } }
                }
                ```
                """##,
            remedy: ##"Write `"allOf": [{ "$ref": "#/definitions/code" }], "maxLength": 3`, or say a draft from 2019-09 on."##),
        DiagnosticPage(
            code: #"lint/json-schema-impossible-bounds"#,
            title: #"No value meets both bounds"#,
            meaning: #"The least is more than the most: no value of the type is valid."#,
            example: #"""
                ```json
                { "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "string", "minLength": 5, "maxLength": 3 }
                ```
                """#,
            remedy: #"Mend one of the bounds. Where nothing is to be allowed, the schema is `false`."#),
        DiagnosticPage(
            code: #"lint/json-schema-keyword-of-other-type"#,
            title: #"A keyword is about another type"#,
            meaning: #"""
                Keywords bind values of their own type: `maxLength` text, `maximum` numbers. Where `type` lets no such value in, the keyword does
                nothing.
                """#,
            example: #"""
                ```json
                { "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "integer", "maxLength": 3 }
                ```
                """#,
            remedy: #"Use the keyword of the type (`maximum`, `maxItems`, …), or mend `type`."#),
        DiagnosticPage(
            code: #"lint/json-schema-keyword-without-effect"#,
            title: #"A keyword has no effect"#,
            meaning: #"The keyword needs another beside it, or the draft that `$schema` names does not have it. Validators pass over it."#,
            example: #"""
                ```json
                { "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "array", "items": { "type": "string" }, "minContains": 1 }
                ```
                """#,
            remedy: #"Add what it needs, say the draft that has it, or take it away."#),
        DiagnosticPage(
            code: #"lint/json-schema-missing-draft"#,
            title: #"A JSON Schema does not say its draft"#,
            meaning: #"""
                Keywords mean different things in different drafts (`items`, `$ref`, `exclusiveMaximum`). Without `$schema` each validator takes the
                draft that it likes best; Heddle takes 2020-12.
                """#,
            example: #"""
                ```json
                { "type": "string" }
                ```
                """#,
            remedy: #"Add `"$schema": "https://json-schema.org/draft/2020-12/schema"`, or the draft that is meant."#),
        DiagnosticPage(
            code: #"lint/json-schema-missing-type"#,
            title: #"Keywords stand without a type"#,
            meaning: #"`{"minLength": 3}` takes the number 1, `null` and every object: it only says how long a text must be, should it be one."#,
            example: #"""
                ```json
                {
                  "$schema": "https://json-schema.org/draft/2020-12/schema",
                  "type": "object",
                  "additionalProperties": false,
                  "properties": { "code": { "minLength": 3 } }
                }
                ```
                """#,
            remedy: #"Add `type`. Where other types are meant to come through, list them."#),
        DiagnosticPage(
            code: #"lint/json-schema-misspelt-keyword"#,
            title: #"A keyword is misspelt"#,
            meaning: #"Validators pass over what they do not know: the check that was meant never runs. This one is nearly a keyword."#,
            example: #"""
                ```json
                { "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "string", "maxLenght": 3 }
                ```
                """#,
            remedy: #"Write the keyword as the drafts have it."#),
        DiagnosticPage(
            code: #"lint/json-schema-open-object"#,
            title: #"An object is open for other properties"#,
            meaning: #"""
                Without `additionalProperties` any other property may be there, of any type. A property that is added later may so already stand in old
                data as something else: adding it is breaking (`json-schema/optional-property-added-to-open-content-model`).
                """#,
            example: #"""
                ```json
                { "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "properties": { "id": { "type": "string" } } }
                ```
                """#,
            remedy: #"""
                Say `"additionalProperties": false` where all properties are named: they can then be added one by one, and readers are updated first. It
                is said once for a schema.
                """#),
        DiagnosticPage(
            code: #"lint/json-schema-required-unknown"#,
            title: #"A required property is not described"#,
            meaning: #"The name is in `required` and not among `properties`, so that it must be there and may be anything: most likely a slip."#,
            example: #"""
                ```json
                {
                  "$schema": "https://json-schema.org/draft/2020-12/schema",
                  "type": "object",
                  "additionalProperties": false,
                  "properties": { "orderId": { "type": "string" } },
                  "required": ["orderID"]
                }
                ```
                """#,
            remedy: #"Mend the name, or describe the property."#),
        DiagnosticPage(
            code: #"lint/json-schema-unanchored-pattern"#,
            title: #"A pattern may match anywhere"#,
            meaning: #"Patterns are searched for: `[A-Z]{3}` is met by `xxABCxx`."#,
            example: #"""
                ```json
                { "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "string", "pattern": "[A-Z]{3}" }
                ```
                """#,
            remedy: #"Write `^[A-Z]{3}$` if the whole text is meant."#),
        DiagnosticPage(
            code: #"lint/json-schema-unknown-format"#,
            title: #"A format is misspelt"#,
            meaning: #"A format that validators do not know is met by any text. This one is nearly one of the drafts."#,
            example: #"""
                ```json
                { "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "string", "format": "datetime" }
                ```
                """#,
            remedy: #"Write the format as the drafts have it: `date-time`."#),
        DiagnosticPage(
            code: #"lint/json-schema-unknown-keyword"#,
            title: #"A word is no keyword"#,
            meaning: #"""
                No draft has it, and it is not known as a word of a tool. Validators pass over it; should a later draft have it, it will mean
                something.
                """#,
            example: #"""
                ```json
                { "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "string", "classification": "internal" }
                ```
                """#,
            remedy: #"Begin a word of your own with `x-`: `x-classification`."#),
        DiagnosticPage(
            code: #"lint/json-schema-unreachable-branch"#,
            title: #"A branch decides nothing"#,
            meaning: #"""
                In `anyOf` a branch that every value meets makes the others idle. In `oneOf` a branch that is there twice, or that every value meets, has
                values refused, since just one branch is to be met.
                """#,
            example: #"""
                ```json
                { "$schema": "https://json-schema.org/draft/2020-12/schema", "anyOf": [{ "type": "string" }, {}] }
                ```
                """#,
            remedy: #"Take the branch away, or say in it what it is to take."#),
        DiagnosticPage(
            code: #"lint/json-schema-value-of-other-type"#,
            title: #"A value can never stand there"#,
            meaning: #"A value of `enum`, `const` or `default` is of a type that `type` does not let in. Mostly a `null` is meant to be allowed."#,
            example: #"""
                ```json
                { "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "string", "enum": ["web", "app", null] }
                ```
                """#,
            remedy: #"Add the type, as in `"type": ["string", "null"]`, or take the value away."#),
        DiagnosticPage(
            code: #"lint/protobuf-enum-alias"#,
            title: #"An enum has several names for one number"#,
            meaning: #"`allow_alias` lets values share a number. Which name comes out in JSON is not the writer's choice: it is the first one."#,
            example: #"""
                ```proto
                syntax = "proto3";
                package shop.v1;
                enum Status {
                  option allow_alias = true;
                  STATUS_UNSPECIFIED = 0;
                  STATUS_OPEN = 1;
                  STATUS_RUNNING = 1;
                }
                ```
                """#,
            remedy: #"Keep one name. While a name is being replaced, an alias is the right tool."#),
        DiagnosticPage(
            code: #"lint/protobuf-enum-name"#,
            title: #"An enum has an unusual name"#,
            meaning: #"Enums have names like `OrderStatus`: generated code makes types of them."#,
            example: #"""
                ```proto
                syntax = "proto3";
                package shop.v1;
                enum order_status {
                  ORDER_STATUS_UNSPECIFIED = 0;
                }
                ```
                """#,
            remedy: #"Rename it before it is used. Values keep their numbers, so that binary data is not touched."#),
        DiagnosticPage(
            code: #"lint/protobuf-enum-value-name"#,
            title: #"A value of an enum has an unusual name"#,
            meaning: #"Values of enums have names in UPPER_SNAKE_CASE."#,
            example: #"""
                ```proto
                syntax = "proto3";
                package shop.v1;
                enum Status {
                  STATUS_UNSPECIFIED = 0;
                  STATUS_open = 1;
                }
                ```
                """#,
            remedy: #"Rename it before it is used: JSON carries the name."#),
        DiagnosticPage(
            code: #"lint/protobuf-enum-value-prefix"#,
            title: #"A value of an enum lacks the prefix of its enum"#,
            meaning: #"By C++'s rules, values stand beside their enum and not in it: two enums of a package cannot both have `OPEN`."#,
            example: #"""
                ```proto
                syntax = "proto3";
                package shop.v1;
                enum Status {
                  STATUS_UNSPECIFIED = 0;
                  OPEN = 1;
                }
                ```
                """#,
            remedy: #"Write `STATUS_OPEN`, before it is used."#),
        DiagnosticPage(
            code: #"lint/protobuf-enum-zero-value"#,
            title: #"The value 0 of an enum is a choice"#,
            meaning: #"""
                0 is what a field has that nobody set. Where that is `STATUS_OPEN`, readers cannot tell a choice from none. In proto2, a first value
                other than 0 is the default.
                """#,
            example: #"""
                ```proto
                syntax = "proto3";
                package shop.v1;
                enum Status {
                  STATUS_OPEN = 0;
                }
                ```
                """#,
            remedy: #"Begin with `STATUS_UNSPECIFIED = 0`. In an enum that is used already, leave the value and mind it."#),
        DiagnosticPage(
            code: #"lint/protobuf-field-name"#,
            title: #"A field has an unusual name"#,
            meaning: #"Fields have names in lower_snake_case; the names in JSON and in generated code are made from that."#,
            example: #"""
                ```proto
                syntax = "proto3";
                package shop.v1;
                message Order {
                  string orderId = 1;
                }
                ```
                """#,
            remedy: #"Rename it before it is used. `order_id` and `orderId` have the same name in JSON."#),
        DiagnosticPage(
            code: #"lint/protobuf-import-public"#,
            title: #"An import is public"#,
            meaning: #"""
                Who imports this file also gets what it imports. Generators of some languages do not follow that, and readers cannot see where a name
                comes from.
                """#,
            example: #"""
                ```proto
                syntax = "proto3";
                package shop.v1;
                import public "google/protobuf/timestamp.proto";
                message Order {
                  google.protobuf.Timestamp placed_at = 1;
                }
                ```
                """#,
            remedy: #"Let each file import what it uses."#),
        DiagnosticPage(
            code: #"lint/protobuf-import-weak"#,
            title: #"An import is weak"#,
            meaning: #"`weak` is for Google's own build: elsewhere it is passed over or refused."#,
            example: #"""
                ```proto
                syntax = "proto3";
                package shop.v1;
                import weak "google/protobuf/timestamp.proto";
                message Order {
                  google.protobuf.Timestamp placed_at = 1;
                }
                ```
                """#,
            remedy: #"Import the file plainly."#),
        DiagnosticPage(
            code: #"lint/protobuf-message-name"#,
            title: #"A message has an unusual name"#,
            meaning: #"Messages have names like `OrderLine`: generated code makes types of them."#,
            example: #"""
                ```proto
                syntax = "proto3";
                package shop.v1;
                message order_line {
                  string id = 1;
                }
                ```
                """#,
            remedy: #"Rename it before it is used: `Any` and JSON carry the name."#),
        DiagnosticPage(
            code: #"lint/protobuf-missing-package"#,
            title: #"A file has no package"#,
            meaning: #"""
                Its names are for the whole world: two files with a message `Order` cannot be used in one program. Registries and `Any` tell messages by
                the full name.
                """#,
            example: #"""
                ```proto
                syntax = "proto3";
                message Order {
                  string id = 1;
                }
                ```
                """#,
            remedy: #"Add a package, `package shop.orders.v1;`. A package that is added or changed later is a breaking change."#),
        DiagnosticPage(
            code: #"lint/protobuf-oneof-name"#,
            title: #"A oneof has an unusual name"#,
            meaning: #"Oneofs have names in lower_snake_case, as fields do."#,
            example: #"""
                ```proto
                syntax = "proto3";
                package shop.v1;
                message Payment {
                  oneof PaidBy {
                    string card = 1;
                  }
                }
                ```
                """#,
            remedy: #"Rename it: neither binary data nor JSON carries the name."#),
        DiagnosticPage(
            code: #"lint/protobuf-package-name"#,
            title: #"A package has an unusual name"#,
            meaning: #"Packages have names in lower_snake_case, words divided by points, best with a version at the end."#,
            example: #"""
                ```proto
                syntax = "proto3";
                package shop.Orders;
                message Order {
                  string id = 1;
                }
                ```
                """#,
            remedy: #"Rename it before it is used: a package that changes later is a breaking change."#),
        DiagnosticPage(
            code: #"lint/protobuf-required-field"#,
            title: #"A field is required"#,
            meaning: #"""
                A required field can never be removed, nor left out: readers that have it refuse messages without it, whole batches of them. That is why
                proto3 has none.
                """#,
            example: #"""
                ```proto
                syntax = "proto2";
                package shop.v1;
                message Order {
                  required string id = 1;
                }
                ```
                """#,
            remedy: #"Write `optional`, and let readers check that it is there. Of a field that is in use, `protobuf/required-field-deleted` tells what follows."#),
        DiagnosticPage(
            code: #"lint/protobuf-service-name"#,
            title: #"A service or a method has an unusual name"#,
            meaning: #"Services and methods have names like `OrderService` and `GetOrder`."#,
            example: #"""
                ```proto
                syntax = "proto3";
                package shop.v1;
                message Order {
                  string id = 1;
                }
                service order_service {
                  rpc Get(Order) returns (Order);
                }
                ```
                """#,
            remedy: #"Rename it before it is used: the name is in the path of each request."#),
        DiagnosticPage(
            code: #"lint/too-many-findings"#,
            title: #"A schema has more findings"#,
            meaning: #"Of one schema 500 findings are shown. Mostly they are of one rule."#,
            example: #"""
                ```text
                a generated schema with a thousand fields that begin with a capital
                ```
                """#,
            remedy: #"Mend what is shown, and lint again."#),
    ]
}
