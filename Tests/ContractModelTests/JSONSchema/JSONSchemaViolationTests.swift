import ContractModel
import Diagnostics
import LocatedJSON
import TestSupport
import Testing

struct JSONSchemaViolationTests {
    /// Schema, value with the place marked, keyword and message.
    static let cases: [(String, String, String, String)] = [
        (#"{"type": ["string", "null"]}"#, "⟦12⟧", "type", "expected string or null, found the number 12"),
        (#"{"type": "integer"}"#, "⟦1.5⟧", "type", "expected integer, found the number 1.5"),
        (#"{"const": {"a": 1}}"#, "⟦2⟧", "const", "expected an object, found 2"),
        (#"{"enum": ["red", "green"]}"#, #"⟦"gren"⟧"#, "enum", "'gren' is none of the values allowed: 'red' and 'green'"),
        (#"{"minimum": 5}"#, "⟦4.99⟧", "minimum", "4.99 is less than 5"),
        (#"{"exclusiveMaximum": 5}"#, "⟦5.0⟧", "exclusiveMaximum", "5.0 is not less than 5"),
        (#"{"multipleOf": 0.01}"#, "⟦19.999⟧", "multipleOf", "19.999 is not a multiple of 0.01"),
        (#"{"minLength": 2}"#, #"⟦"é"⟧"#, "minLength", "'é' is shorter than 2 characters"),
        (#"{"maxLength": 1}"#, #"⟦"e\u0301"⟧"#, "maxLength", "'e\u{301}' is longer than 1 character"),
        (#"{"pattern": "^a"}"#, #"⟦"ba"⟧"#, "pattern", "'ba' does not match the pattern '^a'"),
        (#"{"maxItems": 1}"#, "⟦[1, 2]⟧", "maxItems", "the array has 2 elements, more than 1"),
        (#"{"uniqueItems": true}"#, "[1, 2, ⟦1.0⟧]", "uniqueItems", "elements 0 and 2 are equal"),
        (#"{"contains": {"const": 1}}"#, "⟦[]⟧", "contains", "no element of the array matches"),
        (#"{"contains": true, "minContains": 2}"#, "⟦[1]⟧", "minContains", "1 elements of the array match, fewer than 2"),
        (#"{"required": ["id"]}"#, "⟦{}⟧", "required", "the property 'id' is missing"),
        (
            #"{"dependentRequired": {"a": ["b"]}}"#, #"⟦{"a": 1}⟧"#, "dependentRequired",
            "the property 'b' is missing, which 'a' needs"
        ),
        (#"{"properties": {"a": false}}"#, #"{⟦"a"⟧: 1}"#, "properties", "the property 'a' must not be there"),
        (
            #"{"properties": {"name": {}}, "additionalProperties": false}"#, #"{⟦"nam"⟧: 1}"#, "additionalProperties",
            "the property 'nam' is not known here"
        ),
        (#"{"unevaluatedProperties": false}"#, #"{⟦"x"⟧: 1}"#, "unevaluatedProperties", "the property 'x' is not known here"),
        (
            #"{"properties": {"a": {"items": {"type": "string"}}}}"#, #"{"a": ["x", ⟦1⟧]}"#, "type",
            "expected string, found the number 1"
        ),
        (#"{"propertyNames": {"maxLength": 1}}"#, #"{⟦"ab"⟧: 1}"#, "maxLength", "'ab' is longer than 1 character"),
        (#"{"not": {}}"#, "⟦1⟧", "not", "the value meets a schema that it must not meet"),
        (
            #"{"oneOf": [{}, false, true]}"#, "⟦1⟧", "oneOf",
            "the value meets more than one of the alternatives: number 1 and number 3"
        ),
        (#"{"anyOf": [{"type": "string"}, {"minimum": 5}]}"#, "⟦1⟧", "anyOf", "the value meets none of the 2 alternatives"),
        ("false", "⟦1⟧", "", "nothing is allowed here"),
    ]

    @Test(arguments: cases)
    func `a violation names the keyword, the place and what is wrong`(
        _ text: String, _ marked: String, _ keyword: String, _ message: String
    ) throws {
        let source = MarkedSource(marked, path: "value.json")
        let schema = try #require(compiled(text).schema)
        let found = violations(schema, try #require(parseJSON(source.file).root))
        #expect(found.map(\.message) == [message])
        #expect(found.first?.keyword == keyword)
        #expect(found.first?.instanceRange == source.ranges.first)
    }

    @Test func `all violations are told, with pointers on both sides`() throws {
        let schema = try #require(
            compiled(
                ##"{"$id": "https://example.com/order", "required": ["id"], "properties": {"lines": {"items": {"$ref": "#/$defs/line"}}}, "$defs": {"line": {"properties": {"a/b": {"type": "integer"}}}}}"##
            ).schema)
        let found = violations(schema, try #require(json(#"{"lines": [{"a/b": 1}, {"a/b": "x"}, {"a/b": null}]}"#)))
        #expect(found.map(\.instance.text) == ["", "/lines/1/a~1b", "/lines/2/a~1b"])
        #expect(
            found.map(\.schema.text) == ["/required", "/$defs/line/properties/a~1b/type", "/$defs/line/properties/a~1b/type"])
        #expect(found.allSatisfy { $0.schemaURI == "https://example.com/order" && $0.schemaRange.file.path == "schema.json" })
        #expect(found[1].diagnostic.message == "expected integer, found the string 'x' at '/lines/1/a~1b'")
    }

    @Test func `a choice that fails tells why each alternative did`() throws {
        let schema = try #require(compiled(#"{"oneOf": [{"type": "string"}, {"type": "object", "required": ["kind"]}]}"#).schema)
        let found = violations(schema, try #require(json("{}")))
        #expect(found.count == 1)
        #expect(found.first?.causes.map(\.message) == ["expected string, found an object", "the property 'kind' is missing"])
        #expect(found.first?.diagnostic.notes.count == 2)
    }

    @Test func `leftovers are not told where something else is wrong`() throws {
        let schema = try #require(
            compiled(#"{"allOf": [{"properties": {"a": {"type": "string"}}}], "unevaluatedProperties": false}"#).schema)
        #expect(violations(schema, try #require(json(#"{"a": 1}"#))).map(\.keyword) == ["type"])
        #expect(violations(schema, try #require(json(#"{"a": "x", "b": 1}"#))).map(\.keyword) == ["unevaluatedProperties"])
    }

    @Test func `slips get suggestions`() throws {
        let schema = try #require(
            compiled(
                #"{"properties": {"retention": {}, "mode": {"enum": ["compact", "delete"]}}, "additionalProperties": false, "required": ["mode"]}"#
            ).schema)
        #expect(
            violations(schema, try #require(json(#"{"retenton": 1, "mode": "compakt"}"#))).map(\.suggestion) == [
                "did you mean 'retention'?", "did you mean 'compact'?",
            ])
        #expect(
            violations(schema, try #require(json(#"{"mdoe": "compact"}"#))).map(\.suggestion) == [
                "is 'mdoe' meant?", "did you mean 'mode'?",
            ])
    }
}
