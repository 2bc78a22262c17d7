import ContractModel
import Diagnostics
import Foundation
import LocatedJSON
import TestSupport
import Testing

/// Whatever schema meets whatever value: an answer within the limits, the same twice.
struct JSONSchemaFuzzTests {
    private static let seeds = [
        ##"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://e.x/a", "$defs": {"t": {"$anchor": "t", "type": ["object", "null"], "properties": {"k": {"$ref": "#t"}}, "required": ["k"]}}, "anyOf": [{"$ref": "#/$defs/t"}, {"items": {"$ref": "#"}}], "unevaluatedProperties": false}"##,
        ##"{"$dynamicAnchor": "n", "prefixItems": [true, {"$dynamicRef": "#n"}], "items": {"type": "string", "pattern": "^(a+)\\1$"}, "contains": {"minLength": 2}, "minContains": 0, "maxContains": 3, "uniqueItems": true}"##,
        ##"{"$schema": "http://json-schema.org/draft-07/schema#", "definitions": {"a": {"$id": "#a", "enum": [1, "x", null, [], {}]}}, "if": {"const": 1}, "then": {"multipleOf": 0.1}, "else": {"not": {"$ref": "#a"}}, "dependencies": {"a": ["b"], "c": {"minProperties": 2}}, "patternProperties": {"^x": {"maximum": 5}}, "additionalProperties": {"format": "date-time"}}"##,
        ##"{"$schema": "https://json-schema.org/draft/2019-09/schema", "$recursiveAnchor": true, "properties": {"a": {"$recursiveRef": "#"}}, "unevaluatedItems": {"type": "integer"}, "oneOf": [{"items": [{}, false]}, {"propertyNames": {"maxLength": 1}}], "dependentSchemas": {"a": {"required": ["b"]}}}"##,
    ]
    private static let values = [
        "null", "1", "0.30", "\"aa\"", "\"2024-01-01T00:00:00Z\"", "[]", "[1, \"aa\", [null], \"aa\"]", "{}",
        #"{"k": {"k": null}, "x1": 6}"#,
        #"{"a": {"a": 1}, "b": [1, 2], "c": true}"#, "[[[[[]]]]]",
    ].compactMap(json)

    @Test func `changed schemas are answered`() {
        var generator = SeededGenerator(seed: 0x5C4)
        for _ in 0..<2_500 {
            var bytes = Array(Self.seeds[Int.random(in: 0..<Self.seeds.count, using: &generator)].utf8)
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: bytes[place] = UInt8.random(in: 0x20...0x7E, using: &generator)
                case 1: bytes.remove(at: place)
                default: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &generator)], at: place)
                }
            }
            check(SourceFile(path: "fuzz", bytes: bytes))
        }
    }

    @Test func `schemas of random keywords are answered`() {
        var generator = SeededGenerator(seed: 0x5C5)
        var decided = 0
        for _ in 0..<1_500 { decided += check(SourceFile(path: "fuzz", text: schema(depth: 3, using: &generator))) }
        #expect(decided > 1_200, "most are judged")
    }

    @Test func `random patterns are answered`() {
        var generator = SeededGenerator(seed: 0x5C6)
        let pieces = [
            "a", "b", ".", "*", "+", "?", "{2}", "{1,3}", "{0,}", "(", ")", "(?:", "(?=", "(?!", "(?<=", "(?<!", "(?<n>", "\\1",
            "\\k<n>", "[", "]", "[^", "-", "^", "$",
            "|", "\\b", "\\d", "\\W", "\\p{L}", "\\u0061", "é",
        ]
        var readable = 0
        for _ in 0..<12_000 {
            let pattern = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
                pieces[Int.random(in: 0..<pieces.count, using: &generator)]
            }.joined()
            guard let regex = try? ECMARegex(pattern) else { continue }
            readable += 1
            for text in ["", "a", "aab", "ab-éa", "bbbbbbbbbbbb"] {
                var steps = 20_000
                let first = try? regex.matches(text, steps: &steps)
                #expect(steps >= -100)
                #expect(first == (try? regex.matches(text)) || first == nil)
            }
        }
        #expect(readable > 1_000)
    }

    @Test func `inputs that were once trouble are answered`() throws {
        let folder = packageRoot.appending(path: "Fixtures/regressions/fuzz/json")
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            check(SourceFile(path: file.lastPathComponent, bytes: Array(try Data(contentsOf: file))))
        }
    }

    /// How many values were judged, over whether any was.
    @discardableResult
    private func check(_ file: SourceFile) -> Int {
        var options = JSONSchemaOptions()
        options.assertsFormat = true
        options.assertsContent = true
        let (schema, diagnostics) = compileJSONSchema(file, options: options)
        #expect(schema != nil || !diagnostics.isEmpty)
        #expect(diagnostics.allSatisfy { $0.range != nil && !$0.message.isEmpty })
        guard let schema else { return 0 }
        var limits = JSONSchemaLimits()
        limits.maximumWork = 5_000
        var decided = 0
        for value in Self.values {
            switch schema.validate(value, limits: limits) {
            case .valid: decided = 1
            case .invalid(let violations):
                decided = 1
                #expect(!violations.isEmpty, "\(String(decoding: file.bytes, as: UTF8.self))")
            case .undecided: break
            }
        }
        return decided
    }

    private func schema(depth: Int, using generator: inout SeededGenerator) -> String {
        if depth == 0 {
            return ["true", "false", "{}", ##"{"$ref": "#/$defs/d"}"##, #"{"type": "integer"}"#].randomElement(using: &generator)
                ?? "true"
        }
        func one() -> String { schema(depth: depth - 1, using: &generator) }
        func many() -> String {
            "[" + (0..<Int.random(in: 1...3, using: &generator)).map { _ in one() }.joined(separator: ",") + "]"
        }
        func named() -> String {
            "{"
                + ["a", "k", "x1"].prefix(Int.random(in: 1...3, using: &generator)).map { "\"\($0)\":\(one())" }.joined(
                    separator: ",") + "}"
        }
        var members: [String: String] = depth == 3 ? ["$defs": "{\"d\":\(one())}"] : [:]
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            switch Int.random(in: 0..<18, using: &generator) {
            case 0: members["allOf"] = many()
            case 1: members["anyOf"] = many()
            case 2: members["oneOf"] = many()
            case 3: members["not"] = one()
            case 4: members["if"] = one()
            case 5: members["then"] = one()
            case 6: members["else"] = one()
            case 7: members["properties"] = named()
            case 8: members["patternProperties"] = named()
            case 9: members["additionalProperties"] = one()
            case 10: members["unevaluatedProperties"] = one()
            case 11: members["prefixItems"] = many()
            case 12: members["items"] = one()
            case 13: members["unevaluatedItems"] = one()
            case 14: members["contains"] = one()
            case 15: members["dependentSchemas"] = named()
            case 16: members["propertyNames"] = one()
            default:
                members["type"] = ["\"object\"", "\"array\"", "[\"string\", \"null\"]", "\"number\""].randomElement(
                    using: &generator)
            }
        }
        return "{" + members.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
    }
}
