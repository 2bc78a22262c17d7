import ContractModel
import Diagnostics
import LocatedJSON
import Testing

/// Schemas and values made to keep us busy or to bring us down end in an answer.
struct HostileSchemaTests {
    @Test func `references in a circle are refused`() {
        for text in [
            ##"{"$ref": "#"}"##, ##"{"allOf": [{"$ref": "#"}]}"##,
            ##"{"$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"allOf": [true, {"$ref": "#/$defs/a"}]}}, "$ref": "#/$defs/a"}"##,
        ] {
            let (schema, diagnostics) = compiled(text)
            #expect(schema == nil)
            #expect(diagnostics.map(\.code) == ["json-schema/endless-reference"])
        }
    }

    @Test func `a circle through alternatives ends`() throws {
        for text in [
            ##"{"anyOf": [{"$ref": "#"}]}"##, ##"{"not": {"$ref": "#"}}"##, ##"{"if": {"$ref": "#"}}"##,
            ##"{"$dynamicAnchor": "x", "$dynamicRef": "#x"}"##,
        ] {
            let schema = try #require(compiled(text).schema)
            guard case .undecided(.tooDeep) = schema.validate(try #require(json("1"))) else {
                Issue.record("\(text) was decided")
                continue
            }
        }
    }

    @Test func `alternatives doubled many times over end`() throws {
        let levels = (0..<60).map {
            ##""l\##($0)": {"anyOf": [{"$ref": "#/$defs/l\##($0 + 1)"}, {"$ref": "#/$defs/l\##($0 + 1)"}]}"##
        }
        let text = ##"{"$ref": "#/$defs/l0", "$defs": {\##(levels.joined(separator: ",")), "l60": {"type": "string"}}}"##
        let schema = try #require(compiled(text).schema)
        var limits = JSONSchemaLimits()
        limits.maximumWork = 200_000
        guard case .undecided(.tooMuchWork) = schema.validate(try #require(json("1")), limits: limits) else {
            Issue.record("it was decided")
            return
        }
    }

    @Test func `the deepest value is judged by a recursive schema`() throws {
        let schema = try #require(
            compiled(##"{"anyOf": [{"type": "integer"}, {"type": "array", "items": {"$ref": "#"}}], "unevaluatedItems": false}"##)
                .schema)
        let deepest = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
        #expect(try schema.isValid(try #require(json(deepest))))
        let wrong = String(repeating: "[", count: 500) + "true" + String(repeating: "]", count: 500)
        guard case .invalid(let found) = schema.validate(try #require(json(wrong))) else {
            Issue.record("not found to be invalid")
            return
        }
        #expect(!found.isEmpty)
    }

    @Test func `schemas nested as deep as JSON may be compile and judge`() throws {
        let depth = 250
        let text =
            String(repeating: #"{"not":{"allOf":["#, count: depth / 2) + "true" + String(repeating: "]}}", count: depth / 2)
        let schema = try #require(compiled(text).schema)
        #expect(try schema.isValid(try #require(json("1"))) == (depth / 2 % 2 == 0))
    }

    @Test func `patterns that explode elsewhere are answered`() throws {
        let text = #""\#(String(repeating: "a", count: 5_000))!""#
        for pattern in ["^(a+)+$", "^(a|aa)*$", "^(a*)*b$", "(x+x+)+y", "^([a-z]+)*$"] {
            let schema = try #require(compiled(#"{"pattern": "\#(pattern)"}"#).schema)
            #expect(!schema.validate(try #require(json(text))).isValid)
        }
    }

    @Test func `a pattern with back-references stops when it takes too long`() throws {
        let schema = try #require(compiled(##"{"pattern": "^(a+)+(b+)+\\1\\2$"}"##).schema)
        var limits = JSONSchemaLimits()
        limits.maximumWork = 100_000
        guard
            case .undecided(.tooMuchWork) = schema.validate(
                try #require(json("\"\(String(repeating: "ab", count: 200))aaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\"")), limits: limits)
        else {
            let verdict = schema.validate(try #require(json("\"aab\"")), limits: limits)
            #expect(!verdict.isValid)
            return
        }
    }

    @Test func `violations are bounded`() throws {
        let schema = try #require(compiled(#"{"items": {"type": "string"}}"#).schema)
        let many = "[" + Array(repeating: "1", count: 5_000).joined(separator: ",") + "]"
        #expect(violations(schema, try #require(json(many))).count == JSONSchemaLimits().maximumViolations)
    }

    @Test func `unique elements, names and numbers are judged quickly whatever their number`() throws {
        let numbers = "[" + (0..<20_000).map { "\($0)" }.joined(separator: ",") + "]"
        let schema = try #require(
            compiled(#"{"uniqueItems": true, "items": {"enum": [\#((0..<20_000).map { "\($0)" }.joined(separator: ","))]}}"#)
                .schema)
        #expect(try schema.isValid(try #require(json(numbers))))
        let names = (0..<5_000).map { "\"n\($0)\"" }
        let object = try #require(
            compiled(#"{"required": [\#(names.joined(separator: ","))], "additionalProperties": {"type": "integer"}}"#).schema)
        #expect(try object.isValid(try #require(json("{" + names.map { "\($0):1" }.joined(separator: ",") + "}"))))
    }
}
