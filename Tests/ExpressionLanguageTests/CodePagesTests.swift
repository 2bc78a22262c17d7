import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import ExpressionLanguage

struct CodePagesTests {
    private static let folder = packageRoot.appending(path: "Specs/diagnostics/expression")

    @Test func `each code has a page, and each page is of a code that is given`() throws {
        let pages = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).map { "expression/" + $0.replacing(".md", with: "") }
        #expect(Set(pages) == Set(ExpressionCode.all))
    }

    @Test(arguments: ExpressionCode.all)
    func `the page's example gives the code`(_ code: String) throws {
        let name = try #require(code.split(separator: "/").last)
        let page = try String(contentsOf: Self.folder.appending(path: "\(name).md"), encoding: .utf8)
        let example = try #require(page.firstMatch(of: /(?s)```cel\n(.*?)```/)).output.1
        var environment = ExpressionEnvironment()
        environment.declare(
            ExpressionObjectType("Topic", fields: ["name": .string, "partitions": .int, "labels": .map(.string, .string)]))
        environment.variables["topic"] = .object("Topic")
        #expect(complaints(String(example), environment).map(\.code) == [code])
    }
}
