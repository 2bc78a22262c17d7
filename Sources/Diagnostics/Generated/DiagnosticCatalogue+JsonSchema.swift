// Generated from Specs/diagnostics/json-schema by `swift run heddle-dev generate`. Do not edit.

extension DiagnosticCatalogue {
    static let jsonSchemaPages: [DiagnosticPage] = [
        DiagnosticPage(
            code: #"json-schema/additional-items-added"#,
            title: #"More items are allowed behind those that are named"#,
            meaning: #"""
                No items were allowed behind those that the schema names one by one; '{w}Items', or 'items' in 2020-12, allows some or
                all now.
                """#,
            example: #"""
                From

                ```json
                {"type": "array", "prefixItems": [{"type": "string"}], "items": false}
                ```

                to

                ```json
                {"type": "array", "prefixItems": [{"type": "string"}], "items": true}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/additional-items-extended"#,
            title: #"Items behind those that are named take any value"#,
            meaning: #"They had to meet a schema and are free now."#,
            example: #"""
                From

                ```json
                {"type": "array", "prefixItems": [{"type": "string"}], "items": {"type": "string"}}
                ```

                to

                ```json
                {"type": "array", "prefixItems": [{"type": "string"}], "items": true}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/additional-items-narrowed"#,
            title: #"Items behind those that are named must meet a schema now"#,
            meaning: #"They were free; those that are there may not meet it."#,
            example: #"""
                From

                ```json
                {"type": "array", "prefixItems": [{"type": "string"}], "items": true}
                ```

                to

                ```json
                {"type": "array", "prefixItems": [{"type": "string"}], "items": {"type": "string"}}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/additional-items-removed"#,
            title: #"No items are allowed behind those that are named"#,
            meaning: #"Arrays that are there may hold more items than the schema names one by one."#,
            example: #"""
                From

                ```json
                {"type": "array", "prefixItems": [{"type": "string"}], "items": true}
                ```

                to

                ```json
                {"type": "array", "prefixItems": [{"type": "string"}], "items": false}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/additional-properties-added"#,
            title: #"'additionalProperties' lets more properties in"#,
            meaning: #"No other properties were allowed, now some or all are."#,
            example: #"""
                From

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}}, "additionalProperties": false}
                ```

                to

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}}, "additionalProperties": true}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/additional-properties-extended"#,
            title: #"'additionalProperties' takes any value"#,
            meaning: #"Other properties had to meet a schema and are free now."#,
            example: #"""
                From

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}}, "additionalProperties": {"type": "string"}}
                ```

                to

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}}, "additionalProperties": true}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/additional-properties-narrowed"#,
            title: #"'additionalProperties' asks for a schema"#,
            meaning: #"Other properties were free; those that are there may not meet it."#,
            example: #"""
                From

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}}, "additionalProperties": true}
                ```

                to

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}}, "additionalProperties": {"type": "string"}}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/additional-properties-removed"#,
            title: #"'additionalProperties' keeps other properties out"#,
            meaning: #"Objects that are there may hold properties that are not named."#,
            example: #"""
                From

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}}, "additionalProperties": true}
                ```

                to

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}}, "additionalProperties": false}
                ```
                """#,
            remedy: #"""
                Take the change back, or go on under a new contract or a new major version, and move data and readers over. Or name
                the properties that are used.
                """#),
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
            code: #"json-schema/combined-type-changed"#,
            title: #"A combination of schemas became one of another kind"#,
            meaning: #"'oneOf' refuses what meets two branches, 'allOf' what meets only some, so values may be refused that were allowed."#,
            example: #"""
                From

                ```json
                {"anyOf": [{"type": "string"}, {"type": "number"}]}
                ```

                to

                ```json
                {"oneOf": [{"type": "string"}, {"type": "number"}]}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/combined-type-extended"#,
            title: #"A combination of schemas became a wider one"#,
            meaning: #"'anyOf' asks for less than 'allOf' and 'oneOf' do."#,
            example: #"""
                From

                ```json
                {"allOf": [{"type": "string"}, {"minLength": 1}]}
                ```

                to

                ```json
                {"anyOf": [{"type": "string"}, {"minLength": 1}]}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/combined-type-subschemas-changed"#,
            title: #"A branch of a combination has no counterpart"#,
            meaning: #"Each branch of the smaller side needs one of its own on the other that takes all it allowed. One has none."#,
            example: #"""
                From

                ```json
                {"anyOf": [{"type": "string"}, {"type": "number"}]}
                ```

                to

                ```json
                {"anyOf": [{"type": "string"}, {"type": "boolean"}]}
                ```
                """#,
            remedy: #"""
                Take the change back, or go on under a new contract or a new major version, and move data and readers over. Or keep
                the branch and add the new one.
                """#),
        DiagnosticPage(
            code: #"json-schema/compatibility-undecided"#,
            title: #"Whether two versions of a JSON Schema are compatible could not be told"#,
            meaning: #"""
                The schemas are so large, so deep or so entangled that comparing them is given up, or a dynamic reference may lead to
                several schemas. What cannot be told counts as breaking.
                """#,
            example: ##"""
                From

                ```json
                {"$id": "https://example.com/tree", "$dynamicAnchor": "node", "properties": {"child": {"$dynamicRef": "#node"}, "leaf": {"type": "string"}}, "$defs": {"other": {"$id": "other", "$dynamicAnchor": "node"}}}
                ```

                to

                ```json
                {"$id": "https://example.com/tree", "$dynamicAnchor": "node", "properties": {"child": {"$dynamicRef": "#node"}, "leaf": {"type": "string", "maxLength": 5}}, "$defs": {"other": {"$id": "other", "$dynamicAnchor": "node"}}}
                ```
                """##,
            remedy: #"Split the schema, or use '$ref' for '$dynamicRef'."#),
        DiagnosticPage(
            code: #"json-schema/conditional-added"#,
            title: #"A condition was added"#,
            meaning: #"Objects that are there may meet 'if' and not 'then', or the other way round 'else'."#,
            example: #"""
                From

                ```json
                {"type": "object"}
                ```

                to

                ```json
                {"type": "object", "if": {"required": ["card"]}, "then": {"required": ["code"]}}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/conditional-changed"#,
            title: #"The condition in 'if' changed"#,
            meaning: #"Values fall to the other branch than before. Only a condition that means the same leaves 'then' and 'else' comparable."#,
            example: #"""
                From

                ```json
                {"type": "object", "if": {"required": ["card"]}, "then": {"required": ["code"]}}
                ```

                to

                ```json
                {"type": "object", "if": {"required": ["iban"]}, "then": {"required": ["code"]}}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/conditional-removed"#,
            title: #"'then' or 'else' was removed"#,
            meaning: #"Nothing is asked for in that case any more."#,
            example: #"""
                From

                ```json
                {"type": "object", "if": {"required": ["card"]}, "then": {"required": ["code"]}, "else": {"required": ["iban"]}}
                ```

                to

                ```json
                {"type": "object", "if": {"required": ["card"]}, "then": {"required": ["code"]}}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/contains-added"#,
            title: #"'contains' was added"#,
            meaning: #"Arrays that are there may hold no such item."#,
            example: #"""
                From

                ```json
                {"type": "array"}
                ```

                to

                ```json
                {"type": "array", "contains": {"type": "string"}}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/contains-changed"#,
            title: #"Other items count as contained"#,
            meaning: #"Arrays that hold enough of the former may hold too few or too many of the latter."#,
            example: #"""
                From

                ```json
                {"type": "array", "contains": {"type": "string"}}
                ```

                to

                ```json
                {"type": "array", "contains": {"type": "number"}}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/contains-removed"#,
            title: #"'contains' was removed"#,
            meaning: #"All old arrays meet the new schema."#,
            example: #"""
                From

                ```json
                {"type": "array", "contains": {"type": "string"}}
                ```

                to

                ```json
                {"type": "array"}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/content-added"#,
            title: #"The encoding or media type of a string was added"#,
            meaning: #"Strings that are there may hold something else."#,
            example: #"""
                From

                ```json
                {"type": "string"}
                ```

                to

                ```json
                {"type": "string", "contentEncoding": "base64"}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/content-changed"#,
            title: #"The encoding or media type of a string changed"#,
            meaning: #"Strings that are there hold the former."#,
            example: #"""
                From

                ```json
                {"type": "string", "contentEncoding": "base64"}
                ```

                to

                ```json
                {"type": "string", "contentEncoding": "base32"}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/content-removed"#,
            title: #"The encoding or media type of a string was removed"#,
            meaning: #"Any string is allowed now."#,
            example: #"""
                From

                ```json
                {"type": "string", "contentEncoding": "base64"}
                ```

                to

                ```json
                {"type": "string"}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/default-changed"#,
            title: #"The default of a schema changed"#,
            meaning: #"""
                Readers that fill in the default read something else where the value is missing. Whether data is valid does not
                change.
                """#,
            example: #"""
                From

                ```json
                {"default": "EUR", "type": "string"}
                ```

                to

                ```json
                {"default": "USD", "type": "string"}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/dependency-array-added"#,
            title: #"A property needs others beside it now"#,
            meaning: #"Objects that are there may hold it alone."#,
            example: #"""
                From

                ```json
                {"type": "object", "properties": {"card": {"type": "string"}, "code": {"type": "string"}, "holder": {"type": "string"}}, "dependentRequired": {}}
                ```

                to

                ```json
                {"type": "object", "properties": {"card": {"type": "string"}, "code": {"type": "string"}, "holder": {"type": "string"}}, "dependentRequired": {"card": ["code"]}}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/dependency-array-changed"#,
            title: #"A property needs others beside it than before"#,
            meaning: #"Objects that are there may lack those."#,
            example: #"""
                From

                ```json
                {"type": "object", "properties": {"card": {"type": "string"}, "code": {"type": "string"}, "holder": {"type": "string"}}, "dependentRequired": {"card": ["code"]}}
                ```

                to

                ```json
                {"type": "object", "properties": {"card": {"type": "string"}, "code": {"type": "string"}, "holder": {"type": "string"}}, "dependentRequired": {"card": ["holder"]}}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/dependency-array-extended"#,
            title: #"A property needs more others beside it"#,
            meaning: #"Objects that are there may lack those."#,
            example: #"""
                From

                ```json
                {"type": "object", "properties": {"card": {"type": "string"}, "code": {"type": "string"}, "holder": {"type": "string"}}, "dependentRequired": {"card": ["code"]}}
                ```

                to

                ```json
                {"type": "object", "properties": {"card": {"type": "string"}, "code": {"type": "string"}, "holder": {"type": "string"}}, "dependentRequired": {"card": ["code", "holder"]}}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/dependency-array-narrowed"#,
            title: #"A property needs fewer others beside it"#,
            meaning: #"All old objects meet the new schema."#,
            example: #"""
                From

                ```json
                {"type": "object", "properties": {"card": {"type": "string"}, "code": {"type": "string"}, "holder": {"type": "string"}}, "dependentRequired": {"card": ["code", "holder"]}}
                ```

                to

                ```json
                {"type": "object", "properties": {"card": {"type": "string"}, "code": {"type": "string"}, "holder": {"type": "string"}}, "dependentRequired": {"card": ["code"]}}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/dependency-array-removed"#,
            title: #"A property needs no others beside it any more"#,
            meaning: #"All old objects meet the new schema."#,
            example: #"""
                From

                ```json
                {"type": "object", "properties": {"card": {"type": "string"}, "code": {"type": "string"}, "holder": {"type": "string"}}, "dependentRequired": {"card": ["code"]}}
                ```

                to

                ```json
                {"type": "object", "properties": {"card": {"type": "string"}, "code": {"type": "string"}, "holder": {"type": "string"}}, "dependentRequired": {}}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/dependency-schema-added"#,
            title: #"Where a property stands, the object must meet a schema now"#,
            meaning: #"Objects that are there may not meet it."#,
            example: #"""
                From

                ```json
                {"type": "object", "properties": {"card": {"type": "string"}}, "dependentSchemas": {}}
                ```

                to

                ```json
                {"type": "object", "properties": {"card": {"type": "string"}}, "dependentSchemas": {"card": {"required": ["code"]}}}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/dependency-schema-removed"#,
            title: #"Where a property stands, the object need not meet a schema any more"#,
            meaning: #"All old objects meet the new schema."#,
            example: #"""
                From

                ```json
                {"type": "object", "properties": {"card": {"type": "string"}}, "dependentSchemas": {"card": {"required": ["code"]}}}
                ```

                to

                ```json
                {"type": "object", "properties": {"card": {"type": "string"}}, "dependentSchemas": {}}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/description-changed"#,
            title: #"The description of a schema changed"#,
            meaning: #"A description is for people; data is judged as before."#,
            example: #"""
                From

                ```json
                {"description": "Number of the order", "type": "string"}
                ```

                to

                ```json
                {"description": "The order's number", "type": "string"}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
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
            code: #"json-schema/enum-array-changed"#,
            title: #"An enumeration lost values and got others"#,
            meaning: #"Data may hold the former."#,
            example: #"""
                From

                ```json
                {"enum": ["new", "paid"]}
                ```

                to

                ```json
                {"enum": ["new", "settled"]}
                ```
                """#,
            remedy: #"Keep the old values beside the new ones."#),
        DiagnosticPage(
            code: #"json-schema/enum-array-extended"#,
            title: #"Values were added to an enumeration"#,
            meaning: #"All old values are allowed. Readers with the old schema do not know the new ones: check the other direction, too."#,
            example: #"""
                From

                ```json
                {"enum": ["new", "paid"]}
                ```

                to

                ```json
                {"enum": ["new", "paid", "sent"]}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/enum-array-narrowed"#,
            title: #"Values were taken from an enumeration"#,
            meaning: #"Data may hold them."#,
            example: #"""
                From

                ```json
                {"enum": ["new", "paid", "sent"]}
                ```

                to

                ```json
                {"enum": ["new", "paid"]}
                ```
                """#,
            remedy: #"Keep the values, and say in the description that they are no longer written."#),
        DiagnosticPage(
            code: #"json-schema/evaluated-parts-changed"#,
            title: #"The schemas beside an 'unevaluated…' changed"#,
            meaning: #"""
                'unevaluatedProperties' and 'unevaluatedItems' are left with what the schemas beside them do not describe. As those
                changed, members may be refused that were allowed.
                """#,
            example: #"""
                From

                ```json
                {"allOf": [{"properties": {"id": {"type": "string"}, "note": {"type": "string"}}}], "unevaluatedProperties": false}
                ```

                to

                ```json
                {"allOf": [{"properties": {"id": {"type": "string"}}}], "unevaluatedProperties": false}
                ```
                """#,
            remedy: #"""
                Take the change back, or go on under a new contract or a new major version, and move data and readers over. Or put the
                change into the schema itself.
                """#),
        DiagnosticPage(
            code: #"json-schema/exclusive-maximum-added"#,
            title: #"'exclusiveMaximum' was added"#,
            meaning: #"There was no such bound. Values that are there may lie beyond it."#,
            example: #"""
                From

                ```json
                {"type": "number"}
                ```

                to

                ```json
                {"type": "number", "exclusiveMaximum": 5}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/exclusive-maximum-decreased"#,
            title: #"'exclusiveMaximum' was lowered"#,
            meaning: #"The bound lets fewer values through."#,
            example: #"""
                From

                ```json
                {"type": "number", "exclusiveMaximum": 8}
                ```

                to

                ```json
                {"type": "number", "exclusiveMaximum": 5}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/exclusive-maximum-increased"#,
            title: #"'exclusiveMaximum' was raised"#,
            meaning: #"The bound lets more values through."#,
            example: #"""
                From

                ```json
                {"type": "number", "exclusiveMaximum": 5}
                ```

                to

                ```json
                {"type": "number", "exclusiveMaximum": 8}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/exclusive-maximum-removed"#,
            title: #"'exclusiveMaximum' was removed"#,
            meaning: #"There is no such bound any more, so that all old values are allowed."#,
            example: #"""
                From

                ```json
                {"type": "number", "exclusiveMaximum": 5}
                ```

                to

                ```json
                {"type": "number"}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/exclusive-minimum-added"#,
            title: #"'exclusiveMinimum' was added"#,
            meaning: #"There was no such bound. Values that are there may lie beyond it."#,
            example: #"""
                From

                ```json
                {"type": "number"}
                ```

                to

                ```json
                {"type": "number", "exclusiveMinimum": 5}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/exclusive-minimum-decreased"#,
            title: #"'exclusiveMinimum' was lowered"#,
            meaning: #"The bound lets more values through."#,
            example: #"""
                From

                ```json
                {"type": "number", "exclusiveMinimum": 8}
                ```

                to

                ```json
                {"type": "number", "exclusiveMinimum": 5}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/exclusive-minimum-increased"#,
            title: #"'exclusiveMinimum' was raised"#,
            meaning: #"The bound lets fewer values through."#,
            example: #"""
                From

                ```json
                {"type": "number", "exclusiveMinimum": 5}
                ```

                to

                ```json
                {"type": "number", "exclusiveMinimum": 8}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/exclusive-minimum-removed"#,
            title: #"'exclusiveMinimum' was removed"#,
            meaning: #"There is no such bound any more, so that all old values are allowed."#,
            example: #"""
                From

                ```json
                {"type": "number", "exclusiveMinimum": 5}
                ```

                to

                ```json
                {"type": "number"}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/format-added"#,
            title: #"A format was added"#,
            meaning: #"Strings that are there may not have it. Formats are often not checked, but readers rely on them."#,
            example: #"""
                From

                ```json
                {"type": "string"}
                ```

                to

                ```json
                {"type": "string", "format": "date"}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/format-changed"#,
            title: #"A format changed"#,
            meaning: #"Values of the old format need not have the new one."#,
            example: #"""
                From

                ```json
                {"type": "string", "format": "date"}
                ```

                to

                ```json
                {"type": "string", "format": "date-time"}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/format-extended"#,
            title: #"A format became a wider one"#,
            meaning: #"All values of the old format have the new one."#,
            example: #"""
                From

                ```json
                {"type": "string", "format": "uri"}
                ```

                to

                ```json
                {"type": "string", "format": "uri-reference"}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/format-removed"#,
            title: #"A format was removed"#,
            meaning: #"Any string is allowed now."#,
            example: #"""
                From

                ```json
                {"type": "string", "format": "date"}
                ```

                to

                ```json
                {"type": "string"}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/id-changed"#,
            title: #"The '$id' of a schema changed"#,
            meaning: #"The schema has another name. References to the old name no longer find it, data does not care."#,
            example: #"""
                From

                ```json
                {"$id": "https://example.com/order/1", "type": "object"}
                ```

                to

                ```json
                {"$id": "https://example.com/order/2", "type": "object"}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
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
            code: #"json-schema/item-added-is-covered-by-partially-open-content-model"#,
            title: #"An added item takes all that could stand at its place"#,
            meaning: #"What other items had to meet is narrower than the new schema."#,
            example: #"""
                From

                ```json
                {"type": "array", "prefixItems": [{"type": "string"}], "items": {"type": "integer"}}
                ```

                to

                ```json
                {"type": "array", "prefixItems": [{"type": "string"}, {"type": "number"}], "items": {"type": "integer"}}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/item-added-not-covered-by-partially-open-content-model"#,
            title: #"An added item does not take what could stand at its place"#,
            meaning: #"Other values were allowed at that place."#,
            example: #"""
                From

                ```json
                {"type": "array", "prefixItems": [{"type": "string"}], "items": {"type": "string"}}
                ```

                to

                ```json
                {"type": "array", "prefixItems": [{"type": "string"}, {"type": "number"}], "items": {"type": "string"}}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/item-added-to-closed-content-model"#,
            title: #"An item was added to a closed array"#,
            meaning: #"No old array has an item at that place."#,
            example: #"""
                From

                ```json
                {"type": "array", "prefixItems": [{"type": "string"}], "items": false}
                ```

                to

                ```json
                {"type": "array", "prefixItems": [{"type": "string"}, {"type": "number"}], "items": false}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/item-added-to-open-content-model"#,
            title: #"An item was added to an open array"#,
            meaning: #"Any value may stand at that place in arrays that are there."#,
            example: #"""
                From

                ```json
                {"type": "array", "prefixItems": [{"type": "string"}]}
                ```

                to

                ```json
                {"type": "array", "prefixItems": [{"type": "string"}, {"type": "number"}]}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/item-removed-from-closed-content-model"#,
            title: #"An item was removed from a closed array"#,
            meaning: #"Old arrays may have one at that place, and further items are not allowed."#,
            example: #"""
                From

                ```json
                {"type": "array", "prefixItems": [{"type": "string"}, {"type": "number"}], "items": false}
                ```

                to

                ```json
                {"type": "array", "prefixItems": [{"type": "string"}], "items": false}
                ```
                """#,
            remedy: #"Keep the item."#),
        DiagnosticPage(
            code: #"json-schema/item-removed-from-open-content-model"#,
            title: #"An item was removed from an open array"#,
            meaning: #"Any value is allowed at that place."#,
            example: #"""
                From

                ```json
                {"type": "array", "prefixItems": [{"type": "string"}, {"type": "number"}]}
                ```

                to

                ```json
                {"type": "array", "prefixItems": [{"type": "string"}]}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/item-removed-is-covered-by-partially-open-content-model"#,
            title: #"A removed item falls to a schema that takes all its values"#,
            meaning: #"What other items must meet takes what the item took."#,
            example: #"""
                From

                ```json
                {"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}], "items": {"type": "number"}}
                ```

                to

                ```json
                {"type": "array", "prefixItems": [{"type": "string"}], "items": {"type": "number"}}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/item-removed-not-covered-by-partially-open-content-model"#,
            title: #"A removed item falls to a schema that does not take all its values"#,
            meaning: #"What other items must meet refuses some of its values."#,
            example: #"""
                From

                ```json
                {"type": "array", "prefixItems": [{"type": "string"}, {"type": "number"}], "items": {"type": "integer"}}
                ```

                to

                ```json
                {"type": "array", "prefixItems": [{"type": "string"}], "items": {"type": "integer"}}
                ```
                """#,
            remedy: #"Keep the item."#),
        DiagnosticPage(
            code: #"json-schema/item-with-empty-schema-added-to-open-content-model"#,
            title: #"An item that takes any value was added to an open array"#,
            meaning: #"Whatever stands at that place is allowed."#,
            example: #"""
                From

                ```json
                {"type": "array", "prefixItems": [{"type": "string"}]}
                ```

                to

                ```json
                {"type": "array", "prefixItems": [{"type": "string"}, true]}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/item-with-false-removed-from-closed-content-model"#,
            title: #"An item that never took a value was removed from a closed array"#,
            meaning: #"It was not allowed before and is not now."#,
            example: #"""
                From

                ```json
                {"type": "array", "prefixItems": [{"type": "string"}, false], "items": false}
                ```

                to

                ```json
                {"type": "array", "prefixItems": [{"type": "string"}], "items": false}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/max-contains-added"#,
            title: #"'maxContains' was added"#,
            meaning: #"Arrays that are there may hold more such items."#,
            example: #"""
                From

                ```json
                {"type": "array", "contains": {"type": "string"}}
                ```

                to

                ```json
                {"type": "array", "contains": {"type": "string"}, "maxContains": 3}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/max-contains-decreased"#,
            title: #"'maxContains' was lowered"#,
            meaning: #"Arrays that are there may hold more such items."#,
            example: #"""
                From

                ```json
                {"type": "array", "contains": {"type": "string"}, "maxContains": 5}
                ```

                to

                ```json
                {"type": "array", "contains": {"type": "string"}, "maxContains": 3}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/max-contains-increased"#,
            title: #"'maxContains' was raised"#,
            meaning: #"More such items are allowed."#,
            example: #"""
                From

                ```json
                {"type": "array", "contains": {"type": "string"}, "maxContains": 3}
                ```

                to

                ```json
                {"type": "array", "contains": {"type": "string"}, "maxContains": 5}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/max-contains-removed"#,
            title: #"'maxContains' was removed"#,
            meaning: #"Any number of such items is allowed now."#,
            example: #"""
                From

                ```json
                {"type": "array", "contains": {"type": "string"}, "maxContains": 3}
                ```

                to

                ```json
                {"type": "array", "contains": {"type": "string"}}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/max-items-added"#,
            title: #"'maxItems' was added"#,
            meaning: #"There was no such bound. Values that are there may lie beyond it."#,
            example: #"""
                From

                ```json
                {"type": "array"}
                ```

                to

                ```json
                {"type": "array", "maxItems": 5}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/max-items-decreased"#,
            title: #"'maxItems' was lowered"#,
            meaning: #"The bound lets fewer values through."#,
            example: #"""
                From

                ```json
                {"type": "array", "maxItems": 8}
                ```

                to

                ```json
                {"type": "array", "maxItems": 5}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/max-items-increased"#,
            title: #"'maxItems' was raised"#,
            meaning: #"The bound lets more values through."#,
            example: #"""
                From

                ```json
                {"type": "array", "maxItems": 5}
                ```

                to

                ```json
                {"type": "array", "maxItems": 8}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/max-items-removed"#,
            title: #"'maxItems' was removed"#,
            meaning: #"There is no such bound any more, so that all old values are allowed."#,
            example: #"""
                From

                ```json
                {"type": "array", "maxItems": 5}
                ```

                to

                ```json
                {"type": "array"}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/max-length-added"#,
            title: #"'maxLength' was added"#,
            meaning: #"There was no such bound. Values that are there may lie beyond it."#,
            example: #"""
                From

                ```json
                {"type": "string"}
                ```

                to

                ```json
                {"type": "string", "maxLength": 5}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/max-length-decreased"#,
            title: #"'maxLength' was lowered"#,
            meaning: #"The bound lets fewer values through."#,
            example: #"""
                From

                ```json
                {"type": "string", "maxLength": 8}
                ```

                to

                ```json
                {"type": "string", "maxLength": 5}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/max-length-increased"#,
            title: #"'maxLength' was raised"#,
            meaning: #"The bound lets more values through."#,
            example: #"""
                From

                ```json
                {"type": "string", "maxLength": 5}
                ```

                to

                ```json
                {"type": "string", "maxLength": 8}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/max-length-removed"#,
            title: #"'maxLength' was removed"#,
            meaning: #"There is no such bound any more, so that all old values are allowed."#,
            example: #"""
                From

                ```json
                {"type": "string", "maxLength": 5}
                ```

                to

                ```json
                {"type": "string"}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/max-properties-added"#,
            title: #"'maxProperties' was added"#,
            meaning: #"There was no such bound. Values that are there may lie beyond it."#,
            example: #"""
                From

                ```json
                {"type": "object"}
                ```

                to

                ```json
                {"type": "object", "maxProperties": 5}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/max-properties-decreased"#,
            title: #"'maxProperties' was lowered"#,
            meaning: #"The bound lets fewer values through."#,
            example: #"""
                From

                ```json
                {"type": "object", "maxProperties": 8}
                ```

                to

                ```json
                {"type": "object", "maxProperties": 5}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/max-properties-increased"#,
            title: #"'maxProperties' was raised"#,
            meaning: #"The bound lets more values through."#,
            example: #"""
                From

                ```json
                {"type": "object", "maxProperties": 5}
                ```

                to

                ```json
                {"type": "object", "maxProperties": 8}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/max-properties-removed"#,
            title: #"'maxProperties' was removed"#,
            meaning: #"There is no such bound any more, so that all old values are allowed."#,
            example: #"""
                From

                ```json
                {"type": "object", "maxProperties": 5}
                ```

                to

                ```json
                {"type": "object"}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/maximum-added"#,
            title: #"'maximum' was added"#,
            meaning: #"There was no such bound. Values that are there may lie beyond it."#,
            example: #"""
                From

                ```json
                {"type": "number"}
                ```

                to

                ```json
                {"type": "number", "maximum": 5}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/maximum-decreased"#,
            title: #"'maximum' was lowered"#,
            meaning: #"The bound lets fewer values through."#,
            example: #"""
                From

                ```json
                {"type": "number", "maximum": 8}
                ```

                to

                ```json
                {"type": "number", "maximum": 5}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/maximum-increased"#,
            title: #"'maximum' was raised"#,
            meaning: #"The bound lets more values through."#,
            example: #"""
                From

                ```json
                {"type": "number", "maximum": 5}
                ```

                to

                ```json
                {"type": "number", "maximum": 8}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/maximum-removed"#,
            title: #"'maximum' was removed"#,
            meaning: #"There is no such bound any more, so that all old values are allowed."#,
            example: #"""
                From

                ```json
                {"type": "number", "maximum": 5}
                ```

                to

                ```json
                {"type": "number"}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/min-contains-decreased"#,
            title: #"'minContains' was lowered"#,
            meaning: #"Fewer such items are asked for. Without 'minContains' it is one."#,
            example: #"""
                From

                ```json
                {"type": "array", "contains": {"type": "string"}, "minContains": 2}
                ```

                to

                ```json
                {"type": "array", "contains": {"type": "string"}}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/min-contains-increased"#,
            title: #"'minContains' was raised"#,
            meaning: #"Arrays that are there may hold fewer such items. Without 'minContains' one is asked for."#,
            example: #"""
                From

                ```json
                {"type": "array", "contains": {"type": "string"}}
                ```

                to

                ```json
                {"type": "array", "contains": {"type": "string"}, "minContains": 2}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/min-items-added"#,
            title: #"'minItems' was added"#,
            meaning: #"There was no such bound. Values that are there may lie beyond it."#,
            example: #"""
                From

                ```json
                {"type": "array"}
                ```

                to

                ```json
                {"type": "array", "minItems": 5}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/min-items-decreased"#,
            title: #"'minItems' was lowered"#,
            meaning: #"The bound lets more values through."#,
            example: #"""
                From

                ```json
                {"type": "array", "minItems": 8}
                ```

                to

                ```json
                {"type": "array", "minItems": 5}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/min-items-increased"#,
            title: #"'minItems' was raised"#,
            meaning: #"The bound lets fewer values through."#,
            example: #"""
                From

                ```json
                {"type": "array", "minItems": 5}
                ```

                to

                ```json
                {"type": "array", "minItems": 8}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/min-items-removed"#,
            title: #"'minItems' was removed"#,
            meaning: #"There is no such bound any more, so that all old values are allowed."#,
            example: #"""
                From

                ```json
                {"type": "array", "minItems": 5}
                ```

                to

                ```json
                {"type": "array"}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/min-length-added"#,
            title: #"'minLength' was added"#,
            meaning: #"There was no such bound. Values that are there may lie beyond it."#,
            example: #"""
                From

                ```json
                {"type": "string"}
                ```

                to

                ```json
                {"type": "string", "minLength": 5}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/min-length-decreased"#,
            title: #"'minLength' was lowered"#,
            meaning: #"The bound lets more values through."#,
            example: #"""
                From

                ```json
                {"type": "string", "minLength": 8}
                ```

                to

                ```json
                {"type": "string", "minLength": 5}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/min-length-increased"#,
            title: #"'minLength' was raised"#,
            meaning: #"The bound lets fewer values through."#,
            example: #"""
                From

                ```json
                {"type": "string", "minLength": 5}
                ```

                to

                ```json
                {"type": "string", "minLength": 8}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/min-length-removed"#,
            title: #"'minLength' was removed"#,
            meaning: #"There is no such bound any more, so that all old values are allowed."#,
            example: #"""
                From

                ```json
                {"type": "string", "minLength": 5}
                ```

                to

                ```json
                {"type": "string"}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/min-properties-added"#,
            title: #"'minProperties' was added"#,
            meaning: #"There was no such bound. Values that are there may lie beyond it."#,
            example: #"""
                From

                ```json
                {"type": "object"}
                ```

                to

                ```json
                {"type": "object", "minProperties": 5}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/min-properties-decreased"#,
            title: #"'minProperties' was lowered"#,
            meaning: #"The bound lets more values through."#,
            example: #"""
                From

                ```json
                {"type": "object", "minProperties": 8}
                ```

                to

                ```json
                {"type": "object", "minProperties": 5}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/min-properties-increased"#,
            title: #"'minProperties' was raised"#,
            meaning: #"The bound lets fewer values through."#,
            example: #"""
                From

                ```json
                {"type": "object", "minProperties": 5}
                ```

                to

                ```json
                {"type": "object", "minProperties": 8}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/min-properties-removed"#,
            title: #"'minProperties' was removed"#,
            meaning: #"There is no such bound any more, so that all old values are allowed."#,
            example: #"""
                From

                ```json
                {"type": "object", "minProperties": 5}
                ```

                to

                ```json
                {"type": "object"}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/minimum-added"#,
            title: #"'minimum' was added"#,
            meaning: #"There was no such bound. Values that are there may lie beyond it."#,
            example: #"""
                From

                ```json
                {"type": "number"}
                ```

                to

                ```json
                {"type": "number", "minimum": 5}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/minimum-decreased"#,
            title: #"'minimum' was lowered"#,
            meaning: #"The bound lets more values through."#,
            example: #"""
                From

                ```json
                {"type": "number", "minimum": 8}
                ```

                to

                ```json
                {"type": "number", "minimum": 5}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/minimum-increased"#,
            title: #"'minimum' was raised"#,
            meaning: #"The bound lets fewer values through."#,
            example: #"""
                From

                ```json
                {"type": "number", "minimum": 5}
                ```

                to

                ```json
                {"type": "number", "minimum": 8}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/minimum-removed"#,
            title: #"'minimum' was removed"#,
            meaning: #"There is no such bound any more, so that all old values are allowed."#,
            example: #"""
                From

                ```json
                {"type": "number", "minimum": 5}
                ```

                to

                ```json
                {"type": "number"}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/multiple-of-added"#,
            title: #"'multipleOf' was added"#,
            meaning: #"Numbers that are there may not be multiples."#,
            example: #"""
                From

                ```json
                {"type": "integer"}
                ```

                to

                ```json
                {"type": "integer", "multipleOf": 5}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/multiple-of-changed"#,
            title: #"'multipleOf' became another number"#,
            meaning: #"Neither number goes into the other, so that old values are refused."#,
            example: #"""
                From

                ```json
                {"type": "integer", "multipleOf": 10}
                ```

                to

                ```json
                {"type": "integer", "multipleOf": 7}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/multiple-of-expanded"#,
            title: #"'multipleOf' became a multiple of what it was"#,
            meaning: #"Only some of the old values are multiples of the new number."#,
            example: #"""
                From

                ```json
                {"type": "integer", "multipleOf": 5}
                ```

                to

                ```json
                {"type": "integer", "multipleOf": 10}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/multiple-of-reduced"#,
            title: #"'multipleOf' became a divisor of what it was"#,
            meaning: #"All old values are multiples of the new number."#,
            example: #"""
                From

                ```json
                {"type": "integer", "multipleOf": 10}
                ```

                to

                ```json
                {"type": "integer", "multipleOf": 5}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/multiple-of-removed"#,
            title: #"'multipleOf' was removed"#,
            meaning: #"Any number is allowed now."#,
            example: #"""
                From

                ```json
                {"type": "integer", "multipleOf": 5}
                ```

                to

                ```json
                {"type": "integer"}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
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
            code: #"json-schema/not-type-extended"#,
            title: #"'not' rules out more"#,
            meaning: #"Values that are there may be among it."#,
            example: #"""
                From

                ```json
                {"not": {"type": "integer"}}
                ```

                to

                ```json
                {"not": {"type": "number"}}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/not-type-narrowed"#,
            title: #"'not' rules out less"#,
            meaning: #"All old values are still allowed."#,
            example: #"""
                From

                ```json
                {"not": {"type": "number"}}
                ```

                to

                ```json
                {"not": {"type": "integer"}}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/one-of-branches-overlap"#,
            title: #"A value may meet two branches of 'oneOf'"#,
            meaning: #"""
                'oneOf' refuses what meets more than one branch. It could not be shown that values of an old branch meet no other one
                now.
                """#,
            example: #"""
                From

                ```json
                {"oneOf": [{"type": "integer"}]}
                ```

                to

                ```json
                {"oneOf": [{"type": "integer"}, {"type": "number"}]}
                ```
                """#,
            remedy: #"Use 'anyOf', or tell the branches apart: by type, or by a required property with a 'const' of its own in each."#),
        DiagnosticPage(
            code: #"json-schema/optional-property-added-to-open-content-model"#,
            title: #"A property was added to an open object"#,
            meaning: #"The old schema lets any property in, so that objects may already hold one of this name with another value."#,
            example: #"""
                From

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}}}
                ```

                to

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}, "note": {"type": "string"}}}
                ```
                """#,
            remedy: #"""
                Close the schema with "additionalProperties": false before there is data, or choose the lenient policy where nobody
                writes what is not described.
                """#),
        DiagnosticPage(
            code: #"json-schema/optional-property-added-to-unopen-content-model"#,
            title: #"A property was added to a closed object"#,
            meaning: #"No old object holds it."#,
            example: #"""
                From

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}}, "additionalProperties": false}
                ```

                to

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}, "note": {"type": "string"}}, "additionalProperties": false}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/pattern-added"#,
            title: #"A pattern was added"#,
            meaning: #"Strings that are there may not match."#,
            example: #"""
                From

                ```json
                {"type": "string"}
                ```

                to

                ```json
                {"type": "string", "pattern": "^[A-Z]{3}$"}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/pattern-changed"#,
            title: #"A pattern changed"#,
            meaning: #"Whether one pattern matches all that another does is not worked out, so any other pattern counts as breaking."#,
            example: #"""
                From

                ```json
                {"type": "string", "pattern": "^[A-Z]{3}$"}
                ```

                to

                ```json
                {"type": "string", "pattern": "^[A-Z]+$"}
                ```
                """#,
            remedy: #"""
                Take the change back, or go on under a new contract or a new major version, and move data and readers over. Where the
                new pattern is surely wider, accept the change as such.
                """#),
        DiagnosticPage(
            code: #"json-schema/pattern-property-added-is-covered"#,
            title: #"An added pattern in 'patternProperties' takes all that could stand under names that match"#,
            meaning: #"All schemas that such properties had to meet are narrower than the new one."#,
            example: #"""
                From

                ```json
                {"type": "object", "patternProperties": {}, "additionalProperties": {"type": "integer"}}
                ```

                to

                ```json
                {"type": "object", "patternProperties": {"^x-": {"type": "number"}}, "additionalProperties": {"type": "integer"}}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/pattern-property-added"#,
            title: #"A pattern in 'patternProperties' was added"#,
            meaning: #"Objects may hold properties whose names match, with other values."#,
            example: #"""
                From

                ```json
                {"type": "object", "patternProperties": {}}
                ```

                to

                ```json
                {"type": "object", "patternProperties": {"^x-": {"type": "string"}}}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/pattern-property-removed-not-covered"#,
            title: #"A removed pattern in 'patternProperties' leaves its properties where they are refused"#,
            meaning: #"Properties whose names match fall to 'additionalProperties', which does not take all their values."#,
            example: #"""
                From

                ```json
                {"type": "object", "patternProperties": {"^x-": {"type": "string"}}, "additionalProperties": false}
                ```

                to

                ```json
                {"type": "object", "patternProperties": {}, "additionalProperties": false}
                ```
                """#,
            remedy: #"Keep the pattern."#),
        DiagnosticPage(
            code: #"json-schema/pattern-property-removed"#,
            title: #"A pattern in 'patternProperties' was removed"#,
            meaning: #"Properties whose names match are allowed as others are."#,
            example: #"""
                From

                ```json
                {"type": "object", "patternProperties": {"^x-": {"type": "string"}}}
                ```

                to

                ```json
                {"type": "object", "patternProperties": {}}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/pattern-removed"#,
            title: #"A pattern was removed"#,
            meaning: #"Any string is allowed now."#,
            example: #"""
                From

                ```json
                {"type": "string", "pattern": "^[A-Z]{3}$"}
                ```

                to

                ```json
                {"type": "string"}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/product-type-extended"#,
            title: #"More schemas must be met at once"#,
            meaning: #"A schema was added to 'allOf', or a keyword such as 'enum' beside the others."#,
            example: #"""
                From

                ```json
                {"allOf": [{"type": "string"}]}
                ```

                to

                ```json
                {"allOf": [{"type": "string"}, {"maxLength": 5}]}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/product-type-narrowed"#,
            title: #"Fewer schemas must be met at once"#,
            meaning: #"A schema was taken from 'allOf', or a keyword such as 'enum' from among the others."#,
            example: #"""
                From

                ```json
                {"allOf": [{"type": "string"}, {"maxLength": 5}]}
                ```

                to

                ```json
                {"allOf": [{"type": "string"}]}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/property-added-is-covered-by-partially-open-content-model"#,
            title: #"An added property takes all that could stand under its name"#,
            meaning: #"""
                'additionalProperties' or 'patternProperties' held values under that name to a schema, and the new property takes all
                that this schema allows.
                """#,
            example: #"""
                From

                ```json
                {"type": "object", "properties": {}, "additionalProperties": {"type": "string"}}
                ```

                to

                ```json
                {"type": "object", "properties": {"note": {"type": "string"}}, "additionalProperties": {"type": "string"}}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/property-added-not-covered-by-partially-open-content-model"#,
            title: #"An added property does not take what could stand under its name"#,
            meaning: #"'additionalProperties' or 'patternProperties' allowed other values under that name."#,
            example: #"""
                From

                ```json
                {"type": "object", "properties": {}, "additionalProperties": {"type": "string"}}
                ```

                to

                ```json
                {"type": "object", "properties": {"note": {"type": "number"}}, "additionalProperties": {"type": "string"}}
                ```
                """#,
            remedy: #"""
                Take the change back, or go on under a new contract or a new major version, and move data and readers over. Or choose
                another name or a wider type.
                """#),
        DiagnosticPage(
            code: #"json-schema/property-names-added"#,
            title: #"'propertyNames' was added"#,
            meaning: #"Objects may hold properties with other names."#,
            example: #"""
                From

                ```json
                {"type": "object"}
                ```

                to

                ```json
                {"type": "object", "propertyNames": {"pattern": "^[a-z]+$"}}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/property-names-removed"#,
            title: #"'propertyNames' was removed"#,
            meaning: #"All names are allowed now."#,
            example: #"""
                From

                ```json
                {"type": "object", "propertyNames": {"pattern": "^[a-z]+$"}}
                ```

                to

                ```json
                {"type": "object"}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/property-removed-from-closed-content-model"#,
            title: #"A property was removed from a closed object"#,
            meaning: #"Old objects may hold it, and properties that are not named are not allowed."#,
            example: #"""
                From

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}, "note": {"type": "string"}}, "additionalProperties": false}
                ```

                to

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}}, "additionalProperties": false}
                ```
                """#,
            remedy: #"Keep the property and mark it "deprecated": true."#),
        DiagnosticPage(
            code: #"json-schema/property-removed-from-open-content-model"#,
            title: #"A property was removed from an open object"#,
            meaning: #"Old objects hold it, and it is allowed as one that is not described."#,
            example: #"""
                From

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}, "note": {"type": "string"}}}
                ```

                to

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}}}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/property-removed-is-covered-by-partially-open-content-model"#,
            title: #"A removed property falls to a schema that takes all its values"#,
            meaning: #"'additionalProperties' or 'patternProperties' takes what the property took."#,
            example: #"""
                From

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}, "note": {"type": "string"}}, "additionalProperties": false}
                ```

                to

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}}, "additionalProperties": {"type": "string"}}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/property-removed-not-covered-by-partially-open-content-model"#,
            title: #"A removed property falls to a schema that does not take all its values"#,
            meaning: #"'additionalProperties' or 'patternProperties' now decides, and refuses some of its values."#,
            example: #"""
                From

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}, "note": {"type": "number"}}, "additionalProperties": false}
                ```

                to

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}}, "additionalProperties": {"type": "string"}}
                ```
                """#,
            remedy: #"Keep the property and mark it "deprecated": true."#),
        DiagnosticPage(
            code: #"json-schema/property-with-empty-schema-added-to-open-content-model"#,
            title: #"A property that takes any value was added to an open object"#,
            meaning: #"Whatever stands under that name is allowed."#,
            example: #"""
                From

                ```json
                {"type": "object", "properties": {}}
                ```

                to

                ```json
                {"type": "object", "properties": {"note": true}}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/property-with-false-removed-from-closed-content-model"#,
            title: #"A property that never took a value was removed from a closed object"#,
            meaning: #"It was not allowed before and is not now."#,
            example: #"""
                From

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}, "note": false}, "additionalProperties": false}
                ```

                to

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}}, "additionalProperties": false}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/required-attribute-added"#,
            title: #"A property is required now"#,
            meaning: #"Objects that are there may lack it. A name in 'required' counts whether or not 'properties' describes it."#,
            example: #"""
                From

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}}}
                ```

                to

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}}, "required": ["id"]}
                ```
                """#,
            remedy: #"""
                Take the change back, or go on under a new contract or a new major version, and move data and readers over. Or give it
                a default that readers fill in.
                """#),
        DiagnosticPage(
            code: #"json-schema/required-attribute-removed"#,
            title: #"A property is required no more"#,
            meaning: #"All old objects meet the new schema. Readers that count on the property must learn that it may be missing."#,
            example: #"""
                From

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}}, "required": ["id"]}
                ```

                to

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}}}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/required-attribute-with-default-added"#,
            title: #"A property with a default is required now"#,
            meaning: #"Readers that fill in defaults read old data. Readers that only check it refuse it."#,
            example: #"""
                From

                ```json
                {"type": "object", "properties": {"currency": {"type": "string"}}}
                ```

                to

                ```json
                {"type": "object", "properties": {"currency": {"type": "string", "default": "EUR"}}, "required": ["currency"]}
                ```
                """#,
            remedy: #"Make sure that readers fill in defaults."#),
        DiagnosticPage(
            code: #"json-schema/required-property-added-to-open-content-model"#,
            title: #"A required property was added to an open object"#,
            meaning: #"Objects that are there lack it, or hold another value under its name."#,
            example: #"""
                From

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}}}
                ```

                to

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}, "note": {"type": "string"}}, "required": ["note"]}
                ```
                """#,
            remedy: #"""
                Make it optional, or give it a default. Close the schema with "additionalProperties": false before there is data, or
                choose the lenient policy where nobody writes what is not described.
                """#),
        DiagnosticPage(
            code: #"json-schema/required-property-added-to-unopen-content-model"#,
            title: #"A required property was added to a closed object"#,
            meaning: #"No old object holds it, and all must."#,
            example: #"""
                From

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}}, "additionalProperties": false}
                ```

                to

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}, "note": {"type": "string"}}, "additionalProperties": false, "required": ["note"]}
                ```
                """#,
            remedy: #"Make it optional, or give it a default."#),
        DiagnosticPage(
            code: #"json-schema/required-property-with-default-added-to-open-content-model"#,
            title: #"A required property with a default was added to an open object"#,
            meaning: #"The old schema lets any property in, so that objects may already hold one of this name with another value."#,
            example: #"""
                From

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}}}
                ```

                to

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}, "note": {"type": "string", "default": ""}}, "required": ["note"]}
                ```
                """#,
            remedy: #"""
                Close the schema with "additionalProperties": false before there is data, or choose the lenient policy where nobody
                writes what is not described.
                """#),
        DiagnosticPage(
            code: #"json-schema/required-property-with-default-added-to-unopen-content-model"#,
            title: #"A required property with a default was added to a closed object"#,
            meaning: #"Readers that fill in defaults read old data. Readers that only check it refuse it."#,
            example: #"""
                From

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}}, "additionalProperties": false}
                ```

                to

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}, "note": {"type": "string", "default": ""}}, "additionalProperties": false, "required": ["note"]}
                ```
                """#,
            remedy: #"Make sure that readers fill in defaults."#),
        DiagnosticPage(
            code: #"json-schema/schema-added"#,
            title: #"The items of an array must meet a schema now"#,
            meaning: #"Any item was allowed. Arrays that are there may hold items that the new schema refuses."#,
            example: #"""
                From

                ```json
                {"type": "array"}
                ```

                to

                ```json
                {"type": "array", "items": {"type": "string"}}
                ```
                """#,
            remedy: #"""
                Take the change back, or go on under a new contract or a new major version, and move data and readers over. Or allow
                everything that was written.
                """#),
        DiagnosticPage(
            code: #"json-schema/schema-removed"#,
            title: #"The items of an array need not meet a schema any more"#,
            meaning: #"All arrays of the old schema meet the new one."#,
            example: #"""
                From

                ```json
                {"type": "array", "items": {"type": "string"}}
                ```

                to

                ```json
                {"type": "array"}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/sum-type-extended"#,
            title: #"More types or branches are allowed"#,
            meaning: #"All old values are among them. Readers with the old schema do not know the new ones: check the other direction, too."#,
            example: #"""
                From

                ```json
                {"type": "string"}
                ```

                to

                ```json
                {"type": ["string", "null"]}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/sum-type-narrowed"#,
            title: #"Fewer types or branches are allowed"#,
            meaning: #"Data may have those that are gone."#,
            example: #"""
                From

                ```json
                {"type": ["string", "null"]}
                ```

                to

                ```json
                {"type": ["string"]}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/title-changed"#,
            title: #"The title of a schema changed"#,
            meaning: #"A title is for people; data is judged as before."#,
            example: #"""
                From

                ```json
                {"title": "Order", "type": "string"}
                ```

                to

                ```json
                {"title": "Order number", "type": "string"}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
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
            code: #"json-schema/type-changed"#,
            title: #"A value has another type"#,
            meaning: #"""
                The two versions have no type in common here, or one describes a value in a way that cannot be set against the
                other's.
                """#,
            example: #"""
                From

                ```json
                {"type": "object", "properties": {"total": {"type": "string"}}}
                ```

                to

                ```json
                {"type": "object", "properties": {"total": {"type": "number"}}}
                ```
                """#,
            remedy: #"""
                Take the change back, or go on under a new contract or a new major version, and move data and readers over. Or add a
                property with the new type and keep the old one.
                """#),
        DiagnosticPage(
            code: #"json-schema/type-extended"#,
            title: #"More values of a type are allowed"#,
            meaning: #"What was an integer may be any number, or the type is left open."#,
            example: #"""
                From

                ```json
                {"type": "integer"}
                ```

                to

                ```json
                {"type": "number"}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/type-narrowed"#,
            title: #"Fewer values of a type are allowed"#,
            meaning: #"Numbers may have had a fraction and must be integers now, or a type is asked for where any was allowed."#,
            example: #"""
                From

                ```json
                {"type": "number"}
                ```

                to

                ```json
                {"type": "integer"}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
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
            code: #"json-schema/unevaluated-items-added"#,
            title: #"More items are allowed behind those that are named"#,
            meaning: #"""
                No items were allowed behind those that the schema names one by one; '{w}Items', or 'items' in 2020-12, allows some or
                all now.
                """#,
            example: #"""
                From

                ```json
                {"type": "array", "prefixItems": [{"type": "string"}], "unevaluatedItems": false}
                ```

                to

                ```json
                {"type": "array", "prefixItems": [{"type": "string"}], "unevaluatedItems": true}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/unevaluated-items-extended"#,
            title: #"Items behind those that are named take any value"#,
            meaning: #"They had to meet a schema and are free now."#,
            example: #"""
                From

                ```json
                {"type": "array", "prefixItems": [{"type": "string"}], "unevaluatedItems": {"type": "string"}}
                ```

                to

                ```json
                {"type": "array", "prefixItems": [{"type": "string"}], "unevaluatedItems": true}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/unevaluated-items-narrowed"#,
            title: #"Items behind those that are named must meet a schema now"#,
            meaning: #"They were free; those that are there may not meet it."#,
            example: #"""
                From

                ```json
                {"type": "array", "prefixItems": [{"type": "string"}], "unevaluatedItems": true}
                ```

                to

                ```json
                {"type": "array", "prefixItems": [{"type": "string"}], "unevaluatedItems": {"type": "string"}}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/unevaluated-items-removed"#,
            title: #"No items are allowed behind those that are named"#,
            meaning: #"Arrays that are there may hold more items than the schema names one by one."#,
            example: #"""
                From

                ```json
                {"type": "array", "prefixItems": [{"type": "string"}], "unevaluatedItems": true}
                ```

                to

                ```json
                {"type": "array", "prefixItems": [{"type": "string"}], "unevaluatedItems": false}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/unevaluated-properties-added"#,
            title: #"'unevaluatedProperties' lets more properties in"#,
            meaning: #"No other properties were allowed, now some or all are."#,
            example: #"""
                From

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}}, "unevaluatedProperties": false}
                ```

                to

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}}, "unevaluatedProperties": true}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/unevaluated-properties-extended"#,
            title: #"'unevaluatedProperties' takes any value"#,
            meaning: #"Other properties had to meet a schema and are free now."#,
            example: #"""
                From

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}}, "unevaluatedProperties": {"type": "string"}}
                ```

                to

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}}, "unevaluatedProperties": true}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
        DiagnosticPage(
            code: #"json-schema/unevaluated-properties-narrowed"#,
            title: #"'unevaluatedProperties' asks for a schema"#,
            meaning: #"Other properties were free; those that are there may not meet it."#,
            example: #"""
                From

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}}, "unevaluatedProperties": true}
                ```

                to

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}}, "unevaluatedProperties": {"type": "string"}}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/unevaluated-properties-removed"#,
            title: #"'unevaluatedProperties' keeps other properties out"#,
            meaning: #"Objects that are there may hold properties that are not named."#,
            example: #"""
                From

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}}, "unevaluatedProperties": true}
                ```

                to

                ```json
                {"type": "object", "properties": {"id": {"type": "string"}}, "unevaluatedProperties": false}
                ```
                """#,
            remedy: #"""
                Take the change back, or go on under a new contract or a new major version, and move data and readers over. Or name
                the properties that are used.
                """#),
        DiagnosticPage(
            code: #"json-schema/unique-items-added"#,
            title: #"No two items may be equal any more"#,
            meaning: #"Arrays that are there may hold equal items."#,
            example: #"""
                From

                ```json
                {"type": "array"}
                ```

                to

                ```json
                {"type": "array", "uniqueItems": true}
                ```
                """#,
            remedy: #"Take the change back, or go on under a new contract or a new major version, and move data and readers over."#),
        DiagnosticPage(
            code: #"json-schema/unique-items-removed"#,
            title: #"Items may be equal now"#,
            meaning: #"All old arrays meet the new schema."#,
            example: #"""
                From

                ```json
                {"type": "array", "uniqueItems": true}
                ```

                to

                ```json
                {"type": "array"}
                ```
                """#,
            remedy: #"Nothing needs mending: data of the old schema meets the new one. It is told so that the change is seen."#),
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
