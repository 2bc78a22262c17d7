import Testing

struct JSONSchemaLintTests {
    private let modern = #""$schema": "https://json-schema.org/draft/2020-12/schema""#
    private let draft7 = #""$schema": "http://json-schema.org/draft-07/schema#""#

    @Test func `a schema that says all is silent`() {
        expect(
            ##"""
            {\##(modern), "type": "object", "required": ["id"], "additionalProperties": false,
            "properties": {"id": {"type": "string", "pattern": "^[a-z]+$"}, "via": {"enum": ["web", null]},
            "any": true, "to": {"$ref": "#/$defs/to"}}, "x-owner": "shop", "$defs": {"to": {"type": ["string",
            "null"], "maxLength": 5}}}
            """##,
            .jsonSchema, gives: [])
        expect("true", .jsonSchema, gives: [])
    }

    @Test func `conditions and combinations may leave out what stands round them`() {
        expect(
            ##"""
            {\##(modern), "type": "object", "additionalProperties": false,
            "properties": {"a": {"type": "string"}, "b": {"type": "string"}}, "anyOf": [{"required": ["a"]},
            {"required": ["b"]}], "if": {"required": ["a"], "properties": {"a": {"minLength": 3}}},
            "then": {"required": ["b"]}}
            """##,
            .jsonSchema, gives: [])
    }

    @Test func `misspelt keywords are told from words of tools and unknown ones`() {
        expect(
            ##"""
            {\##(modern), "type": "string", ⟦"minLenght"⟧: 3, ⟦"sensitivity"⟧: 1, "markdownDescription": "m",
            "confluent:tags": []}
            """##,
            .jsonSchema, gives: ["misspelt-keyword", "unknown-keyword"])
    }

    @Test func `keywords of other types, without a type and without effect`() {
        expect(
            ##"""
            {\##(modern), "type": "array", ⟦"maxLength"⟧: 3, "items": {⟦"minimum"⟧: 1}, ⟦"maxContains"⟧: 2}
            """##, .jsonSchema,
            gives: ["keyword-of-other-type", "missing-type", "keyword-without-effect"])
        expect(#"{\#(draft7), "type": "array", ⟦"minContains"⟧: 1}"#, .jsonSchema, gives: ["keyword-without-effect"])
    }

    @Test func `in draft-07 nothing beside a reference counts, and later it does`() {
        let rest = #""additionalProperties": false, "definitions": {"a": {"type": "string"}}"#
        expect(
            ##"""
            {\##(draft7), "type": "object", "properties": {"a": {"$ref": "#/definitions/a", ⟦"maxLength"⟧: 3,
            "description": "d"}}, \##(rest)}
            """##,
            .jsonSchema, gives: ["ignored-beside-ref"])
        expect(
            ##"{\##(modern), "type": "object", "properties": {"a": {"$ref": "#/definitions/a", "maxLength": 3}}, \##(rest)}"##,
            .jsonSchema, gives: [])
    }

    @Test func `bounds that exclude each other`() {
        expect(
            ##"""
            {\##(modern), "type": "number", "minimum": 5, ⟦"maximum": 4⟧}
            """##, .jsonSchema, gives: ["impossible-bounds"])
        expect(
            ##"""
            {\##(modern), "type": "number", "exclusiveMinimum": 5, ⟦"maximum": 5⟧}
            """##, .jsonSchema, gives: ["impossible-bounds"])
        expect(#"{\#(modern), "type": "number", "minimum": 5, "maximum": 5}"#, .jsonSchema, gives: [])
    }

    @Test func `branches that decide nothing, and values that cannot be`() {
        expect(
            ##"""
            {\##(modern), "oneOf": [{"type": "string"}, ⟦{"type": "string"}⟧, ⟦false⟧]}
            """##, .jsonSchema,
            gives: ["unreachable-branch", "unreachable-branch"])
        expect(
            ##"""
            {\##(modern), "type": "integer", "enum": [1, 2.0, ⟦2.5⟧], "default": ⟦null⟧}
            """##, .jsonSchema,
            gives: ["value-of-other-type", "value-of-other-type"])
    }

    @Test func `patterns, formats and open objects are told once where once is enough`() {
        expect(
            ##"""
            {\##(modern), "type": "object", ⟦"properties"⟧: {"a": {"type": "string", ⟦"format": "date"⟧},
            "b": {"type": "string", "format": "date"}, "c": {"type": "string", "format": ⟦"datetime"⟧},
            "d": {"type": "string", "pattern": ⟦"[0-9]{4}"⟧}, "e": {"type": "string", "pattern": "\\S"},
            "f": {"type": "object", "properties": {"g": {"type": "string"}}}}}
            """##,
            .jsonSchema, gives: ["open-object", "format-not-asserted", "unknown-format", "unanchored-pattern"])
    }

    @Test func `required names that nobody described`() {
        expect(
            ##"""
            {\##(modern), "type": "object", "additionalProperties": false,
            "properties": {"orderId": {"type": "string"}}, "required": ["orderId", ⟦"orderid"⟧]}
            """##,
            .jsonSchema, gives: ["required-unknown"])
        expect(
            ##"""
            {\##(modern), "type": "object", "properties": {"a": {"type": "string"}}, "required": ["b"],
            "allOf": [{"properties": {"b": {"type": "string"}}}]}
            """##,
            .jsonSchema, gives: [])
    }
}
