import ContractModel
import Diagnostics
import TestSupport

/// Small schemas and values over few names, so that they meet often.
enum RandomSchema {
    static func text(_ random: inout SeededGenerator, depth: Int) -> String {
        func pick(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "true" }
        let leaves = [
            #"{"type":"string"}"#, #"{"type":"integer"}"#, #"{"type":"number"}"#, #"{"type":"null"}"#, "true", "{}",
            #"{"type":["string","null"]}"#, #"{"type":["integer","object"]}"#, #"{"type":"integer","minimum":2}"#,
            #"{"maximum":3}"#, #"{"exclusiveMaximum":3}"#, #"{"type":"string","maxLength":1}"#, #"{"minLength":1}"#,
            #"{"enum":["a",1]}"#, #"{"enum":["a",1,null]}"#, #"{"const":1}"#, #"{"multipleOf":2}"#, #"{"pattern":"^a"}"#,
            #"{"type":"object","required":["a"]}"#, #"{"minProperties":1}"#, #"{"type":"array","maxItems":1}"#, "false",
        ]
        if depth == 0 { return pick(leaves) }
        let inner = { (random: inout SeededGenerator) in text(&random, depth: depth - 1) }
        let name = { (random: inout SeededGenerator) in ["a", "b", "ab"].randomElement(using: &random) ?? "a" }
        switch Int.random(in: 0..<16, using: &random) {
        case 0...1: return pick(leaves)
        case 2...5:
            var parts: [String] = []
            if Bool.random(using: &random) { parts.append(#""type":"object""#) }
            var names: [String] = []
            for each in ["a", "b"] where Bool.random(using: &random) { names.append("\"\(each)\":\(inner(&random))") }
            if !names.isEmpty { parts.append("\"properties\":{\(names.joined(separator: ","))}") }
            switch Int.random(in: 0..<8, using: &random) {
            case 0...2: parts.append(#""additionalProperties":false"#)
            case 3: parts.append("\"additionalProperties\":\(inner(&random))")
            case 4: parts.append("\"unevaluatedProperties\":\(inner(&random))")
            default: break
            }
            if Int.random(in: 0..<3, using: &random) == 0 { parts.append("\"patternProperties\":{\"^a\":\(inner(&random))}") }
            if Int.random(in: 0..<4, using: &random) == 0 { parts.append("\"required\":[\"\(name(&random))\"]") }
            if Int.random(in: 0..<6, using: &random) == 0 { parts.append("\"dependentSchemas\":{\"a\":\(inner(&random))}") }
            if Int.random(in: 0..<6, using: &random) == 0 { parts.append("\"allOf\":[\(inner(&random))]") }
            if Int.random(in: 0..<8, using: &random) == 0 { parts.append("\"anyOf\":[\(inner(&random)),\(inner(&random))]") }
            if Int.random(in: 0..<9, using: &random) == 0 { parts.append("\"propertyNames\":\(pick(leaves))") }
            return "{\(parts.joined(separator: ","))}"
        case 6...8:
            var parts: [String] = []
            if Bool.random(using: &random) { parts.append(#""type":"array""#) }
            if Bool.random(using: &random) { parts.append("\"prefixItems\":[\(inner(&random))]") }
            if Bool.random(using: &random) { parts.append("\"items\":\(inner(&random))") }
            if Int.random(in: 0..<4, using: &random) == 0 { parts.append("\"unevaluatedItems\":\(inner(&random))") }
            if Int.random(in: 0..<3, using: &random) == 0 { parts.append("\"contains\":\(inner(&random))") }
            if Int.random(in: 0..<5, using: &random) == 0 { parts.append("\"maxContains\":1") }
            if Int.random(in: 0..<6, using: &random) == 0 { parts.append("\"anyOf\":[\(inner(&random)),\(inner(&random))]") }
            return "{\(parts.joined(separator: ","))}"
        case 9: return "{\"not\":\(inner(&random))}"
        case 10: return "{\"if\":\(inner(&random)),\"then\":\(inner(&random)),\"else\":\(inner(&random))}"
        case 11: return "{\"type\":\"integer\",\"anyOf\":[\(inner(&random)),\(inner(&random))]}"
        default:
            let keyword = pick(["allOf", "anyOf", "oneOf", "oneOf"])
            let count = Int.random(in: 1...3, using: &random)
            return "{\"\(keyword)\":[\((0..<count).map { _ in inner(&random) }.joined(separator: ","))]}"
        }
    }

    /// A small change somewhere in the text.
    static func mutated(_ text: String, _ random: inout SeededGenerator) -> String {
        let changes = [
            (#""integer""#, #""number""#), (#""number""#, #""integer""#), (#""type":"string""#, #""type":["string","null"]"#),
            ("false", "true"), ("true", "false"), ("oneOf", "anyOf"), ("anyOf", "oneOf"), ("allOf", "anyOf"), (":2", ":1"),
            (":3", ":4"), (#","required":["a"]"#, ""), (#""type":"object","#, ""), ("{}", "true"), (#"["a",1]"#, #"["a",1,null]"#),
            (#""additionalProperties":false"#, #""additionalProperties":{"type":"string"}"#), (#""^a""#, #""^b""#),
            (#""properties":{"a""#, #""properties":{"c":{"type":"string"},"a""#), (#""a":"#, #""ab":"#), ("unevaluatedI", "i"),
            ("unevaluatedP", "additionalP"), (#""then""#, #""title":"x","then""#), (#""items":"#, #""unevaluatedItems":"#),
        ]
        for _ in 0..<30 {
            guard let change = changes.randomElement(using: &random), text.contains(change.0) else { continue }
            let changed = text.replacing(change.0, with: change.1, maxReplacements: Int.random(in: 1...2, using: &random))
            // A keyword twice is no schema.
            if compileJSONSchema(SourceFile(path: "s", bytes: Array(changed.utf8))).schema != nil { return changed }
        }
        return text
    }

    static func value(_ random: inout SeededGenerator, depth: Int) -> String {
        switch Int.random(in: 0..<(depth == 0 ? 8 : 14), using: &random) {
        case 0: return "null"
        case 1: return "true"
        case 2: return ["1", "2", "3"].randomElement(using: &random) ?? "1"
        case 3: return ["4", "0", "2.5", "-1"].randomElement(using: &random) ?? "0"
        case 4...5: return ["\"a\"", "\"\"", "\"ba\"", "\"ab\""].randomElement(using: &random) ?? "\"\""
        case 6: return "{}"
        case 7: return "[]"
        case 8...9:
            let count = Int.random(in: 1...3, using: &random)
            return "[\((0..<count).map { _ in value(&random, depth: depth - 1) }.joined(separator: ","))]"
        default:
            var members: [String] = []
            for name in ["a", "b", "ab", "c"] where Int.random(in: 0..<5, using: &random) < 2 {
                members.append("\"\(name)\":\(value(&random, depth: depth - 1))")
            }
            return "{\(members.joined(separator: ","))}"
        }
    }
}
