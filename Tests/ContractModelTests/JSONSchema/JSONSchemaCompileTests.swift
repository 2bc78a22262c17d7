import ContractModel
import Diagnostics
import Foundation
import LocatedJSON
import TestSupport
import Testing

struct JSONSchemaCompileTests {
    /// The schema with the places marked, and the code given there.
    static let mistakes: [(String, String)] = [
        (#"{"required": ⟦"name"⟧}"#, "json-schema/bad-keyword"),
        (#"{"required": [⟦1⟧]}"#, "json-schema/bad-keyword"),
        (#"{"maxLength": ⟦-1⟧}"#, "json-schema/bad-keyword"),
        (#"{"maxLength": ⟦1.5⟧}"#, "json-schema/bad-keyword"),
        (#"{"minimum": ⟦"1"⟧}"#, "json-schema/bad-keyword"),
        (#"{"multipleOf": ⟦0⟧}"#, "json-schema/bad-keyword"),
        (#"{"properties": ⟦[]⟧}"#, "json-schema/bad-keyword"),
        (#"{"anyOf": ⟦[]⟧}"#, "json-schema/bad-keyword"),
        (#"{"allOf": ⟦{}⟧}"#, "json-schema/bad-keyword"),
        (#"{"items": ⟦[true]⟧}"#, "json-schema/bad-keyword"),
        (#"{"enum": ⟦"a"⟧}"#, "json-schema/bad-keyword"),
        (#"{"uniqueItems": ⟦1⟧}"#, "json-schema/bad-keyword"),
        (#"{"$ref": ⟦1⟧}"#, "json-schema/bad-keyword"),
        (#"{"dependentRequired": {"a": ⟦"b"⟧}}"#, "json-schema/bad-keyword"),
        (#"{"type": ⟦"int"⟧}"#, "json-schema/unknown-type"),
        (#"{"type": ["string", ⟦"nul"⟧]}"#, "json-schema/unknown-type"),
        ("⟦[]⟧", "json-schema/not-a-schema"),
        (#"{"properties": {"a": ⟦"string"⟧}}"#, "json-schema/not-a-schema"),
        (#"{"not": ⟦1⟧}"#, "json-schema/not-a-schema"),
        (##"{"$ref": ⟦"#/$defs/a"⟧}"##, "json-schema/unresolved-reference"),
        (##"{"$ref": ⟦"#anchor"⟧}"##, "json-schema/unresolved-reference"),
        (#"{"$ref": ⟦"other.json"⟧}"#, "json-schema/unresolved-reference"),
        (#"{"pattern": ⟦"(a"⟧}"#, "json-schema/unsupported-pattern"),
        (#"{"patternProperties": {⟦"["⟧: true}}"#, "json-schema/unsupported-pattern"),
        (#"{"$schema": ⟦"https://example.com/x"⟧}"#, "json-schema/unknown-dialect"),
        (
            #"{"$defs": {"a": {"$id": "https://example.com/x"}, "b": {"$id": ⟦"https://example.com/x"⟧}}}"#,
            "json-schema/duplicate-identifier"
        ),
        (#"{"$defs": {"a": {"$anchor": "x"}, "b": {"$anchor": ⟦"x"⟧}}}"#, "json-schema/duplicate-identifier"),
        (##"{"$ref": ⟦"#"⟧}"##, "json-schema/endless-reference"),
        (#"{"type": "string"⟦,⟧}"#, "json/trailing-comma"),
    ]

    @Test(arguments: mistakes)
    func `a mistake in a schema is told at its place`(_ marked: String, _ code: String) {
        let source = MarkedSource(marked, path: "schema.json")
        let (schema, diagnostics) = compileJSONSchema(source.file)
        #expect(schema == nil)
        #expect(diagnostics.map(\.code) == [code])
        #expect(diagnostics.first?.range == source.ranges.first)
    }

    @Test func `several mistakes are told at once`() {
        #expect(compiled(#"{"type": "int", "minimum": "1", "pattern": "("}"#).diagnostics.count == 3)
    }

    @Test func `a slip gets a suggestion`() throws {
        let (_, diagnostics) = compiled(##"{"$ref": "#/$defs/adress", "$defs": {"address": {}}, "type": "strin"}"##)
        #expect(Set(diagnostics.compactMap(\.suggestion)) == ["did you mean '#/$defs/address'?", "did you mean 'string'?"])
    }

    @Test func `documents that are given are referred to by URI`() throws {
        let other = try #require(json(##"{"$defs": {"name": {"type": "string", "$anchor": "n"}}, "items": {"$ref": "#n"}}"##))
        for reference in ["other.json#/$defs/name", "other.json#n", "https://example.com/schemas/other.json#n"] {
            let (schema, diagnostics) = compiled(
                #"{"$id": "https://example.com/schemas/one.json", "$ref": "\#(reference)"}"#,
                references: ["https://example.com/schemas/other.json": other])
            #expect(diagnostics.isEmpty)
            #expect(try #require(schema).validate(try #require(json("\"a\""))).isValid)
            #expect(try !#require(schema).validate(try #require(json("1"))).isValid)
        }
        let relative = compiled(#"{"$ref": "other.json"}"#, references: ["other.json": other])
        #expect(relative.schema?.documents.count == 2)
    }

    @Test func `the keyword tree stays at hand`() throws {
        let schema = try #require(
            compiled(
                ##"{"title": "Order", "type": "object", "properties": {"id": {"$ref": "#/$defs/id"}}, "required": ["id"], "$defs": {"id": {"type": "string"}}}"##
            ).schema)
        guard case .members(let members)? = schema.root.keyword("properties")?.rule else {
            Issue.record("no members")
            return
        }
        let id = schema.nodes[try #require(members.property("id"))]
        #expect(schema.location(of: id).pointer.text == "/properties/id")
        guard case .reference(let target)? = id.keyword("$ref")?.rule else {
            Issue.record("no reference")
            return
        }
        #expect(schema.location(of: schema.nodes[target]).pointer.text == "/$defs/id")
        #expect(schema.root.source["title"]?.string == "Order")
        #expect(schema.root.keyword("required")?.range.start.column == 96)
        #expect(schema.documents[0].subschemas.count == 3)
    }

    @Test func `every code has a page and every page a code, whose example gives it`() throws {
        let sources = FileManager.default.enumerator(
            at: packageRoot.appending(path: "Sources/ContractModel/Formats/JSONSchema"), includingPropertiesForKeys: nil)
        var codes: Set<String> = []
        for case let file as URL in try #require(sources) where file.pathExtension == "swift" {
            codes.formUnion(
                try String(contentsOf: file, encoding: .utf8).matches(of: /"json-schema\/([a-z0-9-]+)"/).map {
                    String($0.output.1)
                })
        }
        let folder = packageRoot.appending(path: "Specs/diagnostics/json-schema")
        let rules = try compatibilityRules()
        let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !rules.contains("json-schema/\($0.dropLast(3))") }
        #expect(codes == Set(pages.map { String($0.dropLast(3)) }))
        for name in pages.sorted() {
            let page = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            guard let fence = page.firstMatch(of: /```json\n([\s\S]*?)```/) else {
                #expect(page.contains("```text"), "\(name) has an example")
                continue
            }
            #expect(compiled(String(fence.1)).diagnostics.map(\.code) == ["json-schema/\(name.dropLast(3))"])
        }
    }
}
