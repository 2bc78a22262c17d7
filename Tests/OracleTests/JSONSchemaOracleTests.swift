import ContractModel
import Diagnostics
import LocatedJSON
import RandomContracts
import Testing

/// Random schemas of three drafts and random values: what jsonschema-rs says of each.
@Suite(.enabled(if: Oracle.isThere, "needs the oracles that 'make test' installs"))
struct JSONSchemaOracleTests {
    private static let known = [
        "contains":
            "in 2019-09 'contains' does not say which elements it has seen, and 'unevaluatedItems' speaks of all; jsonschema-rs follows 2020-12"
    ]

    @Test func `values are judged as by jsonschema-rs`() throws {
        var questions: [(text: String, schema: JSONSchema, values: [JSONNode])] = []
        for seed in 0..<3_000 {
            let draft: JSONSchemaDraft = [.draft7, .draft2019, .draft2020][seed % 3]
            var random = RandomJSONSchema(seed: UInt64(seed), isModern: draft.isModern)
            let text = random.text(uri: draft.uri + (draft == .draft7 ? "#" : ""))
            let (schema, diagnostics) = compileJSONSchema(SourceFile(path: "s", text: text))
            guard let schema else {
                Issue.record("\(text): \(diagnostics.map(\.message))")
                continue
            }
            let values = (0..<12).map { _ in random.value() }
            questions.append(
                (
                    "{\"kind\":\"json-schema\",\"draft\":\(draft.rawValue),\"schema\":\(text),\"values\":[\(values.joined(separator: ","))]}",
                    schema,
                    try values.map { try parseJSONPayload(Array($0.utf8)) }
                ))
        }
        let answers = try Oracle.ask(questions.map(\.text))
        var known = KnownDifferences(Self.known)
        var (valid, invalid) = (0, 0)
        for (question, answer) in zip(questions, answers) {
            if let unread = answer["unread"] {
                known.note(nil, "unread there: \(unread.compactText): \(question.text)")
                continue
            }
            for (number, value) in question.values.enumerated() {
                let here = try question.schema.isValid(value)
                if here { valid += 1 } else { invalid += 1 }
                let there = answer["valid"]?[number]
                guard there?["ok"]?.bool != here else { continue }
                let isContains = !here && question.text.contains("/2019-09/") && question.text.contains("unevaluatedItems")
                known.note(
                    isContains ? "contains" : nil, "\(value.compactText): \(here) here, \(there?.compactText ?? "") there: \(question.text)"
                )
            }
        }
        print(
            "JSON Schema oracle: \(questions.count) schemas, \(valid) valid and \(invalid) invalid values; known differences \(known.counts)"
        )
        #expect(valid > 5_000 && invalid > 5_000)
        known.settle()
    }
}
