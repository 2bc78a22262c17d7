import ContractModel
import LocatedJSON
import Testing

/// What the drafts see differently, as far as the test suite does not cover them (04 and 06 are not part of it here).
struct JSONSchemaDraftTests {
    private func verdict(_ text: String, _ value: String, draft: JSONSchemaDraft = .draft2020) throws -> Bool {
        var options = JSONSchemaOptions()
        options.defaultDraft = draft
        return try #require(compiled(text, options: options).schema).validate(try #require(json(value))).isValid
    }

    @Test func `draft-04 has exclusive bounds as booleans and integers as written`() throws {
        #expect(try verdict(#"{"minimum": 5, "exclusiveMinimum": true}"#, "5", draft: .draft4) == false)
        #expect(try verdict(#"{"minimum": 5, "exclusiveMinimum": false}"#, "5", draft: .draft4))
        #expect(try verdict(#"{"type": "integer"}"#, "1.0", draft: .draft4) == false)
        #expect(try verdict(#"{"type": "integer"}"#, "1.0", draft: .draft6))
        #expect(try verdict(#"{"const": 1, "contains": false}"#, "[2]", draft: .draft4))
        #expect(try verdict(#"{"const": 1}"#, "2", draft: .draft6) == false)
        #expect(try verdict(#"{"properties": {"a": {}}, "additionalProperties": false}"#, #"{"b": 1}"#, draft: .draft4) == false)
    }

    @Test func `draft-04 names schemas with id`() throws {
        let text =
            ##"{"id": "http://example.com/root.json", "items": {"$ref": "item.json"}, "definitions": {"i": {"id": "item.json", "type": "string"}, "j": {"id": "#j"}}}"##
        #expect(try verdict(text, "[1]", draft: .draft4) == false)
        #expect(try verdict(text, #"["a"]"#, draft: .draft4))
    }

    @Test func `conditions came with draft-07`() throws {
        #expect(try verdict(#"{"if": true, "then": false}"#, "1", draft: .draft6))
        #expect(try verdict(#"{"if": true, "then": false}"#, "1", draft: .draft7) == false)
    }

    @Test func `a reference hides what stands beside it up to draft-07`() throws {
        let text =
            ##"{"properties": {"a": {"$ref": "#/definitions/s", "maxLength": 1}}, "definitions": {"s": {"type": "string"}}}"##
        #expect(try verdict(text, #"{"a": "long"}"#, draft: .draft7))
        #expect(try verdict(text, #"{"a": "long"}"#, draft: .draft2019) == false)
    }

    @Test(arguments: JSONSchemaDraft.allCases)
    func `a draft's meta-schema is known and describes itself`(_ draft: JSONSchemaDraft) throws {
        let (schema, diagnostics) = compiled(
            ##"{"$schema": "\##(draft.uri)", "\##(draft == .draft4 ? "allOf" : "allOf")": [{"$ref": "\##(draft.uri)#"}]}"##)
        #expect(diagnostics.isEmpty)
        let known = try #require(schema)
        #expect(known.validate(try #require(json(#"{"type": "object", "properties": {"a": {"maxLength": 3}}}"#))).isValid)
        #expect(!known.validate(try #require(json(#"{"properties": {"a": {"maxLength": "3"}}}"#))).isValid)
        #expect(!known.validate(try #require(json(#"{"type": "int"}"#))).isValid)
        let own = try #require(known.documents.last?.root)
        #expect(known.validate(own).isValid)
    }

    @Test func `formats are annotations unless asked for`() throws {
        #expect(try verdict(#"{"format": "date"}"#, #""yesterday""#))
        var options = JSONSchemaOptions()
        options.assertsFormat = true
        let schema = try #require(compiled(#"{"format": "date"}"#, options: options).schema)
        #expect(
            violations(schema, try #require(json(#""2023-02-29""#))).map(\.message) == [
                "'2023-02-29' is not a date such as 2024-02-29"
            ])
        #expect(schema.validate(try #require(json("12"))).isValid)
        let unknown = try #require(compiled(#"{"format": "shoe-size"}"#, options: options).schema)
        #expect(unknown.validate(try #require(json(#""x""#))).isValid)
    }
}
