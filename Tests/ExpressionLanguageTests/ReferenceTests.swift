import Foundation
import TestSupport
import Testing

@testable import ExpressionLanguage

struct ReferenceTests {
    @Test func `the reference has the functions that there are`() throws {
        let file = packageRoot.appending(path: "docs/reference/expressions.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        let (begin, end) = (
            "<!-- functions: written by HEDDLE_UPDATE_GOLDENS=1 swift test --filter ReferenceTests -->\n\n", "<!-- end of functions -->"
        )
        let start = try #require(text.range(of: begin)).upperBound
        let stop = try #require(text.range(of: end)).lowerBound
        let tables = functionTables()
        if ProcessInfo.processInfo.environment["HEDDLE_UPDATE_GOLDENS"] != nil {
            try Data(text.replacingCharacters(in: start..<stop, with: tables).utf8).write(to: file)
        } else {
            #expect(text[start..<stop] == tables, "HEDDLE_UPDATE_GOLDENS=1 swift test --filter ReferenceTests rewrites them")
        }
    }

    @Test func `the reference's examples are true`() throws {
        let text = try String(contentsOf: packageRoot.appending(path: "docs/reference/expressions.md"), encoding: .utf8)
        let examples = text.matches(of: /(?s)```cel\n(.*?)```/).flatMap { $0.output.1.split(separator: "\n") }
        #expect(examples.count > 20)
        for example in examples { #expect(value(String(example)) == true, "\(example)") }
    }
}
