import Determinism

/// Small JSON Schemas and values over few names, so that they meet often. The keywords are those of all drafts from 7 on,
/// and where `isModern` those of 2019-09.
package struct RandomJSONSchema {
    package var generator: SeededGenerator
    private let isModern: Bool

    package init(seed: UInt64, isModern: Bool) {
        generator = SeededGenerator(seed: seed)
        self.isModern = isModern
    }

    private mutating func pick(_ texts: [String]) -> String { texts[Int.random(in: 0..<texts.count, using: &generator)] }
    private mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &generator) == 0 }
    private mutating func name() -> String { pick(["a", "b", "ab", "é"]) }

    /// The keywords of a schema, without braces round them.
    private mutating func keywords(depth: Int) -> String {
        if depth <= 0 || chance(4) {
            return pick([
                #""type":"string""#, #""type":"integer""#, #""type":"number""#, #""type":"null""#, "", #""type":["string","null"]"#,
                #""type":["integer","object"]"#, #""type":"integer","minimum":2"#, #""maximum":3"#, #""exclusiveMaximum":3"#,
                #""exclusiveMinimum":1.5"#,
                #""type":"string","maxLength":1"#, #""minLength":2"#, #""enum":["a",1]"#, #""enum":[[1],{"a":null},1.0]"#, #""const":1"#,
                #""const":"é""#,
                #""multipleOf":2"#, #""multipleOf":0.5"#, #""pattern":"^a""#, #""pattern":"b$""#, #""minProperties":1"#, #""maxItems":1"#,
                #""uniqueItems":true"#,
                #""type":"boolean""#, #""type":"object""#, #""type":"array""#, #""required":["a"]"#, #""minItems":1"#,
                #""maxProperties":1"#,
            ])
        }
        switch Int.random(in: 0..<15, using: &generator) {
        case 0: return "\"anyOf\":[\(schema(depth: depth - 1)),\(schema(depth: depth - 1))]"
        case 1: return "\"oneOf\":[\(schema(depth: depth - 1)),\(schema(depth: depth - 1))]"
        case 2: return "\"allOf\":[\(schema(depth: depth - 1)),\(schema(depth: depth - 1))]"
        case 3: return "\"not\":\(schema(depth: depth - 1))"
        case 4: return "\"if\":\(schema(depth: depth - 1)),\"then\":\(schema(depth: depth - 1)),\"else\":\(schema(depth: depth - 1))"
        case 5, 6, 7: return objectKeywords(depth: depth)
        case 8: return "\"propertyNames\":\(pick([#"{"maxLength":1}"#, #"{"pattern":"a"}"#, "true"]))"
        case 9, 10:
            return isModern
                ? #""items":\#(schema(depth: depth - 1))"#
                : #""items":[\#(schema(depth: depth - 1))],"additionalItems":\#(schema(depth: depth - 1))"#
        case 11:
            return
                "\"contains\":\(schema(depth: depth - 1))\(isModern ? pick(["", #","minContains":2"#, #","maxContains":1"#, #","minContains":0"#]) : "")"
        case 12 where isModern:
            return "\"dependentRequired\":{\"\(name())\":[\"\(name())\"]},\"dependentSchemas\":{\"\(name())\":\(schema(depth: depth - 1))}"
        case 12: return "\"dependencies\":{\"\(pick(["a", "b", "é"]))\":[\"\(name())\"],\"ab\":\(schema(depth: depth - 1))}"
        case 13 where isModern:
            return "\"allOf\":[\(schema(depth: depth - 1))],\"unevaluatedProperties\":\(pick(["false", #"{"type":"integer"}"#]))"
        case 14 where isModern:
            return
                "\"anyOf\":[\(schema(depth: depth - 1)),{\"contains\":{\"type\":\"string\"}}],\"unevaluatedItems\":\(pick(["false", #"{"type":"integer"}"#]))"
        default: return ##""$ref":"#/definitions/d""##
        }
    }

    private mutating func objectKeywords(depth: Int) -> String {
        var parts = ["\"properties\":{\"a\":\(schema(depth: depth - 1))\(chance(2) ? ",\"b\":\(schema(depth: depth - 1))" : "")}"]
        if chance(3) { parts.append("\"additionalProperties\":\(schema(depth: depth - 1))") }
        if chance(3) { parts.append("\"required\":[\"\(name())\"]") }
        if chance(4) { parts.append("\"patternProperties\":{\"\(pick(["^a", "b", "^.$"]))\":\(schema(depth: depth - 1))}") }
        return parts.joined(separator: ",")
    }

    private mutating func schema(depth: Int) -> String {
        if chance(12) { return pick(["true", "false"]) }
        return "{\(keywords(depth: depth))}"
    }

    /// A whole schema.
    package mutating func text(uri: String) -> String {
        let keywords = keywords(depth: 3)
        return "{\"$schema\":\"\(uri)\",\"definitions\":{\"d\":{\(self.keywords(depth: 0))}}\(keywords.isEmpty ? "" : ",")\(keywords)}"
    }

    package mutating func value(depth: Int = 2) -> String {
        if depth > 0, chance(2) {
            if chance(3) {
                var items: [String] = []
                for _ in 0..<Int.random(in: 0...3, using: &generator) { items.append(value(depth: depth - 1)) }
                return "[\(items.joined(separator: ","))]"
            }
            var members: [String] = []
            for name in ["a", "b", "ab", "é", "c"] where chance(2) { members.append("\"\(name)\":\(value(depth: depth - 1))") }
            return "{\(members.joined(separator: ","))}"
        }
        return pick([
            "null", "true", "false", "0", "1", "1.0", "2", "3", "3.5", "-1", "1e2", #""""#, #""a""#, #""ab""#, #""é""#, #""🙂""#, "[]", "{}",
            "[1,1.0]",
        ])
    }
}

extension RandomJSONSchema {
    /// A text with one or two keywords changed, mostly to more or to less of the same.
    package mutating func changed(_ text: String) -> String {
        let pairs = [
            (#""type":"integer""#, #""type":"number""#), (#""type":"string""#, #""type":["string","null"]"#),
            (#""minimum":2"#, #""minimum":1"#),
            (#""maximum":3"#, #""maximum":4"#), (#""maxLength":1"#, #""maxLength":2"#), (#""minLength":2"#, #""minLength":1"#),
            (#""minItems":1"#, #""minItems":0"#),
            (#""maxItems":1"#, #""maxItems":2"#), (#""enum":["a",1]"#, #""enum":["a",1,null]"#), (#""multipleOf":2"#, #""multipleOf":1"#),
            (#","required":["a"]"#, ""), (#""required":["a"]"#, #""required":[]"#), (#""uniqueItems":true"#, #""uniqueItems":false"#),
            ("anyOf", "oneOf"),
            (#""pattern":"^a""#, #""title":"a""#), (#""minProperties":1"#, #""maxProperties":3"#),
            (#""unevaluatedProperties":false"#, #""unevaluatedProperties":true"#),
            (#""minContains":2"#, #""minContains":1"#),
            (#""maxContains":1"#, #""maxContains":2"#), (#""const":1"#, #""enum":[1,2]"#), (#""exclusiveMaximum":3"#, #""maximum":3"#),
        ]
        var result = text
        for _ in 0..<Int.random(in: 1...2, using: &generator) {
            let fitting = pairs.map { Bool.random(using: &generator) ? $0 : ($0.1, $0.0) }.filter { !$0.0.isEmpty && result.contains($0.0) }
            guard let (from, to) = fitting.randomElement(using: &generator) else { continue }
            result = result.replacing(from, with: to, maxReplacements: 1)
        }
        return result
    }
}
