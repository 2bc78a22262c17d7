import ContractModel
import LocatedJSON
import Testing

/// What the authors of JSON Schema hold to be right. The optional tests are run, too: formats asserted, big numbers, the
/// details of regular expressions. What differs is listed in known-failures/json-schema.txt.
struct JSONSchemaTestSuiteTests {
    private static let suite = try? JSONSchemaTestSuite.load()

    @Test(.enabled("the corpus is not there: set HEDDLE_CONFORMANCE") { suite != nil })
    func `the suite passes but for the failures known and explained`() throws {
        let suite = try #require(Self.suite)
        let known = try knownFailures("json-schema").filter { !$0.key.hasPrefix("schemastore/") }
        var failing: [String: String] = [:]
        var passed = (required: 0, optional: 0)
        for group in suite.groups {
            var options = JSONSchemaOptions()
            options.defaultDraft = group.draft
            options.assertsFormat = group.assertsFormat
            options.assertsContent = group.isOptional
            let (schema, diagnostics) = compileJSONSchema(group.schema, references: suite.remotes, options: options)
            for (index, test) in group.tests.enumerated() {
                let id = "\(group.id).\(index + 1)"
                let problem = schema.map { check(test, by: $0) } ?? "does not compile: \(diagnostics.map(\.message))"
                if let problem {
                    failing[id] = "\(group.description), \(test.description): \(problem)"
                } else if group.isOptional {
                    passed.optional += 1
                } else {
                    passed.required += 1
                }
            }
        }
        print(
            "JSON Schema Test Suite: \(passed.required) required and \(passed.optional) optional tests pass, \(failing.count) fail"
        )
        #expect(suite.groups.count > 1_000)
        for (id, problem) in failing.sorted(by: { $0.key < $1.key }) where known[id] == nil { Issue.record("\(id): \(problem)") }
        for id in known.keys.sorted() where failing[id] == nil {
            Issue.record("\(id) passes: take it out of known-failures/json-schema.txt")
        }
        #expect(known.keys.allSatisfy { $0.contains("/optional/") }, "what is required is never a known failure")
    }

    /// Nil where the verdict is right, also when all that is wrong is collected.
    private func check(_ test: JSONSchemaTestSuite.Test, by schema: JSONSchema) -> String? {
        let verdict = schema.validate(test.data)
        switch verdict {
        case .undecided(let reason): return "undecided: \(reason)"
        case .valid: return test.isValid ? nil : "\(test.data.compactText) passes"
        case .invalid(let violations):
            if test.isValid { return "\(test.data.compactText) fails: \(violations.map { "\($0.schema.text) \($0.message)" })" }
            return violations.isEmpty ? "no violation is told" : nil
        }
    }
}
